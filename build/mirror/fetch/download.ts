/** Gathers a file of a source on the disk. What has come stays when it is broken off, and is gone on with the next time. */
import { statSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { type Source, SourceError } from '../sources/source.ts';
import type { Tally } from './tally.ts';

/** A file that is to be fetched, under one of the paths where it may be had. */
export interface WantedFile {
  /** `objects/<sha256>.br` */
  readonly path: string;
  /** Where it is gathered. */
  readonly part: string;
  /** As announced. */
  readonly bytes: number;
  /** Of a longer one nothing further is kept. */
  readonly mostBytes: number;
  /** Proves what was gathered, and keeps it; returns false for anything else. */
  accept(): Promise<boolean>;
  /** The same for what came at once, of a small one: only where it is broken off it is gathered on the disk. */
  readonly acceptBytes?: (bytes: Buffer) => Promise<boolean>;
}

/** How many bytes are already here; none where they are more than there can be. */
export function gatheredBytes({ part, mostBytes }: WantedFile): number {
  const size = statSync(part, { throwIfNoEntry: false })?.size ?? 0;
  return size <= mostBytes ? size : 0;
}

/**
 * Fetches what is still missing, and proves the whole. What was gathered from several answers and is wrong is fetched once more in one
 * piece: it may be that only the first part was.
 *
 * @returns whether it is kept; false where the source gave wrong bytes, of which nothing is left
 * @throws SourceError; the error of the file system; the reason of the signal
 */
export async function download(
  source: Source,
  file: WantedFile,
  tally: Tally,
  signal: AbortSignal,
): Promise<boolean> {
  const gathered = gatheredBytes(file);
  if (gathered > 0) {
    const start = await gather(source, file, gathered, tally, signal);
    if (await file.accept()) return true;
    await discard(file, tally);
    if (start === 0) return false;
  }
  if (file.acceptBytes !== undefined) {
    const bytes = await collect(source, file, tally, signal);
    if (await file.acceptBytes(bytes)) return true;
    // It has to be loaded again.
    tally.expect(bytes.length);
    return false;
  }
  await gather(source, file, 0, tally, signal);
  if (await file.accept()) return true;
  await discard(file, tally);
  return false;
}

/** What was loaded has to be loaded again. */
async function discard(file: WantedFile, tally: Tally): Promise<void> {
  tally.expect(gatheredBytes(file));
  await rm(file.part, { force: true });
}

/** Holds what comes in memory. What has come until it is broken off goes to the disk. */
async function collect(source: Source, file: WantedFile, tally: Tally, signal: AbortSignal): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const { pieces: coming } = await source.open(file.path, 0, file.mostBytes);
  try {
    for await (const piece of limited(source, file, coming, 0, signal)) {
      pieces.push(piece);
      tally.load(piece.length);
    }
  } catch (error) {
    if (pieces.length > 0) await writeFile(file.part, pieces);
    throw error;
  }
  return Buffer.concat(pieces);
}

/** Gives what comes as long as it may. @param before bytes that are here already */
async function* limited(
  source: Source,
  { path, mostBytes }: WantedFile,
  pieces: AsyncIterable<Uint8Array>,
  before: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let bytes = before;
  for await (const piece of pieces) {
    signal.throwIfAborted();
    bytes += piece.length;
    if (bytes > mostBytes)
      throw new SourceError('refused', `${source.name}${path} is longer than it can be.`);
    yield piece;
  }
}

/** Returns where the source began: at the offset, or at 0, whatever was there before. */
async function gather(
  source: Source,
  file: WantedFile,
  offset: number,
  tally: Tally,
  signal: AbortSignal,
): Promise<number> {
  // It was killed between its last byte and its proof.
  if (offset === file.bytes && offset > 0) return offset;
  const opened = await source.open(file.path, offset, file.mostBytes);
  const isAppended = offset > 0 && opened.offset === offset;
  // What was here already has to be loaded as well.
  if (!isAppended) tally.expect(offset);
  const handle = await open(file.part, isAppended ? 'a' : 'w');
  const before = isAppended ? offset : 0;
  try {
    for await (const piece of limited(source, file, opened.pieces, before, signal)) {
      await handle.appendFile(piece);
      tally.load(piece.length);
    }
  } finally {
    await handle.close();
  }
  return before;
}
