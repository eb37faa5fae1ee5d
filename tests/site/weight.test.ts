import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSites, ownSites } from '../support/built-sites.ts';

const brotliBytes = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

let sites: BuiltSites;
beforeAll(async () => {
  sites = await ownSites();
});
afterAll(() => sites.remove());

/** DESIGN § 7: a lesson with its style sheet and without its picture. */
const lessonBudgetBytes = 8 * 1024;

/** DESIGN § 7: all scripts of a lesson together. */
const scriptBudgetBytes = 3 * 1024;

const lessons = (): string[] =>
  sites.files.filter((file) => /\/courses\/[a-z-]+\/[a-z-]+\/index\.html$/.test(file));

test('every lesson of every country takes at most 8 KB of the line', async () => {
  const heavy: string[] = [];
  for (const file of lessons()) {
    const bytes = brotliBytes(await sites.read(file));
    if (bytes > lessonBudgetBytes) heavy.push(`${file}: ${bytes} bytes`);
  }
  expect(lessons().length).toBeGreaterThan(70);
  expect(heavy).toEqual([]);
});

test('the scripts of a lesson take at most 3 KB together, and are loaded after its text', async () => {
  for (const file of lessons()) {
    const page = await sites.read(file);
    const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)];
    expect(scripts.length, file).toBeGreaterThan(0);
    let bytes = 0;
    for (const [, source = ''] of scripts)
      bytes += brotliBytes(await sites.read(path.posix.join(path.posix.dirname(file), source)));
    expect(bytes, file).toBeLessThanOrEqual(scriptBudgetBytes);
    expect(page.indexOf('<script type="module"'), file).toBeGreaterThan(page.lastIndexOf('</article>'));
  }
});

test('a lesson is read with one request, beside its picture', async () => {
  for (const file of lessons()) {
    const page = await sites.read(file);
    expect(page.match(/<script(?! type="(?:application\/ld|module" src))|<iframe|@import/g), file).toBeNull();
    // Icon and manifest are asked for after the page, by browsers that show them; the rest are addresses only.
    expect(page.match(/<link rel="(?!canonical|alternate" hreflang=|icon|manifest)[^>]*>/g), file).toBeNull();
    expect(page.match(/<img /g) ?? [], file).toHaveLength(1);
  }
});

test('no page asks for anything of another site, or for a font', async () => {
  const elsewhere =
    /<(?:img|script|iframe|source|audio|video|object|embed)\b[^>]* (?:src|data)="(?:https?:)?\/\/|<link rel="(?:icon|manifest|stylesheet|preload|preconnect|apple-touch-icon)"[^>]* href="(?:https?:)?\/\//g;
  // Those for "not found" stand at any address, so that they name the files of their own site in full.
  const pages = sites.files.filter((file) => file.endsWith('.html'));
  for (const file of pages) {
    const page = await sites.read(file);
    expect(page.match(/@font-face|@import|url\((?!"?data:)/g), file).toBeNull();
    if (!file.endsWith('404.html')) expect(page.match(elsewhere), file).toBeNull();
  }
  expect(pages.length).toBeGreaterThan(800);
});
