/** Looks through one file of a kept site, or one of its compressed copies. */
import { lstatSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { objectFile } from '../folder/mirror-paths.ts';
import { ownCommand } from '../program/this-program.ts';
import { marksOf } from './check-objects.ts';
import type { Expected } from './expected-files.ts';
import { onlyLooked } from './faults.ts';
import { kindAt, placeLink } from './place-file.ts';
import { digestOf, unpackedDigestOf } from './read-digest.ts';
import type { Job, ProvenSite } from './verification.ts';
import type { Found } from './walk.ts';
import type { WorkPool } from './work-pool.ts';

export type ExpectedFile = Exclude<Expected, { readonly suffix: 'settled' }>;

/** What is linked to a content that is right needs no second reading; only a file of its own is read. */
export async function checkFile(
  job: Job,
  site: ProvenSite,
  expected: ExpectedFile,
  { kind }: Found,
  pool: WorkPool,
): Promise<void> {
  if (kind !== 'file') return mend(job, site, expected, wrongKind);
  const file = path.join(site.folder, expected.path);
  if (isTrueIn(job, expected) && isSameFile(file, contentOf(job, expected))) return;
  await pool.begin(async () => {
    const { suffix, sha256, bytes } = expected;
    const found = suffix === '' ? await digestOf(file) : await unpackedDigestOf(file, suffix, bytes);
    if (found !== sha256)
      await mend(job, site, expected, 'damaged: it does not hold what the manifest names');
  });
}

/** @returns whether a folder stands in its place, which has now been dealt with */
export async function lackFile(job: Job, site: ProvenSite, expected: ExpectedFile): Promise<boolean> {
  const isFolder = (await kindAt(path.join(site.folder, expected.path))) === 'folder';
  await mend(job, site, expected, isFolder ? wrongKind : 'missing');
  return isFolder;
}

const wrongKind = 'is something else than a file';

async function mend(
  job: Job,
  { folder, label }: ProvenSite,
  expected: ExpectedFile,
  what: string,
): Promise<void> {
  const { log, repairs, paths } = job;
  const [file, shown] = [path.join(folder, expected.path), `${label}/${expected.path}`];
  if (!repairs) return log.left(shown, what, onlyLooked);
  if (isTrueIn(job, expected)) {
    await placeLink(paths, contentOf(job, expected), file);
    return log.mended(shown, what, 'linked anew from objects/');
  }
  await rm(file, { recursive: true, force: true });
  log.left(
    shown,
    what,
    what === 'missing'
      ? `its content is not here. When the line is back, run: ${ownCommand} verify`
      : `taken out, so that nobody reads what was not signed. When the line is back, run: ${ownCommand} verify`,
  );
}

const isTrueIn = ({ contents }: Job, { sha256, suffix }: ExpectedFile): boolean =>
  contents.is(sha256, marksOf[suffix].isTrue);

const contentOf = ({ paths }: Job, { sha256, suffix }: ExpectedFile): string =>
  objectFile(paths, sha256, suffix);

function isSameFile(one: string, other: string): boolean {
  const [first, second] = [lstatSync(one, quietly), lstatSync(other, quietly)];
  if (first === undefined || second === undefined) return false;
  if (first.ino !== second.ino || first.dev !== second.dev) return false;
  // Some systems have longer numbers than this one can be sure of.
  return Number.isSafeInteger(first.ino) || lstatSync(one, exactly).ino === lstatSync(other, exactly).ino;
}

const quietly = { throwIfNoEntry: false } as const;
const exactly = { bigint: true } as const;
