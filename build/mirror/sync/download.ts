/** Fetches one file whose digest is known, goes on where a kill or a bad line left it, and asks the next source where one fails. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { type Source, SourceError } from '../sources/source.ts';

export interface DownloadRequest {
  /** As it is published: `deltas/….json`. */
  readonly path: string;
  /** Where it is to lie; until it is whole, beside it as `….part`. */
  readonly file: string;
  /** Nothing larger is taken. */
  readonly maxBytes: number;
  /** Whether it is what was wanted; else it is thrown away, and the next source is asked. */
  readonly isRight: (file: string) => Promise<boolean>;
  readonly sources: readonly Source[];
  readonly onProgress: (doneBytes: number) => void;
  readonly warn: (sentence: string) => void;
  readonly signal: AbortSignal;
}

/**
 * @returns whether it is there now; not where every source says that it has none
 * @throws EnvironmentError when no source gives it
 */
export async function download(request: DownloadRequest): Promise<boolean> {
  const { file, sources, warn, signal } = request;
  await mkdir(path.dirname(file), { recursive: true });
  let fault: string | undefined;
  for (const source of sources) {
    signal.throwIfAborted();
    const found = await fetchFrom(source, request);
    if (found === 'whole') {
      await rename(partOf(file), file);
      return true;
    }
    if (found === 'missing') continue;
    fault = found;
    warn(fault);
  }
  if (fault === undefined) return false;
  throw new EnvironmentError(
    `${request.path} could not be fetched. ${fault} What has come is kept; run the command again.`,
  );
}

const partOf = (file: string): string => `${file}.part`;

/** @returns what is wrong, as a sentence, where it is neither whole nor missing */
async function fetchFrom(source: Source, request: DownloadRequest): Promise<string> {
  const part = partOf(request.file);
  let small = 0;
  for (;;) {
    const before = await sizeOf(part);
    const fault = await append(source, request, before);
    if (fault === undefined && (await request.isRight(part))) return 'whole';
    if (fault?.fault === 'missing') return 'missing';
    const came = (await sizeOf(part)) - before;
    if (came >= worthwhileBytes) small = 0;
    // As long as each time something comes, which a server that gives a byte at a time would make last for ever.
    if (fault?.fault === 'unreachable' && came > 0 && ++small <= mostSmall) continue;
    if (fault?.fault === 'unreachable') return fault.message;
    await rm(part, { force: true });
    // What another one had begun may be what is wrong.
    if (before === 0)
      return fault?.message ?? `${source.name}: ${request.path} is not what the signed release names.`;
  }
}

const worthwhileBytes = 8 * 1024;
/** So many tries in a row may bring less. */
const mostSmall = 20;

async function append(
  source: Source,
  { path: name, file, maxBytes, onProgress, signal }: DownloadRequest,
  have: number,
): Promise<SourceError | undefined> {
  if (have >= maxBytes) return undefined;
  try {
    const { offset, pieces } = await source.open(name, have, maxBytes);
    const handle = await open(partOf(file), offset === 0 ? 'w' : 'a');
    try {
      let done = offset;
      for await (const piece of pieces) {
        signal.throwIfAborted();
        done += piece.length;
        if (done > maxBytes)
          return new SourceError('refused', `${source.name} sends more for ${name} than there can be.`);
        await handle.write(piece);
        onProgress(done);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  return undefined;
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** Whether a file has these bytes; not when there is none. */
export function hasDigest(file: string, { sha256 }: Pick<Digest, 'sha256'>): boolean {
  if (!existsSync(file)) return false;
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(256 * 1024);
  const handle = openSync(file, 'r');
  try {
    for (let count = 1; count > 0; ) {
      count = readSync(handle, buffer, 0, buffer.length, null);
      hash.update(buffer.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex') === sha256;
}
