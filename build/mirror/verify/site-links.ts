/** The symbolic links of a mirror: that to the served site, and those of each site to what lies elsewhere. */
import { readlink, symlink } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import { siteLinks } from '../folder/mirror-paths.ts';
import { onlyLooked } from './faults.ts';
import { placeWith } from './place-file.ts';
import type { Job } from './verification.ts';

/** Returns which site is served; nothing where the link is none, or leads elsewhere. */
export async function servedSequence(current: string): Promise<number | undefined> {
  const digits = /^sites\/(\d+)$/.exec((await targetOf(current)) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** @returns the names of the links, which are settled then */
export async function checkSiteLinks(
  job: Job,
  { folder, label }: { readonly folder: string; readonly label: string },
): Promise<readonly string[]> {
  for (const [name, target] of Object.entries(siteLinks))
    await checkLink(job, { file: path.join(folder, name), shown: `${label}/${name}`, target });
  return Object.keys(siteLinks);
}

export async function checkLink(
  { paths, log, repairs }: Job,
  { file, shown, target }: { readonly file: string; readonly shown: string; readonly target: string },
): Promise<void> {
  const found = await targetOf(file);
  if (found === target) return;
  const what = found === undefined ? `missing: a symbolic link to ${target}` : 'leads elsewhere';
  if (!repairs) return log.left(shown, what, onlyLooked);
  await placeWith(paths, file, (fresh) => symlink(target, fresh));
  log.mended(shown, what, 'linked again');
}

/** Returns where a link leads; nothing where there is none. */
async function targetOf(file: string): Promise<string | undefined> {
  try {
    return await readlink(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EINVAL', 'ENOTDIR')) return undefined;
    throw error;
  }
}
