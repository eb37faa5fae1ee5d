/**
 * Sites in both scripts of a language, out of texts that are written in one.
 */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type BuiltSites, buildOwnSites, ownSites } from '../support/built-sites.ts';
import { contentFolder, po, text } from '../support/content.ts';

let sites: BuiltSites;
beforeAll(async () => {
  sites = await ownSites();
});
afterAll(() => sites?.remove());

const cyrillic = /[Ѐ-ӿ]/;

/** What a reader, a screen reader or a search engine gets of a page, without addresses. */
async function words(file: string): Promise<string> {
  const html = (await sites.read(file))
    .replace(/<style>.*?<\/style>/s, '')
    // What is in another language or script, and says so.
    .replace(/<(b|span) lang="[^"]+">[^<]*<\/\1>/g, '');
  const texts = html.replace(/<(?:[^>"]|"[^"]*")*>/g, (tag) =>
    [...tag.matchAll(/ (?:alt|aria-label|title|content|data-\w+)="([^"]*)"/g)]
      .map(([, text]) => text)
      .join(' '),
  );
  // The names of languages in themselves, and addresses.
  return texts.replace(/https?:\S+|српски|црногорски|ўзбекча/gi, '');
}

const pagesOf = (folder: string): string[] =>
  sites.files.filter((file) => file.startsWith(folder) && file.endsWith('index.html'));

test('a Serbian page in Latin letters has no Cyrillic one, unless nobody wrote it in Serbian', async () => {
  const converted: string[] = [];
  for (const file of pagesOf('rs/sr-latn/')) {
    const text = await words(file);
    if (!text.includes('Ova stranica još nije prevedena')) converted.push(file);
    expect([file, cyrillic.exec(text)?.[0]]).toEqual([file, undefined]);
  }
  expect(converted).toContain('rs/sr-latn/courses/play/index.html');
  expect(converted).toContain('rs/sr-latn/materials/market-day/index.html');
});

test('what is written in Latin letters is there in Cyrillic ones: title, text, quizzes, picture, data, search, feed', async () => {
  const page = await sites.read('uz/uz-cyrl/materials/treasure-bag/index.html');
  expect(page).toContain('<html lang="uz-Cyrl"');
  expect(page).toContain('<title>Сеҳрли халтача — Таълим паспорти</title>');
  expect(page).toContain('"name":"Сеҳрли халтача","inLanguage":"uz-Cyrl"');
  expect(page).toContain('hreflang="uz-Latn"');
  expect(page).not.toContain('noindex');
  expect(await sites.read('uz/uz-cyrl/sitemap.xml')).toContain('/uz-cyrl/materials/treasure-bag/');
  expect(await sites.read('uz/uz-cyrl/feed.xml')).toContain('Ҳар бир боланинг ўрни бор');
});

test('anchors, answers and addresses are the same in both scripts', async () => {
  const ids = async (file: string): Promise<(string | undefined)[]> =>
    [...(await sites.read(file)).matchAll(/ (?:id|name|data-quiz|data-id)="([^"]*)"/g)].map(([, id]) => id);
  for (const lesson of ['why-play', 'observing-play'])
    expect(await ids(`rs/sr-latn/courses/play/${lesson}/index.html`)).toEqual(
      await ids(`rs/sr-cyrl/courses/play/${lesson}/index.html`),
    );
});

test('what an author marks stays, and what site.yml spells otherwise is spelt so', async () => {
  const content = await contentFolder({
    'site.yml': 'sourceLanguage: en\nname:\n  en: Learning Passport\nspellings:\n  uz-Cyrl:\n    yod: йод\n',
    'countries/kg/country.yml':
      'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: uz-Latn\n  - tag: uz-Cyrl\n    transliterate: uz-Latn\nurl: https://kg.example.org/\n',
    'strings/uz-Latn.po': po('nplurals=1; plural=0;'),
    'shared/materials/bag/index.uz-Latn.md': text(
      'title: Yod\nsummary: Bolalar.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
      'Yod va [Aibek]{translate=no} va [Look]{lang=en}.\n',
    ),
  });
  const own = await buildOwnSites(content);
  onTestFinished(() => own.remove());
  const page = await own.read('kg/uz-cyrl/materials/bag/index.html');
  expect(page).toContain('<h1>Йод</h1>');
  expect(page).toContain('Йод ва <span translate="no">Aibek</span> ва <span lang="en">Look</span>.');
});

test('both scripts of a language share a search bundle, whose results are shown in each', async () => {
  const bundles = sites.files.filter((file) => /^rs\/.*\/pagefind\.js$/.test(file));
  expect(bundles).toEqual(['rs/en/pagefind/pagefind.js', 'rs/sr-cyrl/pagefind/pagefind.js']);
  expect(await sites.read('rs/sr-latn/search/index.html')).toContain('data-bundle="../../sr-cyrl/pagefind/"');
  const fragments = sites.files.filter((file) => file.startsWith('rs/sr-cyrl/pagefind/fragment/'));
  const pieces = await Promise.all(fragments.map((file) => sites.read(file)));
  const bag = pieces.find((piece) => piece.includes('materials/treasure-bag/'));
  expect(bag).toMatch(/"summary":"[Ѐ-ӿ]/);
  expect(bag).toMatch(/"summary-sr-Latn":"[A-Z]/);
});
