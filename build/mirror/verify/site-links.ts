/** The symbolic links of a mirror: that to the served site, and those of each site to what lies elsewhere. */
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { siteLinks } from '../folder/mirror-paths.ts';
import { linkTarget } from '../folder/served-sequence.ts';
import { onlyLooked } from './faults.ts';
import { placeWith } from './place-file.ts';
import type { Job } from './verification.ts';

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
  const found = await linkTarget(file);
  if (found === target) return;
  const what = found === undefined ? `missing: a symbolic link to ${target}` : 'leads elsewhere';
  if (!repairs) return log.left(shown, what, onlyLooked);
  await placeWith(paths, file, (fresh) => symlink(target, fresh));
  log.mended(shown, what, 'linked again');
}
