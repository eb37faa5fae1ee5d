/** Finds the release on a memory stick that is to be read. */
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { explainSystemError, hasCode } from '../../cli/errors.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { unfinished as unfinishedSuffix } from '../folder/write-whole.ts';
import { ownCommand } from '../program/this-program.ts';
import { SourceError } from '../sources/source.ts';
import { indexName, isExportName, parseIndex, type StickIndex } from './stick-format.ts';

export interface FoundExport {
  readonly folder: string;
  readonly index: StickIndex;
}

/**
 * Returns the newest release of a country; of two that hold the same one, that with all files.
 *
 * @param folder the top of a stick, or the folder of an export
 * @param country of the mirror; need not be known as long as there is only one
 * @throws SourceError
 */
export async function findExport(folder: string, country?: string): Promise<FoundExport> {
  const names = (await asSource(folder, () => readdir(folder, { withFileTypes: true }))).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  if (names.some(({ name }) => name === indexName)) {
    const found = { folder, index: await readIndex(folder) };
    if (country !== undefined && found.index.country !== country) throw noExport(folder, country, [found]);
    return found;
  }
  const found: FoundExport[] = [];
  const faults: SourceError[] = [];
  for (const name of names
    .filter((entry) => entry.isDirectory() && isExportName(entry.name))
    .slice(0, mostExports))
    await readIndex(path.join(folder, name.name)).then(
      (index) => found.push({ folder: path.join(folder, name.name), index }),
      (error: unknown) => {
        if (!(error instanceof SourceError)) throw error;
        faults.push(error);
      },
    );
  const fitting = found
    .filter(({ index }) => country === undefined || index.country === country)
    .sort(newestFirst);
  const countries = [...new Set(fitting.map(({ index }) => index.country))];
  if (countries.length > 1)
    throw new SourceError(
      'missing',
      `${folder} holds releases of ${countries.join(' and ')}. Say which one is meant: --from ${fitting[0]?.folder}`,
    );
  if (fitting[0] !== undefined) return fitting[0];
  if (faults[0] !== undefined) throw faults[0];
  const unfinished = names.find(
    ({ name }) => name.startsWith('passport-') && name.endsWith(unfinishedSuffix),
  );
  if (unfinished !== undefined) throw incomplete(path.join(folder, unfinished.name));
  throw noExport(folder, country, found);
}

/** More than a stick has in years. */
const mostExports = 500;

const newestFirst = (one: FoundExport, other: FoundExport): number =>
  other.index.sequence - one.index.sequence ||
  (one.index.since?.sequence ?? 0) - (other.index.since?.sequence ?? 0);

/** A stick that was pulled out while it was written, or a copy that was broken off. */
export const incomplete = (folder: string): SourceError =>
  new SourceError(
    'missing',
    `${folder} is not complete: the stick was taken out before the export had ended, or was copied in part. Export the release again: ${ownCommand} export --to …`,
  );

function noExport(folder: string, country: string | undefined, found: readonly FoundExport[]): SourceError {
  const others = [...new Set(found.map(({ index }) => index.country))].join(', ');
  return new SourceError(
    'missing',
    `${folder} holds no release of ${country ?? 'any country'}${others === '' ? '' : `, only of ${others}`}. Name the stick, or the folder passport-… on it, with --from; to write one: ${ownCommand} export --to …`,
  );
}

async function readIndex(folder: string): Promise<StickIndex> {
  const file = path.join(folder, indexName);
  const bytes = await asSource(folder, async () => {
    const handle = await openPlain(file);
    try {
      const { size } = await handle.stat();
      return size > largestIndexBytes ? undefined : await handle.readFile();
    } finally {
      await handle.close();
    }
  });
  try {
    if (bytes === undefined) throw new FormatError('it is too large');
    return parseIndex(bytes);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new SourceError('refused', `${file} is not what an export writes: ${error.message}.`);
  }
}

const largestIndexBytes = 64 * 1024;

/**
 * Opens a file that is one: nothing that leads elsewhere, and nothing that waits.
 *
 * @throws SourceError for anything else; the error of the file system
 */
export async function openPlain(file: string): Promise<Awaited<ReturnType<typeof open>>> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error: unknown) => {
    throw hasCode(error, 'ELOOP', 'ENXIO') ? notPlain(file) : error;
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notPlain(file);
}

const notPlain = (file: string): SourceError =>
  new SourceError('refused', `${file} is no plain file: no export writes that.`);

/** Says what the file system says of a stick as a source does. */
export async function asSource<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (hasCode(error, 'ENOENT') && error instanceof Error && 'path' in error && error.path !== folder)
      throw incomplete(folder);
    const sentence = explainSystemError(error);
    if (sentence === undefined && !(error instanceof Error && 'syscall' in error)) throw error;
    throw new SourceError(
      hasCode(error, 'ENOENT') ? 'missing' : 'unreachable',
      sentence ??
        `${folder} cannot be read (${error instanceof Error ? error.message : ''}). Look whether the stick is in its place.`,
    );
  }
}
