/**
 * Languages of pages for search engines: mutual, within one country, never on pages or to pages whose text stands in.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSites, sitesWithGaps } from '../support/built-sites.ts';
import { type Head, headOf } from './head-of-page.ts';

let sites: BuiltSites;
/** By the address at which a page is served. */
const heads = new Map<string, Head>();

beforeAll(async () => {
  sites = await sitesWithGaps();
  for (const file of sites.files.filter((name) => name.endsWith('index.html'))) {
    const [, country = '', rest = ''] = /^(\w+)\/(.*)index\.html$/.exec(file) ?? [];
    heads.set(`https://${country}.learningpassport.example/${rest}`, headOf(await sites.read(file)));
  }
});
afterAll(() => sites.remove());

test('a page names itself and its translations, and each of them names the same pages', () => {
  let named = 0;
  for (const [url, { alternates, canonical, lang, kind }] of heads) {
    if (alternates.size === 0) continue;
    named++;
    expect(canonical, url).toBe(url);
    if (kind !== 'chooser') expect(alternates.get(lang), url).toBe(url);
    for (const other of alternates.values())
      expect(heads.get(other)?.alternates, `${other}, named by ${url}`).toEqual(alternates);
  }
  expect(named).toBeGreaterThan(250);
});

test('a language is named as the page in it says it', () => {
  for (const { alternates } of heads.values())
    for (const [language, url] of alternates)
      if (language !== 'x-default') expect(heads.get(url)?.lang, url).toBe(language);
  expect([...(heads.get('https://me.learningpassport.example/en/')?.alternates.keys() ?? [])]).toEqual([
    'sr-Latn-ME',
    'sr-Cyrl-ME',
    'en',
    'x-default',
  ]);
});

test('a text that stands in names no languages, is named by none, and is found at the address of its text', () => {
  const named = new Set([...heads.values()].flatMap(({ alternates }) => [...alternates.values()]));
  const standingIn = [...heads].filter(([, { standsIn }]) => standsIn);
  expect(standingIn.length).toBeGreaterThan(80);
  for (const [url, { alternates, canonical }] of standingIn) {
    expect(alternates.size, url).toBe(0);
    expect(named.has(url), url).toBe(false);
    expect(heads.get(canonical ?? '')?.standsIn, url).toBe(false);
  }
});

test('only the front doors have a page for all other languages: the choice of one', () => {
  for (const [url, { alternates, kind }] of heads) {
    const other = alternates.get('x-default');
    if (kind === 'home' || kind === 'chooser') expect(other, url).toBe(`${new URL(url).origin}/`);
    else expect(other, url).toBeUndefined();
  }
});

test('Open Graph says what the page is, where, in which language, and shows its picture', () => {
  for (const [url, { og, canonical, kind, lang }] of heads) {
    expect(og.get('url'), url).toBe(canonical);
    expect(og.get('title'), url).toBeTruthy();
    expect(og.get('type'), url).toBe(
      ['course', 'lesson', 'material', 'group', 'page'].includes(kind) ? 'article' : 'website',
    );
    expect(lang).not.toBe('');
  }
  const course = heads.get('https://kg.learningpassport.example/ru/courses/play/')?.og;
  expect(course?.get('image')).toMatch(/^https:\/\/kg\.learningpassport\.example\/assets\/cover\.\w+\.jpg$/);
  const lesson = heads.get('https://kg.learningpassport.example/ru/courses/play/why-play/')?.og;
  expect(lesson?.get('image')).toMatch(/\/assets\/icon-full-180\.\w+\.png$/);
  expect(heads.get('https://kg.learningpassport.example/ru/courses/')?.og.has('image')).toBe(false);
});
