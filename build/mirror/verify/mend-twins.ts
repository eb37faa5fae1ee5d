/** Makes compressed copies again that are missing or damaged, out of the contents that are right. */
import { rm } from 'node:fs/promises';
import type { Sha256 } from '../../model/paths.ts';
import { objectFile, type TwinSuffix, twinSuffixes } from '../folder/mirror-paths.ts';
import { packFile } from '../objects/recode.ts';
import { marksOf } from './check-objects.ts';
import { marks } from './digest-table.ts';
import { onlyLooked } from './faults.ts';
import { placeWith } from './place-file.ts';
import type { Job } from './verification.ts';

export async function mendTwins(job: Job): Promise<void> {
  for (const suffix of twinSuffixes) {
    const { has, isTrue, isDamaged } = marksOf[suffix];
    for (const sha256 of job.contents.where(has, isTrue)) {
      job.signal.throwIfAborted();
      await mendTwin(job, sha256, suffix, job.contents.is(sha256, isDamaged));
    }
  }
}

async function mendTwin(
  { paths, contents, log, repairs }: Job,
  sha256: Sha256,
  suffix: TwinSuffix,
  isDamaged: boolean,
): Promise<void> {
  const shown = `objects/${sha256}${suffix}`;
  const what = isDamaged ? 'damaged: it does not become what its name says' : 'missing';
  if (!repairs) return log.left(shown, what, onlyLooked);
  const file = objectFile(paths, sha256, suffix);
  if (!contents.is(sha256, marks.isTrue)) {
    await rm(file, { recursive: true, force: true });
    return log.left(shown, what, 'taken out: what it is made of is not here either');
  }
  await placeWith(paths, file, (fresh) => packFile(objectFile(paths, sha256), fresh, suffix));
  contents.mark(sha256, marksOf[suffix].isTrue);
  log.mended(shown, what, 'made again');
}
