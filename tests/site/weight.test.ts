import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSites, buildOwnSites } from '../support/built-sites.ts';

let sites: BuiltSites;
beforeAll(async () => {
  sites = await buildOwnSites();
});
afterAll(() => sites.remove());

/** DESIGN § 7: a lesson with its style sheet and without its picture. */
const lessonBudgetBytes = 8 * 1024;

const lessons = (): string[] =>
  sites.files.filter((file) => /\/courses\/[a-z-]+\/[a-z-]+\/index\.html$/.test(file));

test('every lesson of every country takes at most 8 KB of the line', async () => {
  const heavy: string[] = [];
  for (const file of lessons()) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    const bytes = brotliCompressSync(await sites.read(file), options).length;
    if (bytes > lessonBudgetBytes) heavy.push(`${file}: ${bytes} bytes`);
  }
  expect(lessons().length).toBeGreaterThan(70);
  expect(heavy).toEqual([]);
});

test('a lesson is one request, beside its picture', async () => {
  for (const file of lessons()) {
    const page = await sites.read(file);
    expect(page.match(/<script(?! type="application\/ld)|<iframe|@import/g), file).toBeNull();
    // Icon and manifest are asked for after the page, by browsers that show them; the rest are addresses only.
    expect(page.match(/<link rel="(?!canonical|alternate" hreflang=|icon|manifest)[^>]*>/g), file).toBeNull();
    expect(page.match(/<img /g) ?? [], file).toHaveLength(1);
  }
});
