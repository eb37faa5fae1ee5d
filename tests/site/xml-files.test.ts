/**
 * Sitemaps and feeds, read by a real XML parser and held against the rules of their schemas: sitemaps.org 0.9 (sitemap.xsd,
 * siteindex.xsd) and RFC 4287 (its RELAX NG and the rules that it cannot say).
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { type BuiltSites, ownSites } from '../support/built-sites.ts';

interface Element {
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

let sites: BuiltSites;
let browser: Browser;
let parser: Page;

beforeAll(async () => {
  [sites, browser] = await Promise.all([ownSites(), launchBrowser()]);
  parser = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await sites?.remove();
});

/** @throws when the text is not well-formed */
const parse = (text: string): Promise<Element> =>
  parser.evaluate<Element>(`(${readXml})(${JSON.stringify(text)})`);

const readXml = `(text) => {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const error = parsed.querySelector('parsererror');
  if (error) throw new Error(error.textContent);
  const read = (element) => ({
    name: element.localName,
    namespace: element.namespaceURI,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.children].map(read),
    text: element.children.length === 0 ? element.textContent : '',
  });
  return read(parsed.documentElement);
}`;

const named = (pattern: RegExp): string[] => sites.files.filter((file) => pattern.test(file));
const childrenOf = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name);
const only = (element: Element, name: string): string => {
  const found = childrenOf(element, name);
  expect(found, name).toHaveLength(1);
  return found[0]?.text ?? '';
};

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const isDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** tLoc: anyURI of 12 to 2048 characters; the order of the sequence: loc, lastmod, then other namespaces. */
function checkPlace(place: Element, name: string): string {
  expect([place.name, place.namespace]).toEqual([name, sitemapNamespace]);
  const order = place.children.map((child) => (child.namespace === sitemapNamespace ? child.name : 'other'));
  expect(order.join(' ')).toMatch(/^loc( lastmod)?( other)*$/);
  const loc = only(place, 'loc');
  expect(loc.length).toBeGreaterThanOrEqual(12);
  expect(loc.length).toBeLessThanOrEqual(2048);
  expect(new URL(loc).href).toBe(loc);
  for (const lastmod of childrenOf(place, 'lastmod')) expect(lastmod.text).toMatch(isDay);
  return loc;
}

test('sitemaps of languages', async () => {
  const files = named(/^\w+\/[\w-]+\/sitemap\.xml$/);
  expect(files).toHaveLength(16);
  for (const file of files) {
    const root = await parse(await sites.read(file));
    expect([root.name, root.namespace]).toEqual(['urlset', sitemapNamespace]);
    expect(root.children.length).toBeGreaterThan(0);
    expect(root.children.length).toBeLessThan(50_000);
    const locs = root.children.map((url) => checkPlace(url, 'url'));
    expect(new Set(locs).size).toBe(locs.length);
    const [country = '', language = ''] = file.split('/');
    const outside = locs.filter(
      (loc) => !loc.startsWith(`https://${country}.learningpassport.example/${language}/`),
    );
    expect(outside).toEqual([]);
    for (const link of root.children.flatMap((url) => childrenOf(url, 'link'))) {
      expect(link.namespace).toBe('http://www.w3.org/1999/xhtml');
      expect(Object.keys(link.attributes).toSorted()).toEqual(['href', 'hreflang', 'rel']);
    }
  }
});

/** Neither a text that stands in, nor a list that stands at another address already. */
function isToBeFoundHere(page: string, text: string): boolean {
  const [, country, path] = /<link rel="canonical" href="https:\/\/(\w+)[^/]*([^"]*)"/.exec(text) ?? [];
  return !/<h1 lang="/.test(text) && page === `${country}${path}index.html`;
}

test('a sitemap holds every page with a text of its own, and no other', async () => {
  for (const file of named(/^\w+\/[\w-]+\/sitemap\.xml$/)) {
    const folder = file.replace('sitemap.xml', '');
    const own: string[] = [];
    for (const page of sites.files.filter(
      (name) =>
        name.startsWith(folder) &&
        name.endsWith('/index.html') &&
        !/\/(?:search|learning|certificate|release|mirror)\//.test(name),
    ))
      if (isToBeFoundHere(page, await sites.read(page))) own.push(page);
    const locs = [...(await sites.read(file)).matchAll(/<loc>https:\/\/(\w+)[^/]*(.*?)<\/loc>/g)].map(
      ([, country, path]) => `${country}${path}index.html`,
    );
    expect(locs.toSorted(), file).toEqual(own.toSorted());
  }
});

test('indexes of sitemaps', async () => {
  const files = named(/^\w+\/sitemap\.xml$/);
  expect(files).toHaveLength(5);
  for (const file of files) {
    const root = await parse(await sites.read(file));
    expect([root.name, root.namespace]).toEqual(['sitemapindex', sitemapNamespace]);
    const locs = root.children.map((sitemap) => checkPlace(sitemap, 'sitemap'));
    expect(locs.length).toBe(named(new RegExp(`^${file.slice(0, 2)}/[\\w-]+/sitemap\\.xml$`)).length);
  }
});

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

test('the parser of this test refuses what is no XML', async () => {
  await expect(parse('<feed><title>a & b</title></feed>')).rejects.toThrow();
});

test('feeds, of every language that has texts of its own', async () => {
  const files = named(/\/feed\.xml$/);
  expect(files).toHaveLength(16);
  for (const file of files) {
    const feed = await parse(await sites.read(file));
    expect([feed.name, feed.namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const known = ['id', 'title', 'updated', 'author', 'link', 'entry'];
    expect(feed.children.filter(({ name }) => !known.includes(name))).toEqual([]);
    only(feed, 'title');
    for (const author of childrenOf(feed, 'author')) expect(only(author, 'name')).not.toBe('');
    expect(childrenOf(feed, 'author').length).toBeGreaterThan(0);
    expect(childrenOf(feed, 'link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate']);
    const entries = childrenOf(feed, 'entry');
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThanOrEqual(30);
    const days = entries.map(checkEntry);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(only(feed, 'updated')).toBe(days[0]);
    const ids = [only(feed, 'id'), ...entries.map((entry) => only(entry, 'id'))];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^tag:[a-z.]+,\d{4}:\/\S+$/.test(id))).toEqual([]);
  }
});

/** @returns the instant of its last change */
function checkEntry(entry: Element): string {
  const known = ['id', 'title', 'updated', 'author', 'link', 'summary'];
  expect(entry.children.filter(({ name }) => !known.includes(name))).toEqual([]);
  expect(only(entry, 'title')).not.toBe('');
  expect(only(entry, 'summary')).not.toBe('');
  expect(childrenOf(entry, 'link').map(({ attributes }) => attributes.rel)).toEqual(['alternate']);
  const updated = only(entry, 'updated');
  expect(updated).toMatch(isInstant);
  return updated;
}
