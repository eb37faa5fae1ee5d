/** Removes what a kill has left, and nothing that it does not know. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ownerPattern } from '../../processes/owner.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { unfinished } from '../folder/write-whole.ts';
import { gone } from './clean-up.ts';

/** Also makes folders that somebody has removed. */
export async function recover(paths: MirrorPaths): Promise<void> {
  for (const folder of [paths.trust, paths.objects, paths.incoming, paths.sites, paths.health])
    await mkdir(folder, { recursive: true });
  const half = [
    ...(await namesWhere(paths.sites, (name) => halfSite.test(name))),
    ...(await namesWhere(paths.top, (name) => ownNames.test(name))),
    ...(await namesWhere(paths.objects, (name) => name.endsWith(unfinished))),
  ];
  for (const file of half) await rm(file, { recursive: true, force: true });
}

const escaped = (suffix: string): string => suffix.replaceAll('.', '\\.');
const halfSite = new RegExp(`^\\d+(?:${escaped(unfinished)}|${escaped(gone)})$`);
const ownNames = new RegExp(
  `^(?:(?:mirror\\.json|root\\.json|state\\.json|current|passport-mirror\\.mjs)${escaped(unfinished)}|current${escaped(gone)}|passport-mirror\\.new~\\.mjs|passport-mirror\\.previous\\.mjs${escaped(unfinished)}|lock\\.${ownerPattern})$`,
);

async function namesWhere(folder: string, isMeant: (name: string) => boolean): Promise<readonly string[]> {
  return (await readdir(folder)).filter(isMeant).map((name) => path.join(folder, name));
}
