/** Brings a mirror to the release on a memory stick: as from any other source, and nothing of it is believed either. */
import { EnvironmentError } from '../../cli/errors.ts';
import { TrustError } from '../../trust/trust-error.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { readState } from '../folder/state.ts';
import { ownCommand } from '../program/this-program.ts';
import { SourceError } from '../sources/source.ts';
import { openStick, type StickSource } from './stick-source.ts';

export interface ImportRequest<Result> {
  readonly paths: MirrorPaths;
  /** The top of the stick, or the folder of an export. */
  readonly from: string;
  /** Told which export is read, before it is. */
  readonly onFound: (stick: StickSource) => void;
  /** Takes the release over, with the stick as the only source. */
  readonly synchronise: (stick: StickSource) => Promise<Result>;
}

/** @throws EnvironmentError */
export async function importRelease<Result>(request: ImportRequest<Result>): Promise<Result> {
  const { current } = await readState(request.paths);
  const stick = await openStick(request.from, current?.country).catch((error: unknown) => {
    throw error instanceof SourceError ? new EnvironmentError(error.message, { cause: error }) : error;
  });
  try {
    request.onFound(stick);
    requireBasis(stick, current?.sequence);
    return await request.synchronise(stick);
  } catch (error) {
    throw isOnlyStale(error) ? staleStick(error) : error;
  } finally {
    stick.close();
  }
}

function requireBasis({ name, index: { since } }: StickSource, sequence: number | undefined): void {
  if (since === undefined || (sequence !== undefined && sequence >= since.sequence)) return;
  const here = sequence === undefined ? 'has none' : `has release ${sequence}`;
  throw new EnvironmentError(
    `${name} holds only what is new since release ${since.sequence}, and this mirror ${here}. Import release ${since.sequence} first, or let the other mirror export all files: ${ownCommand} export --to …, without --since.`,
  );
}

function isOnlyStale(error: unknown): error is Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof TrustError) return cause.isOnlyStale;
  return false;
}

const staleStick = (error: Error): EnvironmentError =>
  new EnvironmentError(
    `${error.message}\nFrom a stick that was long on its way, and that you got from somebody whom you trust, you can take it all the same, as long as it is newer than what is here: --accept-stale.`,
    { cause: error },
  );
