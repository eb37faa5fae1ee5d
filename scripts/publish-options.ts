/** What the commands that publish have in common: where keys lie, who signs, what is told. */
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lockCache } from '../build/cache/lock.ts';
import { EnvironmentError, UsageError } from '../build/cli/errors.ts';
import { openTarget } from '../build/deploy/targets/open-target.ts';
import type { Target } from '../build/deploy/targets/target.ts';
import { type Sha256, sha256 } from '../build/model/paths.ts';
import { objectFetcher } from '../build/publish/fetch-objects.ts';
import { openSigner, type Signer } from '../build/publish/signer.ts';
import { takeUp } from '../build/publish/take-up.ts';
import type { FetchObjects } from '../build/release/object-store.ts';
import { readLatest } from '../build/release/release-folder.ts';
import { keysFolderOf, readRoots } from '../build/trust/key-folder.ts';
import { parseLifetimes } from '../build/trust/roles.ts';
import { type CountryCode, isCountryCode } from '../schemas/brands.ts';
import { passphrasePrompt } from './passphrase-prompt.ts';

export const publishOptions = {
  keys: { type: 'string' },
  published: { type: 'string' },
  endpoint: { type: 'string' },
  lifetimes: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const publishUsage = `  --keys DIR       where the keys lie, in a folder for each country (~/.config/learning-passport/keys); keys for CI
                   come from PASSPORT_KEY_TARGETS, PASSPORT_KEY_SNAPSHOT and PASSPORT_KEY_TIMESTAMP
  --published TARGET
                   go on from what is published there, on a computer that has not released it before; without the keys
                   of the country, PASSPORT_ROOT says which root to trust (sha256:…)
  --lifetimes ROLE=DAYS,…
                   for how long signatures hold (targets=180,snapshot=30,timestamp=14)
  --endpoint URL   the address of the store, for all but Amazon's and Microsoft's own
  --json           what was done, as JSON on standard output`;

export interface PublishValues {
  readonly keys?: string | undefined;
  readonly published?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly lifetimes?: string | undefined;
}

export function openTargetOf(
  address: string,
  endpoint: string | undefined,
  atOnce?: number,
): Promise<Target> {
  return openTarget(address, {
    environment: process.env,
    random: Math.random,
    sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
    ...(endpoint !== undefined && { endpoint }),
    ...(atOnce !== undefined && { atOnce }),
  });
}

/** Goes on from what is published, where that is wanted. */
export async function continuePublished(
  folder: string,
  country: string,
  { keys, published, endpoint }: PublishValues,
  signal: AbortSignal,
): Promise<void> {
  if (published === undefined) return;
  const [root] = await readRoots(keysFolder(country, keys));
  const target = await openTargetOf(published, endpoint);
  try {
    const sequence = await takeUp({ target, folder, root: root ?? rootOfEnvironment(), signal });
    console.error(
      sequence === undefined
        ? `nothing is published at ${target.name} yet: this becomes release 1`
        : `going on from release ${sequence}`,
    );
  } finally {
    await target.close();
  }
}

/** @param now of the signature */
export async function openSignerOf(
  folder: string,
  country: string,
  { keys, lifetimes }: PublishValues,
  now: Date,
): Promise<Signer> {
  const askPassphrase = passphrasePrompt();
  const signer = await openSigner({
    country,
    folder,
    keysFolder: keysFolder(country, keys),
    env: process.env,
    platform: process.platform,
    ...(askPassphrase !== undefined && { askPassphrase }),
    now,
    ...(lifetimes !== undefined && { lifetimesDays: parseLifetimes(lifetimes) }),
  });
  for (const warning of signer.warnings) console.error(`warning: ${warning}`);
  if (signer.isTrial)
    console.error(
      `warning: ${country} has no keys on this computer, so that this release is signed with keys for trying out, which lie in ${folder}/.trial-keys. Before you publish it, make keys: npm run keys -- create --country ${country}`,
    );
  return signer;
}

const keysFolder = (country: string, given: string | undefined): string =>
  keysFolderOf({ given, country, env: process.env, home: os.homedir(), platform: process.platform });

function rootOfEnvironment(): Sha256 | undefined {
  const fingerprint = process.env.PASSPORT_ROOT;
  if (fingerprint === undefined || fingerprint === '') return undefined;
  const [, digest] = /^sha256:([0-9a-f]{64})$/.exec(fingerprint) ?? [];
  if (digest === undefined)
    throw new UsageError(
      'PASSPORT_ROOT is no fingerprint: it begins with sha256: and has 64 digits after it',
    );
  return digest as Sha256;
}

/** Works in a folder of releases in which nobody else does. */
export async function inReleases<T>(folder: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const tellWaiting = (): void =>
    console.error(`another release is made in ${folder}; waiting until it has ended`);
  const lock = await lockCache(folder, tellWaiting, signal);
  try {
    return await work();
  } finally {
    await lock.free();
  }
}

/** Lets something bring objects from what is published, where that is gone on from. */
export async function withPublished<T>(
  { published, endpoint }: PublishValues,
  signal: AbortSignal,
  work: (fetch: { readonly fetch?: FetchObjects }) => Promise<T>,
): Promise<T> {
  if (published === undefined) return work({});
  const target = await openTargetOf(published, endpoint);
  return work({ fetch: objectFetcher(target, signal) }).finally(() => target.close());
}

/** @throws EnvironmentError for a folder of which nobody can tell the country */
export async function countryOf(folder: string, published: string | undefined): Promise<CountryCode> {
  const latest = await readLatest(folder);
  const code = latest?.record.country ?? path.basename(path.resolve(folder));
  // Without a release here, one that is published can be gone on from.
  if (isCountryCode(code) && (latest !== undefined || published !== undefined)) return code;
  throw new EnvironmentError(`There is no release in "${folder}". Make one: npm run release.`);
}

/** @throws UsageError for what is no number of a release */
export function sequenceOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--release: "${text}" is no number of a release`);
  return Number(text);
}

/** The instant, to the second. */
export const instantOf = (now: Date): string => `${now.toISOString().slice(0, 19)}Z`;

/** The folder of this project, from wherever a command is started. */
export const projectUrl = new URL('../', import.meta.url);

/** Of what made a release: this project, Node, and all packages. */
export async function ownVersions(): Promise<{
  readonly passport: string;
  readonly node: string;
  readonly packages: Sha256;
}> {
  const { version } = JSON.parse(await readFile(new URL('package.json', projectUrl), 'utf8')) as {
    readonly version: string;
  };
  return {
    passport: version,
    node: process.versions.node,
    packages: sha256(await readFile(new URL('package-lock.json', projectUrl))),
  };
}
