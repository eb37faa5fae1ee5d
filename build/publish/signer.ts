/**
 * Signs the releases of a country with its keys; where there are none at all, with keys for trying out that stay beside the releases.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createTrialKeys } from '../trust/create-keys.ts';
import { readRoots } from '../trust/key-folder.ts';
import { keyVariable } from '../trust/key-line.ts';
import { remarksOf } from '../trust/metadata.ts';
import { type AskPassphrase, openKeys, type SigningKeys } from '../trust/open-keys.ts';
import { type LifetimesDays, onlineRoles } from '../trust/roles.ts';
import { rootChain } from '../trust/root-chain.ts';
import { signRelease } from '../trust/sign-release.ts';
import { readFilesOf } from './read-files.ts';

const keyVariables = onlineRoles.map((role) => keyVariable(role));

export interface SignerRequest {
  readonly country: string;
  /** `releases/kg` */
  readonly folder: string;
  /** Of the keys of the country; need not exist. */
  readonly keysFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly askPassphrase?: AskPassphrase;
  readonly now: Date;
  readonly lifetimesDays?: LifetimesDays;
}

export interface Signer {
  /** Whether anybody at this computer could sign so. */
  readonly isTrial: boolean;
  /** What is wrong with key files: sentences. */
  readonly warnings: readonly string[];
  /** @returns what is published of the signature, by its path */
  sign(pointer: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** @throws EnvironmentError for keys that do not fit each other, or the releases of the folder */
export async function openSigner(request: SignerRequest): Promise<Signer> {
  const { country, folder, now } = request;
  const metadata = await readFilesOf(folder, ['metadata', 'targets']);
  const { roots, keys } = await findKeys(request, metadata);
  const chain = rootChain(metadata, roots, country);
  return {
    isTrial: remarksOf(chain.newest.signed).isTrial,
    warnings: keys.warnings,
    sign: (pointer) =>
      signRelease({
        country,
        metadata,
        roots,
        keys,
        now,
        pointer,
        ...(request.lifetimesDays !== undefined && { lifetimesDays: request.lifetimesDays }),
      }),
  };
}

async function findKeys(
  request: SignerRequest,
  metadata: ReadonlyMap<string, Uint8Array>,
): Promise<{ readonly roots: readonly Uint8Array[]; readonly keys: SigningKeys }> {
  const { country, folder, keysFolder, env, platform, askPassphrase, now } = request;
  const open = (place: string): Promise<SigningKeys> =>
    openKeys({
      country,
      folder: place,
      env,
      platform,
      ...(askPassphrase !== undefined && { askPassphrase }),
    });
  const roots = await readRoots(keysFolder);
  if (roots.length > 0) return { roots, keys: await open(keysFolder) };
  const trialFolder = path.join(folder, '.trial-keys');
  const trialRoots = await readRoots(trialFolder);
  if (trialRoots.length > 0) return { roots: trialRoots, keys: await open(trialFolder) };
  // What was released before names its root; the keys come from the environment, as in CI. Nobody who has keys wants some for trying out.
  if (metadata.size > 0 || keyVariables.some((name) => env[name] !== undefined && env[name] !== ''))
    return { roots: [], keys: await open(keysFolder) };
  await mkdir(folder, { recursive: true });
  await createTrialKeys(trialFolder, country, now);
  return { roots: await readRoots(trialFolder), keys: await open(trialFolder) };
}
