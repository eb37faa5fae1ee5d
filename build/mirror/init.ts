/** Makes the folder of a mirror, with the root that is trusted from then on. */
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../cli/errors.ts';
import { sha256 } from '../model/paths.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { parseRoot, remarksOf } from '../trust/metadata.ts';
import { formatConfiguration, type MirrorConfiguration } from './folder/configuration.ts';
import type { MirrorPaths } from './folder/mirror-paths.ts';
import { unfinished, writeWhole } from './folder/write-whole.ts';
import { type Source, SourceError } from './sources/source.ts';

export interface InitRequest {
  readonly paths: MirrorPaths;
  readonly configuration: MirrorConfiguration;
  /** The root itself, or `sha256:…` of it, as `keys status` prints it; then it comes from a source. */
  readonly root: Uint8Array | string;
  readonly sources: readonly Source[];
  /** This program, where it is one file. */
  readonly program: string | undefined;
  readonly warn: (sentence: string) => void;
}

export interface Initialised {
  readonly country: string;
  readonly isTrial: boolean;
  /** `sha256:…`, for whoever compares it. */
  readonly fingerprint: string;
}

/**
 * `mirror.json` comes last: a folder that a kill has left without it can be begun with again.
 *
 * @throws EnvironmentError for a folder that holds anything else, and when no source has the root with this fingerprint
 */
export async function initialise(request: InitRequest): Promise<Initialised> {
  const { paths, configuration, program } = request;
  await requireEmpty(paths);
  const root = typeof request.root === 'string' ? await fetchRoot(request.root, request) : request.root;
  const { country, isTrial } = remarksOf(parseRoot(root, 'The root').signed);
  for (const folder of foldersOf(paths)) await mkdir(folder, { recursive: true });
  await writeWhole(paths.root, root);
  if (program !== undefined) {
    await copyFile(program, paths.program + unfinished);
    await rename(paths.program + unfinished, paths.program);
  }
  await writeWhole(paths.configuration, formatConfiguration(configuration));
  return { country, isTrial, fingerprint: fingerprintOf(root) };
}

const foldersOf = ({ trust, objects, incoming, sites, health, server }: MirrorPaths): readonly string[] => [
  trust,
  objects,
  incoming,
  sites,
  health,
  server,
];

async function requireEmpty(paths: MirrorPaths): Promise<void> {
  const { top, configuration, root, program } = paths;
  const names = await namesIn(top);
  if (names.includes(path.basename(configuration)))
    throw new EnvironmentError(
      `"${top}" is a mirror already. What it takes from where is said in ${configuration}: change it there, or choose another folder.`,
    );
  const folders = new Set(foldersOf(paths).map((folder) => path.basename(folder)));
  const files = new Set([root, program, configuration].map((file) => path.basename(file)));
  for (const name of names) {
    const isOwn = files.has(name.replace(unfinished, '')) || ofEveryDisk.has(name);
    if (isOwn || (folders.has(name) && (await namesIn(path.join(top, name))).length === 0)) continue;
    throw new EnvironmentError(
      `"${top}" is not empty: there is "${name}". A mirror needs a folder of its own; choose another one.`,
    );
  }
}

/** What a file system puts there itself. */
const ofEveryDisk: ReadonlySet<string> = new Set(['lost+found']);

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    if (hasCode(error, 'ENOTDIR'))
      throw new EnvironmentError(`"${folder}" is a file. Choose another folder with --dir.`);
    throw error;
  }
}

const fingerprintOf = (root: Uint8Array): string => `sha256:${sha256(root)}`;

/** Of a root, of which honest ones have some thousand. */
const mostRootBytes = 256 * 1024;
/** As many as a client of TUF follows in one go. */
const mostRootVersions = 256;

/** It is told by its digest alone: nothing that a source says of it is believed. */
async function fetchRoot(fingerprint: string, { sources, warn }: InitRequest): Promise<Uint8Array> {
  const faults: string[] = [];
  for (const source of sources) {
    try {
      const found = await findRoot(fingerprint, source);
      if (found.root !== undefined) {
        for (const fault of faults) warn(fault);
        return found.root;
      }
      faults.push(
        found.first === undefined
          ? `${source.name} has no ${releasePaths.root(1)}. Is it the address of a site?`
          : `The root of ${source.name} has the fingerprint ${found.first}, and not ${fingerprint}. Compare it with those who publish the site, letter by letter, over another way than this one; if theirs is the one that you gave, somebody has changed the root there.`,
      );
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      faults.push(error.message);
    }
  }
  const worst = faults.find((fault) => fault.includes(fingerprint)) ?? faults[0];
  for (const fault of faults) if (fault !== worst) warn(fault);
  throw new EnvironmentError(
    worst ??
      'A fingerprint alone is no root: give an address with --from, or the root itself with --root FILE.',
  );
}

/** A fingerprint may be that of a later version, for mirrors that begin after keys were replaced. */
async function findRoot(
  fingerprint: string,
  source: Source,
): Promise<{ readonly root?: Uint8Array; readonly first?: string }> {
  let first: string | undefined;
  for (let version = 1; version <= mostRootVersions; version++) {
    const root = await source.read(releasePaths.root(version), mostRootBytes);
    if (root === undefined) break;
    if (fingerprintOf(root) === fingerprint) return { root };
    first ??= fingerprintOf(root);
  }
  return first === undefined ? {} : { first };
}
