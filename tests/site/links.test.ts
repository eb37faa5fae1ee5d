import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { type BuiltSites, ownSites, sitesWithGaps } from '../support/built-sites.ts';

let sites: BuiltSites;
const pages = new Map<string, string>();

beforeAll(async () => {
  sites = await ownSites();
  for (const file of sites.files.filter((name) => name.endsWith('.html')))
    pages.set(file, await sites.read(file));
});
afterAll(() => sites.remove());

interface Link {
  readonly page: string;
  readonly url: string;
}

const linksOf = (page: string, text: string): Link[] =>
  [...withoutAbsolute(text).matchAll(/\s(?:href|src|action|data-bundle|data-root)="([^"]*)"/g)].map(
    ([, url = '']) => ({
      page,
      url: url.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
    }),
  );
/** What is read away from the page is meant to be absolute: tests/site/addresses.test.ts follows it. */
const withoutAbsolute = (text: string): string =>
  text.replace(/<link rel="(?:canonical"|alternate" hreflang=)[^>]*>/g, '');

const allLinks = (): Link[] => [...pages].flatMap(([page, text]) => linksOf(page, text));
const isExternal = (url: string): boolean => /^(https?:|mailto:|tel:|data:)/.test(url);

test('every link of every site leads to a file, and its anchor to an element there', () => {
  const broken = allLinks().filter(
    ({ page, url }) =>
      !page.endsWith('404.html') &&
      !isExternal(url) &&
      // What a release says of itself comes with the release, beside the folders of the languages.
      !(page.endsWith('/release/index.html') && url === `../../${releasePaths.pointer}`) &&
      !leadsSomewhere(page, url),
  );
  expect(broken).toEqual([]);
});

function leadsSomewhere(page: string, url: string): boolean {
  const [target = '', fragment = ''] = url.split('#');
  const [pathname = ''] = target.split('?');
  const file = pathname === '' ? page : path.posix.join(path.posix.dirname(page), pathname);
  const found =
    /(\/|^\.)$/.test(pathname) || pathname.endsWith('..') ? path.posix.join(file, 'index.html') : file;
  const isFolder = pathname.endsWith('/') && existsSync(path.join(sites.folder, file));
  if (!pages.has(found) && !existsSync(path.join(sites.folder, found)) && !isFolder) return false;
  if (fragment === '') return true;
  return pages.get(found)?.includes(`id="${decodeURIComponent(fragment)}"`) ?? false;
}

test('links inside a site are relative to their page, so that the same bytes work at any address', () => {
  const absolute = allLinks().filter(
    ({ page, url }) =>
      !page.endsWith('404.html') &&
      (url.startsWith('/') || (url.includes('learningpassport.example') && !url.startsWith('mailto:'))),
  );
  expect(absolute).toEqual([]);
});

test('the page for "not found" is served at any address, and links by the address of its country', async () => {
  const links = linksOf('kg/404.html', pages.get('kg/404.html') ?? '').filter(
    ({ url }) => !/^(mailto:|data:|#)/.test(url) && !url.startsWith('https://www.unicef.org'),
  );
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter(({ url }) => !url.startsWith('https://kg.learningpassport.example/'))).toEqual([]);
});

test('a page fetches nothing from another host', () => {
  const fetched = [...pages].flatMap(([page, text]) =>
    [
      ...text.matchAll(
        /<(?:script|img|iframe|source|video|audio|embed|object)[^>]*\ssrc="([^"]*)"|<link[^>]*\shref="([^"]*)"|url\(["']?(https?:[^)]*)/g,
      ),
    ].map((match) => ({ page, url: match[1] ?? match[2] ?? match[3] ?? '' })),
  );
  expect(
    fetched.filter(({ url }) => /^(https?:)?\/\//.test(url) && !url.includes('learningpassport.example')),
  ).toEqual([]);
});

test('every page says its language, its kind and, where it has a text, its id', () => {
  for (const [page, text] of pages) {
    expect(text, page).toMatch(/^<!doctype html>\s*<html lang="[a-zA-Z-]+" dir="(ltr|rtl)"/);
    expect(text, page).toMatch(/<main [^>]*data-page="[a-z-]+"/);
    expect([...text.matchAll(/<h1[ >]/g)], page).toHaveLength(1);
  }
  expect(pages.get('kg/ru/courses/play/why-play/index.html')).toMatch(
    /<main [^>]*data-page="lesson"[^>]*data-id="play\/why-play"/,
  );
  expect(pages.get('uz/uz-latn/materials/treasure-bag/index.html')).toMatch(
    /<html lang="uz-Latn" [\s\S]*<main [^>]*data-page="material"[^>]*data-id="treasure-bag"/,
  );
  expect(pages.get('me/cnr-latn/index.html')).toMatch(/<html lang="sr-Latn-ME"/);
});

test('a text that stands in for a missing one says so and carries its own language', async () => {
  const { read } = await sitesWithGaps();
  const page = await read('kg/ky/courses/belong/big-feelings/index.html');
  expect(page).toMatch(/<html lang="ky"/);
  expect(page).toMatch(/<(article|div|section|h1)[^>]* lang="ru"/);
});

test('each country publishes its languages and English', () => {
  const languages = (country: string) =>
    [
      ...new Set(
        sites.files
          .filter((file) => file.startsWith(`${country}/`) && file.endsWith('/index.html'))
          .map((file) => file.split('/')[1] ?? ''),
      ),
    ]
      .filter((name) => name !== 'index.html')
      .toSorted();
  expect(languages('kg')).toEqual(['en', 'ky', 'ru']);
  expect(languages('me')).toEqual(['cnr-cyrl', 'cnr-latn', 'en']);
  expect(languages('rs')).toEqual(['en', 'sr-cyrl', 'sr-latn']);
  expect(languages('tj')).toEqual(['en', 'ru', 'tg']);
  expect(languages('uz')).toEqual(['en', 'ru', 'uz-cyrl', 'uz-latn']);
});

test('search bundles are stored without gzip, so that servers and mirrors can compress them', async () => {
  const bundled = sites.files.filter((file) => file.includes('/pagefind/'));
  expect(bundled.filter((file) => file.endsWith('.pf_index')).length).toBeGreaterThanOrEqual(13);
  for (const file of bundled) expect((await sites.read(file)).slice(0, 2), file).not.toBe('\u001f\uFFFD');
});
