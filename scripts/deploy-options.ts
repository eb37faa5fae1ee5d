/** Publishes the newest release of a folder, for all commands that end with it. */
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EnvironmentError, UsageError } from '../build/cli/errors.ts';
import { createProgressReport, megabytes } from '../build/cli/progress.ts';
import {
  type DeployRequest,
  type DeployResult,
  deploy,
  deployWords,
  planOnly,
} from '../build/deploy/deploy.ts';
import { formatDryRun } from '../build/deploy/format-plan.ts';
import { probe, probedFiles } from '../build/deploy/probe.ts';
import { purge } from '../build/deploy/purge.ts';
import { releasePaths } from '../build/model/release/release-paths.ts';
import { claim, isRunning } from '../build/processes/owner.ts';
import { readNewestRelease } from '../build/publish/newest-release.ts';
import { requireLatest } from '../build/release/release-folder.ts';
import { expiriesOf, expiryWarnings } from '../build/trust/expiries.ts';
import { readReleaseMetadata } from '../build/trust/release-metadata.ts';
import { rootChain } from '../build/trust/root-chain.ts';
import { inReleases, openTargetOf } from './publish-options.ts';

export const deployOptions = {
  to: { type: 'string', multiple: true },
  url: { type: 'string' },
  'stored-as': { type: 'string' },
  'purge-hook': { type: 'string' },
  'purge-all': { type: 'boolean', default: false },
  'remove-many': { type: 'boolean', default: false },
  'take-over': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  trial: { type: 'boolean', default: false },
  'at-once': { type: 'string' },
} as const;

export const deployUsage = `  --to TARGET      s3://bucket/prefix, azure://account/container, rsync://user@host/path or file:///srv/site; may be given
                   again, for several
  --url URL        the public address of the site: afterwards some files are fetched from there, and compared
  --stored-as F    br or gzip: how files are stored where no server chooses; every reader gets them so
  --purge-hook FILE
                   a program that is told which paths have changed, one a line, so that caches forget them
  --purge-all      tells it all paths
  --remove-many    remove files that have left the site, also when they are more than a tenth of it
  --take-over      deploy although somebody else seems to be at it, who is known to be dead
  --dry-run        say what would be done, and do nothing
  --trial          publish a release that was signed with keys for trying out
  --at-once N      how many files are under way at once (16)`;

export interface DeployValues {
  readonly to?: readonly string[] | undefined;
  readonly endpoint?: string | undefined;
  readonly url?: string | undefined;
  readonly 'stored-as'?: string | undefined;
  readonly 'purge-hook'?: string | undefined;
  readonly 'purge-all': boolean;
  readonly 'remove-many': boolean;
  readonly 'take-over': boolean;
  readonly 'dry-run': boolean;
  readonly trial: boolean;
  readonly 'at-once'?: string | undefined;
  readonly json: boolean;
}

export type Deployed = { readonly target: string; readonly seconds: number } & Partial<DeployResult>;

/**
 * Makes sure that the options mean something, before anything is made that could not be published.
 *
 * @throws UsageError; EnvironmentError without credentials
 */
export async function requireDeployable(values: DeployValues): Promise<void> {
  storedAsOf(values['stored-as']);
  atOnceOf(values['at-once']);
  if (values.url !== undefined && !/^https?:\/\/[^\s?#]+$/.test(values.url))
    throw new UsageError(`--url: "${values.url}" is not a web address, such as https://kg.example.org/`);
  for (const address of values.to ?? []) await (await openTargetOf(address, values.endpoint)).close();
}

/** @throws UsageError where a command that publishes is told to do nothing */
export function refuseDryRun(values: DeployValues, command: string): void {
  if (values['dry-run'])
    throw new UsageError(
      `--dry-run: "${command}" makes a release first. Leave out --to as well, look with "npm run deploy -- --dry-run", and deploy then`,
    );
}

/**
 * Deploys to each place that is named, also when one of them fails.
 *
 * @throws EnvironmentError at the end, which says where it failed; UsageError for what the options cannot mean
 */
export async function deployTo(
  folder: string,
  values: DeployValues,
  signal: AbortSignal,
): Promise<readonly Deployed[]> {
  await requireDeployable(values);
  if (values.to !== undefined) await requireLatest(folder);
  const done: Deployed[] = [];
  const failures: string[] = [];
  for (const address of values.to ?? []) {
    signal.throwIfAborted();
    try {
      // Nobody makes another release of the folder meanwhile.
      done.push(await inReleases(folder, signal, () => deployToOne(folder, address, values, signal)));
    } catch (error) {
      if (!(error instanceof EnvironmentError) || values.to?.length === 1) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0)
    throw new EnvironmentError(
      `${failures.join('\n')}\nThere it is not published; elsewhere it is. Mend that, and run: npm run deploy -- --from ${folder} --to TARGET`,
    );
  return done;
}

async function deployToOne(
  folder: string,
  address: string,
  values: DeployValues,
  signal: AbortSignal,
): Promise<Deployed> {
  const release = await readNewestRelease(folder);
  const storedAs = storedAsOf(values['stored-as']);
  if (release.record.trial === true && !mayBeTrial(address, values))
    throw new EnvironmentError(
      `Release ${release.record.sequence} in ${folder} was signed with keys for trying out. Make keys and release again (npm run keys -- create --country ${release.record.country}); or add --trial, where nobody but you will see it.`,
    );
  await warnOfExpiry(folder, release.record.country);
  const target = await openTargetOf(address, values.endpoint, atOnceOf(values['at-once']));
  if (storedAs !== undefined && target.servesTwins)
    throw new UsageError(`--stored-as is for stores: ${target.name} has compressed copies beside its files`);
  const progress = createProgressReport(process.stderr, () => performance.now(), deployWords);
  const startMs = performance.now();
  try {
    const request: DeployRequest = {
      release,
      target,
      storedAs,
      mayRemoveMuch: values['remove-many'],
      lock: {
        holder: `${machine()}:${await claim()}`,
        by: deployer(),
        now: () => new Date(),
        isDead: async (holder) => {
          const [place, owner = ''] = holder.split(':');
          return place === machine() && !(await isRunning(owner));
        },
        scratch: path.join(folder, '.deploy'),
        isForced: values['take-over'],
      },
      onProgress: progress.tell,
      signal,
    };
    if (values['dry-run']) {
      const dryRun = await planOnly(request);
      progress.end();
      if (!values.json) console.log(formatDryRun(target.name, dryRun));
      return {
        target: target.name,
        seconds: (performance.now() - startMs) / 1000,
        changed: dryRun.plan.changed,
      };
    }
    const result = await deploy(request).finally(progress.end);
    const seconds = (performance.now() - startMs) / 1000;
    if (!values.json) console.log(inWords(target.name, release.record.sequence, result, seconds));
    await afterwards(request, result, values, signal);
    return { target: target.name, seconds, ...result };
  } finally {
    progress.end();
    await target.close();
  }
}

async function warnOfExpiry(folder: string, country: string): Promise<void> {
  const metadata = await readReleaseMetadata(folder);
  const now = new Date();
  const expiries = expiriesOf(rootChain(metadata, [], country), metadata, now);
  for (const warning of expiryWarnings(expiries, country, now)) console.error(`warning: ${warning}`);
}

/** Caches forget, then the public address is asked. */
async function afterwards(
  { release }: DeployRequest,
  result: DeployResult,
  values: DeployValues,
  signal: AbortSignal,
): Promise<void> {
  const { files } = release.manifest;
  const hook = values['purge-hook'];
  const touched = [...result.changed, ...result.withdrawn, ...result.removed];
  const paths = values['purge-all'] ? files.map((file) => file.path) : touched;
  if (hook !== undefined)
    await purge(path.resolve(hook), [...paths, releasePaths.pointer, releasePaths.timestamp], signal);
  if (values.url === undefined) return;
  const url = values.url.endsWith('/') ? values.url : `${values.url}/`;
  const asked = probedFiles(files, result.changed, mostProbed);
  const faults = await probe({
    url,
    files: [...asked, { path: releasePaths.pointer, sha256: release.digest }],
    fetch,
    pause: (attempt) => setTimeout(attempt * 2000, undefined, { signal }),
    signal,
  });
  if (faults.length > 0)
    throw new EnvironmentError(
      `Everything is published, but ${url} shows something else:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nIf there is a cache in front, purge it (--purge-hook), or wait five minutes. If the address is another one, say it with --url.`,
    );
  if (!values.json) console.log(`${url}  ${asked.length + 1} files are as they were published`);
}

const mostProbed = 40;

function inWords(name: string, sequence: number, result: DeployResult, seconds: number): string {
  const { changed, withdrawn, removed, heldBack, uploadedFiles, uploadedBytes } = result;
  const lines = [
    `${name}  release ${sequence}: ${changed.length} files of the site have changed; ${uploadedFiles} files, ${megabytes(uploadedBytes)}, were uploaded in ${seconds.toFixed(1)} s`,
  ];
  if (withdrawn.length > 0) lines.push(`  ${withdrawn.length} files were withdrawn`);
  if (removed.length > 0) lines.push(`  ${removed.length} files that no release needs any more were removed`);
  if (heldBack > 0)
    lines.push(
      `  ${heldBack} files have left the site and were not removed, since they are so many. If that is meant: npm run deploy -- … --remove-many`,
    );
  return lines.join('\n');
}

/** Where nobody else looks. */
const mayBeTrial = (address: string, { trial, endpoint = '' }: DeployValues): boolean =>
  trial || address.startsWith('file:') || /^https?:\/\/(?:127\.|localhost[:/]|\[::1\])/.test(endpoint);

function storedAsOf(text: string | undefined): 'br' | 'gzip' | undefined {
  if (text === undefined || text === 'br' || text === 'gzip') return text;
  throw new UsageError(`--stored-as: "${text}" is neither br nor gzip`);
}

function atOnceOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 256)
    throw new UsageError(`--at-once: "${text}" is no number from 1 to 256`);
  return number;
}

/** Of CI, so that somebody who has to wait knows for whom. Nothing of a person: locks lie where everybody can read them. */
function deployer(): string {
  const { GITHUB_RUN_ID: github, CI_JOB_ID: gitlab } = process.env;
  if (github !== undefined) return `The GitHub run ${github}`;
  return gitlab === undefined ? '' : `The GitLab job ${gitlab}`;
}

/** Tells this machine from others without its name. */
const machine = (): string => createHash('sha256').update(os.hostname()).digest('hex').slice(0, 16);
