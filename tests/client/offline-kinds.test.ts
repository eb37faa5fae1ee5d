import { expect, test } from 'vitest';
import { cachesOf, kindOf, placeOf } from '../../templates/client/offline/kinds.ts';

const site = 'https://example.org/kg/';

test.each([
  ['', 'page'],
  ['ru/courses/play/', 'page'],
  ['ru/search/?q=%D0%BC%D0%B0%D0%BC%D0%B0#all', 'page'],
  ['404.html', 'page'],
  ['assets/lesson.054108b3.js', 'sealed'],
  ['assets/titles-ru.054108b3.json', 'sealed'],
  ['assets/bag-320.054108b3.avif', 'sealed'],
  ['ru/pagefind/index/ru_15e4ac9.pf_index', 'sealed'],
  ['ru/pagefind/pagefind.ru_15e4ac9.pf_meta', 'sealed'],
  ['ru/pagefind/pagefind.js', 'named'],
  ['ru/pagefind/words-m.json', 'named'],
])('%s is a %s', (path, kind) => {
  expect(kindOf(site + path, site)).toBe(kind);
});

test.each([
  // What is large, or for nobody who reads.
  'assets/song.054108b3.mp3',
  'assets/circle.054108b3.mp4',
  'assets/poster.054108b3.pdf',
  'assets/lesson.js',
  'mirror/passport-mirror.mjs',
  '_release.json',
  '_mirror/health.json',
  'sw.js',
  'keep.js',
  'ru/feed.xml',
  // No folder of the site is in what is asked.
  'ru?next=/kg/ru/',
])('%s is not kept', (path) => {
  expect(kindOf(site + path, site)).toBeUndefined();
});

test.each([
  'https://example.org/uz/ru/',
  'https://example.com/kg/ru/',
  'https://example.org/',
  'data:text/html,/',
])('%s is not of the site', (address) => {
  expect(kindOf(address, site)).toBeUndefined();
});

test('what was asked for is in no address that is kept', () => {
  expect(placeOf(`${site}ru/search/?q=mum&age=3-4#all`)).toBe(`${site}ru/search/`);
  expect(placeOf(`${site}ru/learning/#p=abc?d`)).toBe(`${site}ru/learning/`);
});

test('caches of one site are not those of another, whatever its folder is called', () => {
  expect(cachesOf(`${site}uz/`).startsWith(cachesOf(site))).toBe(false);
  expect(cachesOf('https://example.org/').startsWith(cachesOf(site))).toBe(false);
});
