import { describe, expect, test } from 'vitest';
import { po, text } from '../support/content.ts';
import { filesOf, siteOf } from './made-site.ts';

const page = (title: string, more = ''): string =>
  text(`title: ${title}\nsummary: ${title} & more.\nnav: none\n${more}`, 'Text.\n');

const textOf = (pattern: RegExp, feed = ''): string[] =>
  [...feed.matchAll(pattern)].map(([, found = '']) => found);
const titles = (feed: string | undefined): string[] => textOf(/<entry>.*?<title>(.*?)<\/title>/g, feed);

describe('feed', () => {
  test('texts that say their day, the newest first, and the feed is as new as the newest', async () => {
    const files = await filesOf({
      'shared/pages/old/index.en.md': page('Old', 'updated: 2025-12-31\n'),
      'shared/pages/new/index.en.md': page('New', 'updated: 2026-03-01\n'),
      'shared/pages/undated/index.en.md': page('Undated'),
    });
    const feed = files.get('/en/feed.xml');
    expect(titles(feed)).toEqual(['New', 'Old']);
    expect(textOf(/<updated>(.*?)<\/updated>/g, feed)).toEqual([
      '2026-03-01T00:00:00Z',
      '2026-03-01T00:00:00Z',
      '2025-12-31T00:00:00Z',
    ]);
    expect(feed).toContain('<summary>New &amp; more.</summary>');
  });

  test('at most thirty', async () => {
    const many = Array.from({ length: 31 }, (_, index) => [
      `shared/pages/p${index}/index.en.md`,
      page(`Page ${index}`, `updated: 2026-01-${String(index + 1).padStart(2, '0')}\n`),
    ]);
    const feed = (await filesOf(Object.fromEntries(many) as Record<string, string>)).get('/en/feed.xml');
    expect(titles(feed)).toHaveLength(30);
    expect(titles(feed)).not.toContain('Page 0');
  });

  test('only texts of its language; without any there is no feed, and no link to one', async () => {
    const changed = { 'shared/pages/new/index.en.md': page('New', 'updated: 2026-03-01\n') };
    const files = await filesOf(changed);
    expect([...files.keys()].filter((name) => name.endsWith('feed.xml'))).toEqual(['/en/feed.xml']);
    const homes = (await siteOf(changed)).filter((made) => made.kind === 'home');
    expect(homes.map(({ chrome, feed }) => [chrome.language.tag, feed])).toEqual([
      ['ru', undefined],
      ['en', '/en/feed.xml'],
    ]);
  });

  test('a character that XML does not know is left out', async () => {
    const files = await filesOf({
      'shared/pages/odd/index.en.md': text(
        'title: "O\\x07dd <b>"\nsummary: Odd.\nupdated: 2026-03-01\n',
        'Text.\n',
      ),
    });
    expect(titles(files.get('/en/feed.xml'))).toEqual(['Odd &lt;b&gt;']);
  });
});

test('a sitemap has the texts of its language and their day, and the pages that are made of them', async () => {
  const files = await filesOf({
    'shared/pages/about/index.en.md': page('About', 'updated: 2026-03-01\n'),
  });
  const urls = (locale: string): string[] =>
    textOf(/<loc>https:\/\/kg\.example\.org\/(.*?)<\/loc>/g, files.get(`/${locale}/sitemap.xml`));
  expect(urls('ru')).toEqual([
    'ru/',
    'ru/courses/',
    'ru/materials/',
    'ru/topics/',
    'ru/topics/cognition/',
    'ru/groups/',
    'ru/courses/play/first/',
  ]);
  expect(urls('en')).toContain('en/pages/about/');
  expect(files.get('/en/sitemap.xml')).toContain('about/</loc><lastmod>2026-03-01</lastmod>');
});

test('robots are shown the index of sitemaps', async () => {
  const files = await filesOf({});
  expect(files.get('/robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://kg.example.org/sitemap.xml\n',
  );
  expect(textOf(/<loc>(.*?)<\/loc>/g, files.get('/sitemap.xml'))).toEqual([
    'https://kg.example.org/ru/sitemap.xml',
    'https://kg.example.org/en/sitemap.xml',
  ]);
});

test('a manifest speaks its language', async () => {
  const files = await filesOf({
    'strings/ru.po': po('nplurals=1; plural=0;'),
    'countries/kg/country.yml':
      'code: kg\nname:\n  en: Kyrgyzstan\n  ru: Кыргызстан\nlanguages:\n  - tag: ru\n    dir: rtl\nurl: https://kg.example.org/\n',
  });
  expect(JSON.parse(files.get('/ru/manifest.webmanifest') ?? '')).toMatchObject({
    name: 'Паспорт обучения · Кыргызстан',
    short_name: 'Паспорт обучения',
    lang: 'ru',
    dir: 'rtl',
    background_color: '#fbf6ec',
  });
});
