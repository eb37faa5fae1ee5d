/** Reads a release from a memory stick, as from any other upstream. */
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { FormatError } from '../../model/release/plain-json.ts';
import { type OpenedFile, type Source, SourceError } from '../sources/source.ts';
import { asSource, type FoundExport, findExport, incomplete, openPlain } from './find-export.ts';
import { bytesOfPart, partName, partsOf, type StickIndex, tableName } from './stick-format.ts';
import { readTable, type StickEntry, type StickTable } from './stick-table.ts';

export interface StickSource extends Source {
  /** What the stick says of itself: not to be trusted. */
  readonly index: StickIndex;
}

/**
 * Opens the newest release on a stick; `name` says in which folder it lies.
 *
 * @param folder the top of the stick, or the folder of an export
 * @param country of the mirror; need not be known as long as the stick has only one
 * @throws SourceError for a stick without one, an incomplete one, and one that no mirror has written
 */
export async function openStick(folder: string, country?: string): Promise<StickSource> {
  const found = await findExport(folder, country);
  const handles: FileHandle[] = [];
  const close = (): void => {
    for (const handle of handles.splice(0)) handle.close().catch(() => {});
  };
  try {
    const table = await openTable(found, handles);
    const parts = await openParts(found, handles);
    return sourceOf(found, table, parts, close);
  } catch (error) {
    close();
    throw error;
  }
}

async function openTable({ folder, index }: FoundExport, handles: FileHandle[]): Promise<StickTable> {
  const file = path.join(folder, tableName);
  const handle = await openWhole(folder, file, index.tableBytes, handles);
  return asSource(folder, async () => explained(file, async () => readTable(file, handle, index)));
}

async function openParts({ folder, index }: FoundExport, handles: FileHandle[]): Promise<FileHandle[]> {
  const parts: FileHandle[] = [];
  for (let number = 1; number <= partsOf(index); number++)
    parts.push(
      await openWhole(folder, path.join(folder, partName(number)), bytesOfPart(index, number), handles),
    );
  return parts;
}

/** Opens a file that has just so many bytes. */
const openWhole = (folder: string, file: string, bytes: number, handles: FileHandle[]): Promise<FileHandle> =>
  asSource(folder, async () => {
    const handle = await openPlain(file);
    handles.push(handle);
    if ((await handle.stat()).size !== bytes) throw incomplete(folder);
    return handle;
  });

function sourceOf(
  { folder, index }: FoundExport,
  table: StickTable,
  parts: readonly FileHandle[],
  close: () => void,
): StickSource {
  const find = (name: string): Promise<StickEntry | undefined> =>
    asSource(folder, () => explained(path.join(folder, tableName), () => table.find(name)));
  return {
    name: folder,
    index,
    async read(name, maxBytes) {
      const entry = await find(name);
      if (entry === undefined) return undefined;
      if (entry.bytes > maxBytes)
        throw new SourceError('refused', `${folder}: ${name} is larger than it can be.`);
      const pieces: Uint8Array[] = [];
      for await (const piece of piecesOf({ folder, index, parts }, entry.offset, entry.bytes))
        pieces.push(piece);
      return Buffer.concat(pieces);
    },
    async open(name, offset, maxBytes): Promise<OpenedFile> {
      const entry = await find(name);
      if (entry === undefined) throw missing(folder, name, index);
      if (offset > entry.bytes)
        throw new SourceError('refused', `${folder}: ${name} is shorter than what came of it before.`);
      const bytes = Math.min(entry.bytes - offset, maxBytes);
      return { offset, pieces: piecesOf({ folder, index, parts }, entry.offset + offset, bytes) };
    },
    close,
  };
}

function missing(folder: string, name: string, { since }: StickIndex): SourceError {
  const only =
    since === undefined
      ? ''
      : ` It holds only what is new since release ${since.sequence}: that one is needed first.`;
  return new SourceError('missing', `${folder} has no ${name}.${only}`);
}

interface Parts {
  readonly folder: string;
  readonly index: StickIndex;
  readonly parts: readonly FileHandle[];
}

/** Gives bytes of the joined parts, piece by piece. */
async function* piecesOf(
  { folder, index: { partBytes }, parts }: Parts,
  offset: number,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < bytes; ) {
    const at = offset + done;
    const inPart = at % partBytes;
    const piece = Buffer.allocUnsafe(Math.min(bytes - done, partBytes - inPart, pieceBytes));
    const part = parts[Math.floor(at / partBytes)];
    const count = await asSource(
      folder,
      async () => (await part?.read(piece, 0, piece.length, inPart))?.bytesRead ?? 0,
    );
    if (count === 0) throw incomplete(folder);
    done += count;
    yield piece.subarray(0, count);
  }
}

const pieceBytes = 256 * 1024;

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new SourceError('refused', `${file} is not what an export writes: ${error.message}.`);
  }
}
