/** Fetches one file whose digest is known, goes on where a kill or a bad line left it, and asks the next source where one fails. */
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import { flush } from '../objects/store-object.ts';
import { type Source, SourceError } from '../sources/source.ts';
import { download, gatheredBytes, type WantedFile } from './download.ts';
import { openTally, type Tally } from './tally.ts';

export interface FileRequest {
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
export async function obtainFile(request: FileRequest): Promise<boolean> {
  const { path: name, file, maxBytes, isRight, sources, onProgress, warn, signal } = request;
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.part`;
  const wanted: WantedFile = {
    path: name,
    part,
    bytes: maxBytes,
    mostBytes: maxBytes,
    async accept() {
      if (!(await isRight(part))) return false;
      await flush(part);
      await rename(part, file);
      return true;
    },
  };
  const tally = openTally(onProgress);
  let fault: string | undefined;
  for (const source of sources) {
    signal.throwIfAborted();
    const found = await fetchFrom(source, wanted, tally, signal);
    if (found === 'whole') return true;
    if (found === 'missing') continue;
    fault = found;
    warn(fault);
  }
  if (fault === undefined) return false;
  throw new EnvironmentError(
    `${name} could not be fetched. ${fault} What has come is kept; run the command again.`,
  );
}

/** @returns what is wrong, as a sentence, where it is neither whole nor missing */
async function fetchFrom(
  source: Source,
  wanted: WantedFile,
  tally: Tally,
  signal: AbortSignal,
): Promise<string> {
  let smallTries = 0;
  for (;;) {
    const before = gatheredBytes(wanted);
    try {
      if (await download(source, wanted, tally, signal)) return 'whole';
      return `${source.name}: ${wanted.path} is not what the signed release names.`;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (error.fault === 'missing') return 'missing';
      const came = gatheredBytes(wanted) - before;
      if (came >= worthwhileBytes) smallTries = 0;
      // As long as each time something comes, which a server that gives a byte at a time would make last for ever.
      if (error.fault === 'unreachable' && came > 0 && ++smallTries <= mostSmallTries) continue;
      if (error.fault === 'refused') await rm(wanted.part, { force: true });
      return error.message;
    }
  }
}

const worthwhileBytes = 8 * 1024;
/** So many tries in a row may bring less. */
const mostSmallTries = 20;
