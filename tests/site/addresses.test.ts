/**
 * Addresses that are read away from their page: each lies in its own site and leads to a file, at the address of the country
 * and below a path of another server.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSites, buildOwnSites } from '../support/built-sites.ts';
import { headOf } from './head-of-page.ts';

const places = [
  [
    'at the address of each country',
    undefined,
    (country: string) => `https://${country}.learningpassport.example/`,
  ],
  [
    'below a path of a mirror',
    'https://mirror.example.org/passport',
    (country: string) => `https://mirror.example.org/passport/${country}/`,
  ],
] as const;

describe.each(places)('%s', (_, baseUrl, siteUrl) => {
  let sites: BuiltSites;
  beforeAll(async () => {
    sites = await buildOwnSites('content', baseUrl);
  });
  afterAll(() => sites.remove());

  /** Addresses that do not lie in the site of their file, or lead nowhere there. */
  function lost(file: string, urls: Iterable<string>): string[] {
    const [country = ''] = file.split('/');
    const site = siteUrl(country);
    return [...urls].filter((url) => {
      if (!url.startsWith(site)) return true;
      const { pathname } = new URL(url);
      const inSite = decodeURI(pathname).slice(new URL(site).pathname.length);
      const target = inSite === '' || inSite.endsWith('/') ? `${inSite}index.html` : inSite;
      return !existsSync(path.join(sites.folder, country, target));
    });
  }

  const filesOf = (pattern: RegExp): string[] => sites.files.filter((file) => pattern.test(file));
  const broken = async (
    pattern: RegExp,
    urlsOf: (text: string) => Iterable<string>,
  ): Promise<{ count: number; lost: string[] }> => {
    let count = 0;
    const found: string[] = [];
    for (const file of filesOf(pattern)) {
      const urls = [...urlsOf(await sites.read(file))];
      count += urls.length;
      found.push(...lost(file, urls).map((url) => `${file}: ${url}`));
    }
    return { count, lost: found };
  };

  test('canonical addresses, languages, Open Graph and JSON-LD of every page', async () => {
    const { count, lost: urls } = await broken(/\.html$/, (text) => {
      const { canonical, alternates, og, graph } = headOf(text);
      const linked = JSON.stringify(graph).matchAll(/"(?:@id|url|item)":"([^"]*)"/g);
      return [
        ...(canonical === undefined ? [] : [canonical]),
        ...alternates.values(),
        ...[og.get('url'), og.get('image')].filter((url) => url !== undefined),
        ...[...linked].map(([, url = '']) => url),
      ];
    });
    expect(urls).toEqual([]);
    expect(count).toBeGreaterThan(3000);
  });

  test.each([
    ['sitemaps', /\/sitemap\.xml$/, /(?:<loc>|href=")([^<"]*)/g],
    ['feeds', /\/feed\.xml$/, /href="([^"]*)"/g],
    ['robots.txt', /\/robots\.txt$/, /^Sitemap: (.*)$/gm],
    [
      'links of 404 pages within the site',
      /\/404\.html$/,
      /href="(https:\/\/(?:\w+\.learningp|mirror)[^"]*)"/g,
    ],
  ] as const)('%s', async (_name, files, pattern) => {
    const { count, lost: urls } = await broken(files, (text) =>
      [...text.matchAll(pattern)].map(([, url = '']) => url),
    );
    expect(urls).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(5);
  });

  test('manifests name icons by relative addresses', async () => {
    const manifests = filesOf(/\.webmanifest$/);
    expect(manifests).toHaveLength(16);
    for (const file of manifests) {
      const { icons, start_url, scope } = JSON.parse(await sites.read(file)) as {
        icons: { src: string }[];
        start_url: string;
        scope: string;
      };
      expect([start_url, scope]).toEqual(['./', './']);
      const missing = icons.filter(
        ({ src }) => !existsSync(path.join(sites.folder, path.posix.dirname(file), src)),
      );
      expect(missing).toEqual([]);
      expect(icons).toHaveLength(3);
    }
  });

  test('ids of a feed stay when a site moves', async () => {
    const feed = await sites.read('kg/ru/feed.xml');
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id = '']) => id);
    expect(ids[0]).toBe('tag:kg.learningpassport.example,2026:/ru/');
    expect(ids.filter((id) => !id.startsWith('tag:kg.learningpassport.example,2026:/ru/'))).toEqual([]);
  });
});
