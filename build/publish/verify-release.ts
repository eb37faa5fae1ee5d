/**
 * Builds a release anew from the revision that it names, and compares every file: so anybody can tell that what is published is what
 * the sources say.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import { openGit } from '../git/git.ts';
import { sha256 } from '../model/paths.ts';
import type { Manifest } from '../model/release/manifest.ts';
import type { ReleaseRecord } from '../model/release/release-record.ts';
import { fillReleasePages, sizeOf } from '../release/fill-release-pages.ts';
import { readSite, readSiteUrl, type SiteFile } from '../release/read-site.ts';
import { readRecord, requireLatest, requireManifest } from '../release/release-folder.ts';
import { openSiteStamps } from '../release/site-stamps.ts';

export interface VerifyRequest {
  /** The working copy of this project. */
  readonly project: string;
  /** `releases/kg` */
  readonly folder: string;
  /** The newest when absent. */
  readonly sequence: number | undefined;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface Verdict {
  readonly sequence: number;
  readonly isSame: boolean;
  /** What was found, to be read. */
  readonly lines: readonly string[];
}

/** @throws EnvironmentError for a release that does not name what it was made from, and when that cannot be built */
export async function verifyRelease({
  project,
  folder,
  sequence,
  tell,
  signal,
}: VerifyRequest): Promise<Verdict> {
  const latest = await requireLatest(folder);
  const record = sequence === undefined ? latest.record : await readRecord(folder, sequence);
  if (record === undefined)
    throw new EnvironmentError(
      `Release ${sequence} is not kept in ${folder}. The newest is ${latest.record.sequence}.`,
    );
  const manifest = await requireManifest(folder, record.manifest.sha256);
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'passport-verify-'));
  try {
    await writeSources(record, project, scratch, tell, signal);
    const site = await buildSite(record, scratch, tell, signal);
    const built = await readSite(site, openSiteStamps(site, path.join(scratch, 'stamps'), 0), () =>
      signal.throwIfAborted(),
    );
    const filled = fillReleasePages(built, {
      sequence: record.sequence,
      released: record.released,
      ...(record.revision !== undefined && { revision: record.revision.commit }),
      packages: record.versions.packages,
      ...sizeOf(built),
    });
    return compare(record, manifest, filled, new Set(latest.pointer.withdrawn.digests));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function writeSources(
  { sequence, revision }: ReleaseRecord,
  project: string,
  scratch: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const git = await openGit(project);
  if ('why' in git) throw new EnvironmentError(`A release is built anew from Git, and ${git.why}.`);
  if (revision === undefined || !revision.isClean)
    throw new EnvironmentError(
      `Release ${sequence} was made ${revision === undefined ? 'without Git' : `from ${revision.commit} with changes that were not committed`}, so that nobody can build it anew. Commit everything before a release.`,
    );
  if ((await git.commit(revision.commit)) === undefined)
    throw new EnvironmentError(
      `The revision ${revision.commit} is not in this working copy. Fetch it: git fetch --unshallow, or git fetch.`,
    );
  const sources = path.join(scratch, 'sources');
  await mkdir(sources);
  await git.writeTree(revision.commit, sources);
  const [then, now] = await Promise.all([
    readFile(path.join(sources, 'package-lock.json')),
    readFile(path.join(project, 'package-lock.json')),
  ]);
  if (sha256(then) === sha256(now))
    await symlink(path.resolve(project, 'node_modules'), path.join(sources, 'node_modules'), 'junction');
  else {
    tell('installing the packages of that revision');
    await runIn(sources, process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci'], signal);
  }
}

/** The address of a site is set by its country, or for all of them by `--base-url`. */
async function buildSite(
  { country, url, revision }: ReleaseRecord,
  scratch: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const out = path.join(scratch, 'dist');
  const site = path.join(out, country);
  const build = async (more: readonly string[]): Promise<void> => {
    tell(`building ${country} of revision ${revision?.commit.slice(0, 12)} anew`);
    const args = ['scripts/passport.mjs', 'build', '--clean', '--country', country, '--out', out];
    const cache = ['--cache', path.join(scratch, 'cache')];
    await runIn(path.join(scratch, 'sources'), process.execPath, [...args, ...cache, ...more], signal);
  };
  await build([]);
  const ending = `/${country}/`;
  if ((await readSiteUrl(site)) !== url && url.endsWith(ending))
    await build(['--base-url', url.slice(0, -ending.length + 1)]);
  return site;
}

function runIn(folder: string, program: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], signal });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaints = `${complaints}${chunk.toString()}`.slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(new EnvironmentError(`The revision cannot be built anew; it said:\n${complaints.trim()}`));
    });
  });
}

function compare(
  { sequence, versions }: ReleaseRecord,
  manifest: Manifest,
  built: readonly SiteFile[],
  withdrawn: ReadonlySet<string>,
): Verdict {
  const released = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  const differing: string[] = [];
  const missing: string[] = [];
  for (const file of built) {
    const digest = released.get(file.path);
    released.delete(file.path);
    if (digest === undefined && !withdrawn.has(file.sha256)) missing.push(file.path);
    if (digest !== undefined && digest !== file.sha256) differing.push(file.path);
  }
  const lists = [
    ['differs', differing],
    ['is in the sources, and not in the release', missing],
    ['is in the release, and not in the sources', [...released.keys()]],
  ] as const;
  const faults = lists.flatMap(([what, paths]) => paths.map((file) => `  ${file}  ${what}`));
  const isSame = faults.length === 0;
  const node =
    versions.node === process.versions.node
      ? []
      : [`  It was made with Node ${versions.node}; this is Node ${process.versions.node}.`];
  return {
    sequence,
    isSame,
    lines: isSame
      ? [`release ${sequence} is what its sources say: ${manifest.files.length} files, each the same`]
      : [
          `release ${sequence} is not what its sources say: ${faults.length} ${faults.length === 1 ? 'file' : 'files'}`,
          ...node,
          ...faults.slice(0, 50),
        ],
  };
}
