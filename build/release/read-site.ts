/** Reads a built site, file by file. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { EnvironmentError } from '../cli/errors.ts';
import type { Sha256 } from '../model/paths.ts';
import { collidingPaths, faultOfSitePath } from '../model/release/site-path.ts';
import { isBuiltSite } from '../output/built-site.ts';
import type { SiteStamps } from './site-stamps.ts';

export interface SiteFile {
  /** Below the address of the site: `ru/index.html`. */
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  read(): Uint8Array;
}

/**
 * Returns all files of a site, by their paths in the order of UTF-16 units.
 *
 * @param stamps what is known of them from before
 * @throws EnvironmentError for a folder that is no built site, and for what cannot be published: links, names that not every server has
 */
export async function readSite(
  folder: string,
  stamps: SiteStamps,
  onProgress: (done: number, total: number) => void,
): Promise<readonly SiteFile[]> {
  const paths = await listSite(folder);
  const files: SiteFile[] = [];
  for (const [at, sitePath] of paths.entries()) {
    if (at % filesAtATime === 0) {
      onProgress(at, paths.length);
      // An interruption wants to be heard.
      await setImmediate();
    }
    const read = (): Uint8Array => readFileSync(path.join(folder, sitePath));
    files.push({ path: sitePath, ...stamps.digestOf(sitePath), read });
  }
  stamps.save();
  return files;
}

const filesAtATime = 256;

/** @throws EnvironmentError where a site does not say its address */
export async function readSiteUrl(folder: string): Promise<string> {
  const robots = await readFile(path.join(folder, 'robots.txt'), 'utf8').catch(() => '');
  const [, url] = /^Sitemap: (https?:\/\/\S+\/)sitemap\.xml$/m.exec(robots) ?? [];
  if (url !== undefined) return url;
  throw (await isBuiltSite(folder))
    ? new EnvironmentError(
        `"${path.join(folder, 'robots.txt')}" does not say the address of the site. Build it anew: npm run build.`,
      )
    : noSite(folder);
}

async function listSite(folder: string): Promise<readonly string[]> {
  if (!(await isBuiltSite(folder))) throw noSite(folder);
  const paths: string[] = [];
  listFolder(folder, '', paths);
  const colliding = collidingPaths(paths);
  if (colliding !== undefined)
    throw new EnvironmentError(
      `"${colliding[0]}" and "${colliding[1]}" in "${folder}" are one file where case does not count. Rename one of them.`,
    );
  return paths.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** One folder after the other, at once: to wait for each of ten thousand would take twice as long. */
function listFolder(folder: string, below: string, paths: string[]): void {
  for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const sitePath = below + entry.name;
    if (entry.isDirectory()) {
      listFolder(folder, `${sitePath}/`, paths);
      continue;
    }
    const fault = entry.isFile() ? faultOfSitePath(sitePath) : 'is no plain file';
    if (fault !== undefined)
      throw new EnvironmentError(
        `"${path.join(folder, sitePath)}" cannot be released: its path ${fault}. A build does not write it; remove it, or build anew: npm run build -- --clean.`,
      );
    paths.push(sitePath);
  }
}

const noSite = (folder: string): EnvironmentError =>
  new EnvironmentError(`There is no built site in "${folder}". Build it first: npm run build.`);
