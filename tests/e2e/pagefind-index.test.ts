/**
 * Holds the index that we write against the one that Pagefind's own indexer makes of the same records: its program in the browser has to
 * find the same pages in both.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SearchRecord } from '../../build/model/search-record.ts';
import { makePagefindClient } from '../../build/search/pagefind-client.ts';
import { type BundleFile, buildSearchBundle } from '../../build/search/search.ts';
import { emptyIndex, updateIndex } from '../../build/search/search-index.ts';
import { toLocale } from '../../schemas/brands.ts';
import { createRandom, type Random } from '../bench/content/random.ts';
import { launchBrowser } from '../browser/browser.ts';
import { serveSites } from '../support/built-sites.ts';
import { temporaryFolder } from '../support/content.ts';

const vocabulary = makeWords(1500);
const records = makeRecords(300);
/** Beginnings first and in the order of the alphabet: of what comes behind one, nothing has been loaded by then. */
const words = [...new Set(records.flatMap(({ content }) => content.split(' ')))];
const beginnings = words.flatMap((word) => [word.slice(0, 3), word.slice(0, 4)]);
const questions = [...[...new Set(beginnings)].toSorted(), ...words];

type WrittenFile = Pick<BundleFile, 'path' | 'bytes'>;

interface Finding {
  readonly question: string;
  readonly paths: readonly string[];
  /** What the best of them shows. */
  readonly title: string | undefined;
  readonly summary: string | undefined;
}

test('words find the pages that they find in the index of Pagefind, and beginnings all that begin so', async () => {
  const ownFiles = buildSearchBundle(updateIndex(emptyIndex, new Set(), records), await makePagefindClient());
  expect(ownFiles.filter((file) => file.path.startsWith('index/')).length).toBeGreaterThan(4);
  const [own = [], theirs = []] = await askBundles([ownFiles, await indexOfPagefind()]);
  for (const { question, paths } of own) expect(paths, question).toEqual(pathsWith(question));
  // The words come last, when all of its index is loaded: it cuts between words that begin alike.
  expect(own.map(pathsOf).slice(-words.length)).toEqual(theirs.map(pathsOf).slice(-words.length));
  const summaries = new Map(records.map(({ title, summary }) => [title, summary]));
  for (const { title, summary } of own) expect(summary).toBe(title && summaries.get(title));
});

const pathsWith = (beginning: string): string[] =>
  records.flatMap(({ url, content }) => (` ${content}`.includes(` ${beginning}`) ? [url] : []));

const pathsOf = ({ question, paths }: Finding) => [question, paths];

/** Asks all questions of each bundle. */
async function askBundles(bundles: readonly (readonly WrittenFile[])[]): Promise<Finding[][]> {
  const folder = await temporaryFolder();
  for (const [number, files] of bundles.entries())
    for (const { path: file, bytes } of files) await write(path.join(folder, `${number}`, file), bytes);
  await write(path.join(folder, 'index.html'), Buffer.from('<!doctype html><title>Search</title>'));
  const [server, browser] = await Promise.all([serveSites(folder), launchBrowser()]);
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await Promise.all(bundles.map((_, number) => ask(page, `${server.url}${number}/`)));
  } finally {
    await Promise.all([server.close(), browser.close()]);
  }
}

const ask = (page: Page, bundle: string): Promise<Finding[]> =>
  page.evaluate<Finding[]>(`(async () => {
    const { options, search } = await import('${bundle}pagefind.js');
    await options({ noWorker: true });
    const findings = [];
    for (const question of ${JSON.stringify(questions)}) {
      const { results } = await search(question);
      const hits = await Promise.all(results.map((result) => result.data()));
      const paths = hits.map(({ raw_url }) => raw_url).sort();
      findings.push({ question, paths, title: hits[0]?.meta.title, summary: hits[0]?.meta.summary });
    }
    return findings;
  })()`);

async function indexOfPagefind(): Promise<WrittenFile[]> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'unknown' });
  for (const { url, title, summary, content } of records)
    await index?.addCustomRecord({ url, content, language: 'unknown', meta: { title, summary } });
  const files = (await index?.getFiles())?.files ?? [];
  await pagefind.close();
  return files.map(({ path: file, content }) => ({ path: file, bytes: content }));
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** Beginnings are shared, as in a language. */
function makeWords(count: number): string[] {
  const random = createRandom('words');
  const syllables = ['ka', 'no', 'gr', 'it', 'el', 'sho', 'mu', 'ban', 'des', 'po', 'vir', 'ze'];
  const words = new Set<string>();
  while (words.size < count) {
    const length = random.between(2, 5);
    words.add(Array.from({ length }, () => random.pick(syllables)).join(''));
  }
  return [...words];
}

/** Some words are in nearly every text, most in a few. Titles and summaries have no words of the vocabulary. */
function makeRecords(count: number): SearchRecord[] {
  const random = createRandom('records');
  return Array.from({ length: count }, (_, number) => ({
    locale: toLocale('ru'),
    url: `materials/m-${String(number).padStart(3, '0')}/`,
    title: `Название ${number}`,
    summary: `Описание ${number}`,
    content: [...new Set(Array.from({ length: 60 }, () => drawWord(random)))].join(' '),
    facets: ['kind:material', `age:${number % 3}`],
  }));
}

function drawWord(random: Random): string {
  return vocabulary[Math.floor(random.next() ** 3 * vocabulary.length)] ?? '';
}
