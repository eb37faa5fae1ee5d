/** A small site, its releases, and a place to publish them to. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DeployRequest } from '../../build/deploy/deploy.ts';
import { openFolderTarget } from '../../build/deploy/targets/folder/folder-target.ts';
import type { Target } from '../../build/deploy/targets/target.ts';
import { type Sha256, sha256 } from '../../build/model/paths.ts';
import { readNewestRelease } from '../../build/publish/newest-release.ts';
import { openSigner } from '../../build/publish/signer.ts';
import { type ReleaseResult, release } from '../../build/release/release.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { releaseSlots } from '../../templates/model/release-page.ts';
import { temporaryFolder } from './content.ts';

/** Files of a site by their paths; `null` removes one. */
export type SiteFiles = Readonly<Record<string, string | Uint8Array | null>>;

export const siteUrl = 'https://kg.example.org/';

/** A home page that leads to two pages, each with a picture of its own. */
export const smallSite: SiteFiles = {
  ...picture('a', 'one'),
  ...picture('b', 'two'),
  'index.html': '<a href="ru/">ru</a>',
  '404.html': 'Not found.',
  'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}sitemap.xml\n`,
  'ru/index.html': '<a href="a/">A</a> <a href="b/">B</a>',
  'ru/a/index.html': page('a', 'one'),
  'ru/b/index.html': page('b', 'two'),
  'ru/release/index.html': `<html lang="ru">${releaseSlots
    .map((slot) => `<span data-release="${slot}">–</span>`)
    .join(' ')}</html>`,
  'ru/feed.xml': '<feed/>',
};

/** The page of a picture; its words repeat, as those of real pages do. */
export function page(name: string, content: string): string {
  const [file = ''] = Object.keys(picture(name, content));
  return `<h1>${name}</h1><img src="../../${file}">${`<p>About ${name}, for a while.</p>`.repeat(20)}`;
}

/** A picture under the name that its content gives it. */
export function picture(name: string, content: string): Record<string, string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>${name} ${content}</title></svg>`;
  return { [`assets/${name}.${sha256(svg).slice(0, 8)}.svg`]: svg };
}

export async function writeSite(folder: string, files: SiteFiles): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (content === null) await rm(file);
    else await writeFile(file, content);
  }
}

/** Folders for a site, its releases, and what is published of them; none of them exists yet. */
export async function publishFolders() {
  const top = await temporaryFolder();
  const at = (name: string): string => path.join(top, name);
  return { top, site: at('site'), folder: at('releases'), live: at('live') };
}

export interface ReleaseWishes {
  readonly now?: Date;
  readonly restored?: readonly string[];
}

export const firstDay = new Date('2026-03-01T08:00:00Z');

export const days = (count: number): Date => new Date(firstDay.getTime() + count * 24 * 60 * 60 * 1000);

/** Releases a site with keys for trying out. */
export async function releaseSite(
  site: string,
  folder: string,
  { now = firstDay, restored = [] }: ReleaseWishes = {},
): Promise<ReleaseResult> {
  const signer = await signerOf(folder, now);
  return release({
    site,
    folder,
    country: 'kg' as CountryCode,
    released: `${now.toISOString().slice(0, 19)}Z`,
    revision: undefined,
    versions: { passport: '0.1.0', node: '24.0.0', packages: '0'.repeat(64) as Sha256 },
    isTrial: true,
    restored,
    sign: signer.sign,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
}

export const signerOf = (folder: string, now: Date) =>
  openSigner({
    country: 'kg',
    folder,
    keysFolder: path.join(folder, 'no-keys'),
    env: {},
    platform: process.platform,
    now,
  });

export const openFolder = (folder: string): Promise<Target> =>
  openFolderTarget({ name: `file://${folder}`, folder }, {});

/** What deploys the newest release of a folder. */
export const deployment = async (
  folder: string,
  target: Target,
  { now = firstDay, holder = 'test' }: ReleaseWishes & { readonly holder?: string } = {},
): Promise<DeployRequest> => ({
  release: await readNewestRelease(folder),
  target,
  storedAs: undefined,
  mayRemoveMuch: false,
  lock: {
    holder,
    by: holder,
    now: () => now,
    isDead: async () => true,
    scratch: path.join(folder, '.deploy'),
    isForced: false,
  },
  onProgress: () => {},
  signal: new AbortController().signal,
});

/** Returns what is wrong with a site for a reader who may come at any moment: pages that lead to what is not there. */
export async function faultsForReaders(folder: string): Promise<readonly string[]> {
  const read = (name: string): Promise<string | undefined> =>
    readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  const faults: string[] = [];
  const seen = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    if (seen.has(name)) return;
    seen.add(name);
    const html = await read(name);
    if (html === undefined) return void faults.push(`${name} is missing`);
    for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
      const { pathname } = new URL(link, `https://x.invalid/${name}`);
      await visit(`${pathname.slice(1)}${pathname.endsWith('/') ? 'index.html' : ''}`);
    }
  };
  if ((await read('index.html')) !== undefined) await visit('index.html');
  return faults;
}
