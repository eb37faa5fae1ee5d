import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findEleventy } from './eleventy/eleventy.ts';
import { findHugo } from './hugo/hugo.ts';
import { type NationalSite, resolveSites } from './national-sites.ts';
import type { Opponent, OpponentName } from './opponent.ts';
import { readSourceTree } from './source-tree.ts';

/** @throws EnvironmentError when one of them is not there */
export async function findOpponents(
  names: readonly OpponentName[],
  cwd: string,
  signal: AbortSignal,
): Promise<Opponent[]> {
  return [
    ...(names.includes('hugo') ? await findHugo(cwd, signal) : []),
    ...(names.includes('eleventy') ? [await findEleventy()] : []),
  ];
}

/** The same text that we build, as the others get it. */
export const readSites = async (contentFolder: string): Promise<readonly NationalSite[]> =>
  resolveSites(await readSourceTree(contentFolder));

/**
 * The style sheet of a lesson that we have built: the others put as much into their pages.
 *
 * @throws TypeError when there is none
 */
export async function readOwnStyle(out: string): Promise<string> {
  const files = (await readdir(out, { recursive: true })).toSorted();
  const lesson = files.find((file) => /courses[\\/][^\\/]+[\\/][^\\/]+[\\/]index\.html$/.test(file));
  const page = lesson === undefined ? '' : await readFile(path.join(out, lesson), 'utf8');
  const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1];
  if (css === undefined) throw new TypeError(`${out} has no lesson with a style sheet`);
  return css;
}

/** How many pages a site has. */
export async function countPages(outputs: readonly string[]): Promise<number> {
  const files = await Promise.all(outputs.map((output) => readdir(output, { recursive: true })));
  return files.flat().filter((file) => file.endsWith('.html')).length;
}
