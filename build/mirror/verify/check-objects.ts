/** Looks through all contents: whether each is what its name says, and nothing else lies there. */
import { opendir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Sha256 } from '../../model/paths.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';
import { marks } from './digest-table.ts';
import { onlyLooked } from './faults.ts';
import { digestOf, unpackedDigestOf } from './read-digest.ts';
import type { Job } from './verification.ts';
import { createWorkPool } from './work-pool.ts';

/** Which marks belong to a content itself and to its copies. */
export const marksOf = {
  '': { isTrue: marks.isTrue, isDamaged: marks.isDamaged, has: 0 },
  '.br': { isTrue: marks.isBrTrue, isDamaged: marks.isBrDamaged, has: marks.hasBr },
  '.gz': { isTrue: marks.isGzTrue, isDamaged: marks.isGzDamaged, has: marks.hasGz },
} as const;

export interface ObjectsCheck {
  /** Contents that a release may need whose files have not all come: they are no fault. */
  readonly areOthersAwaited: boolean;
  /** Contents that may be nowhere. */
  readonly withdrawn: ReadonlySet<string>;
  /** Of all contents that are named. */
  readonly totalBytes: number;
}

/** Notes in `job.contents` what is right and what is damaged; what is damaged stays where it is, what belongs elsewhere is removed. */
export async function checkObjects(job: Job, check: ObjectsCheck): Promise<void> {
  const { paths, contents, signal, onProgress } = job;
  const pool = createWorkPool();
  let done = 0;
  const tell = (bytes: number): void => {
    done += bytes;
    onProgress({
      stage: 'objects',
      done: Math.min(done, check.totalBytes),
      total: check.totalBytes,
      unit: 'bytes',
    });
  };
  onProgress({ stage: 'objects' });
  for await (const entry of await opendir(paths.objects, { bufferSize: 1024 })) {
    signal.throwIfAborted();
    const [, sha256, suffix] = parseName(entry.name) ?? [];
    if (sha256 === undefined || suffix === undefined || !isWanted(job, check, sha256, suffix)) {
      await removeSurplus(job, entry.name);
      continue;
    }
    await pool.begin(async () => {
      const file = path.join(paths.objects, entry.name);
      const found = entry.isFile() ? await look(file, sha256, suffix, job, tell) : undefined;
      const isRight = found === sha256;
      if (contents.has(sha256)) contents.mark(sha256, marksOf[suffix][isRight ? 'isTrue' : 'isDamaged']);
      else if (!isRight) await removeSurplus(job, entry.name);
    });
  }
  await pool.end();
}

const parseName = (name: string) =>
  /^([0-9a-f]{64})(|\.br|\.gz)$/.exec(name) as [string, Sha256, TwinSuffix | ''] | null;

function isWanted(
  { contents }: Job,
  { areOthersAwaited, withdrawn }: ObjectsCheck,
  sha256: Sha256,
  suffix: TwinSuffix | '',
): boolean {
  if (contents.has(sha256)) return contents.is(sha256, marksOf[suffix].has);
  return areOthersAwaited && !withdrawn.has(sha256);
}

function look(
  file: string,
  sha256: Sha256,
  suffix: TwinSuffix | '',
  { contents }: Job,
  tell: (bytes: number) => void,
): Promise<Sha256 | undefined> {
  if (suffix === '') return digestOf(file, tell);
  // Of what is awaited the length is not known here; whoever takes it up looks it through again.
  const most = contents.has(sha256) ? contents.bytesOf(sha256) : mostAwaitedBytes;
  return unpackedDigestOf(file, suffix, most);
}

const mostAwaitedBytes = 256 * 1024 * 1024;

async function removeSurplus({ paths, log, repairs }: Job, name: string): Promise<void> {
  const [shown, what] = [`objects/${name}`, 'surplus: no kept release names it'];
  if (!repairs) return log.left(shown, what, onlyLooked);
  await rm(path.join(paths.objects, name), { recursive: true });
  log.mended(shown, what, 'removed');
}
