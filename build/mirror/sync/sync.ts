/**
 * Brings a mirror to the newest release: what is signed first, then what has changed, then the files that are missing, then the switch.
 *
 * Whatever goes wrong, also a kill, leaves the last whole release being served, and what has come for the next synchronisation.
 */
import { EnvironmentError } from '../../cli/errors.ts';
import type { StageProgress, StageWords } from '../../cli/progress.ts';
import type { MirrorConfiguration } from '../folder/configuration.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { onDiskOf } from '../folder/on-disk-of.ts';
import type { CurrentRelease } from '../folder/state.ts';
import type { Source } from '../sources/source.ts';
import { readCurrent } from './kept-releases.ts';
import { lockMirror } from './lock.ts';
import { recover } from './recover.ts';
import { tellFailure } from './report-state.ts';
import { update } from './update.ts';

export interface SyncRequest {
  readonly paths: MirrorPaths;
  readonly configuration: MirrorConfiguration;
  /** In the order in which they are asked. */
  readonly sources: readonly Source[];
  readonly now: () => Date;
  /** Whether an expired timestamp is taken, from a stick that was long on its way. */
  readonly acceptsStale: boolean;
  readonly onProgress: (progress: SyncProgress) => void;
  /** Told what is worth knowing and stops nothing, as sentences. */
  readonly warn: (sentence: string) => void;
  readonly signal: AbortSignal;
}

export type SyncProgress = StageProgress<'trust' | 'list' | 'fetch' | 'link' | 'clean'>;

export const syncWords: StageWords<SyncProgress['stage']> = {
  trust: () => 'asking for the newest release',
  list: () => 'fetching what has changed',
  fetch: () => 'fetching files',
  link: (total) => `putting ${total} files into their places`,
  clean: () => 'removing what is no longer needed',
};

export interface SyncResult {
  readonly current: CurrentRelease;
  /** Whether it is another release than before. */
  readonly isNew: boolean;
  /** How many contents were fetched, and how many of them by patches. */
  readonly objects: number;
  readonly patched: number;
  /** How many files were put into their places. */
  readonly linked: number;
}

/** @throws EnvironmentError, `cause` of which is what went wrong, and which says what is served */
export async function synchronise(request: SyncRequest): Promise<SyncResult> {
  const { paths, signal } = request;
  const lock = await onDiskOf(paths.top, () => lockMirror(paths));
  try {
    return await onDiskOf(paths.top, async () => {
      await recover(paths);
      return update(request, lock);
    });
  } catch (error) {
    if (signal.aborted) throw error;
    const message = await tellFailure(request, error);
    const served = await readCurrent(paths).catch(() => undefined);
    const what =
      served === undefined ? 'Nothing is served yet.' : `Release ${served.sequence} is served as before.`;
    throw new EnvironmentError(`${message}\n${what}`, { cause: error });
  } finally {
    await lock.free();
  }
}
