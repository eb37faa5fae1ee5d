/**
 * Measures what search costs a reader when there are many entries: bytes over the line, time, and how long the page stands still.
 *
 * In: how many entries. A made-up site of one country is built, and each question is asked in a browser that has nothing kept.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import matter from 'gray-matter';
import type { Browser, Page } from 'playwright-core';
import { buildSites } from '../../../build/pipeline.ts';
import { wordsIn } from '../../../templates/client/search/keys.ts';
import { launchBrowser } from '../../browser/browser.ts';
import { serveSites } from '../../support/built-sites.ts';
import { generateContent } from '../content/generate-content.ts';
import type { EvaluationDocument } from './evaluation.ts';
import { countBytes } from './measure-search.ts';
import { writePlainBundle } from './plain-bundle.ts';

/** What a reader waits and pays for, beyond the search page. */
export interface Cost {
  readonly bytes: number;
  readonly milliseconds: number;
  /** The longest task of the page, in milliseconds; 0 below fifty. */
  readonly longestTask: number;
  readonly results: number;
}

export interface ScaleRow {
  readonly items: number;
  readonly question: string;
  /** Of our titles alone. */
  readonly titles: Cost;
  /** Of titles and texts. */
  readonly texts: Cost;
  /** Absent where it fails: its program has ended at thousands of words. */
  readonly plain?: Cost;
}

/** A country with three languages, and one that Pagefind itself has a stemmer for. */
const country = 'kg';
const languages = 3;
const tag = 'ru';
/** Lists, topics and pages of plain text of the three languages. */
const otherPages = 100;

export async function measureScale(
  items: number,
  onProgress: (line: string) => void,
): Promise<readonly ScaleRow[]> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'passport-scale-'));
  const [content, out] = [path.join(work, 'content'), path.join(work, 'sites')];
  try {
    onProgress(`building a site with ${items} entries …`);
    await generateContent({
      folder: content,
      pages: languages * items + otherPages,
      seed: 1,
      countries: [country],
    });
    await buildSites({ contentFolder: content, out, drafts: true });
    const documents = await readDocuments(content);
    await writePlainBundle(documents, tag, path.join(out, 'plain'));
    const server = await serveSites(out, true);
    const browser = await launchBrowser();
    try {
      const rows: ScaleRow[] = [];
      for (const [question, text] of questionsFrom(documents)) {
        onProgress(`asking for ${question} …`);
        rows.push({ items, question, ...(await ask(browser, server.url, text)) });
      }
      return rows;
    } finally {
      await Promise.all([browser.close(), server.close()]);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function readDocuments(content: string): Promise<EvaluationDocument[]> {
  const files = (await readdir(content, { recursive: true })).filter((file) =>
    file.endsWith(`${path.sep}index.${tag}.md`),
  );
  return Promise.all(
    files.toSorted().map(async (file) => {
      const { data, content: body } = matter(await readFile(path.join(content, file), 'utf8'));
      return { id: path.dirname(file), title: String(data.title), summary: String(data.summary ?? ''), body };
    }),
  );
}

/** By how many titles have their words, and what somebody might paste. */
function questionsFrom(documents: readonly EvaluationDocument[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { title } of documents)
    for (const word of new Set(wordsIn(title.toLowerCase())))
      if (word.length > 3) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const [common = '', second = '', rare = ''] = [words[0], words[1], words.at(-1)];
  const middle = words[words.length >> 2] ?? '';
  return new Map([
    ['a common word', common],
    ['a rare word', rare],
    ['two common words', `${common} ${second}`],
    ['two words', `${middle} ${rare}`],
    ['a whole title', documents[0]?.title ?? ''],
    ['10,000 letters', 'ж'.repeat(10_000)],
    ['5,000 words', `${common} `.repeat(5000)],
    ['signs', '.*[\\](){}|^$?+ <script>alert(1)</script> \u202E👩‍👧'],
  ]);
}

async function ask(
  browser: Browser,
  url: string,
  question: string,
): Promise<Pick<ScaleRow, 'titles' | 'texts' | 'plain'>> {
  // What a worker takes along afterwards is no part of what a question costs.
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  await context.addInitScript(dearLine);
  const page = await context.newPage();
  const address = `${url}${country}/${tag}/search/`;
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    const bytes = await countBytes(page);
    const q = JSON.stringify(question);
    const titles = await costOf(
      page,
      bytes,
      `form.elements.namedItem('q').value = ${q}; form.requestSubmit(); await isDone();`,
    );
    const inside = await costOf(
      page,
      bytes,
      `document.querySelector('#search-inside button').click(); await isDone();`,
    );
    await page.goto(address, { waitUntil: 'networkidle' });
    const before = bytes();
    const plain = await costOf(
      page,
      () => bytes() - before,
      `const pagefind = await import(${JSON.stringify(`${url}plain/pagefind.js`)});
       await pagefind.options({ noWorker: true });
       const { results: all } = await pagefind.search(${q});
       const shown = await Promise.all(all.slice(0, 10).map((result) => result.data()));
       results.replaceChildren(...shown.map(() => document.createElement('li')));`,
    ).catch(() => undefined);
    const texts = { ...inside, milliseconds: titles.milliseconds + inside.milliseconds };
    return { titles, texts, ...(plain !== undefined && { plain }) };
  } finally {
    await context.close();
  }
}

/** An init script: the reader is asked before texts are, so that the two can be told apart. */
const dearLine = `Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })`;

async function costOf(page: Page, bytes: () => number, script: string): Promise<Cost> {
  const cost = await page.evaluate<Omit<Cost, 'bytes'>>(`(async () => {
    const form = document.querySelector('form[data-bundle]');
    const results = document.querySelector('#results');
    const isDone = async () => {
      while (results.dataset.state !== 'done') await new Promise((go) => requestAnimationFrame(go));
    };
    let longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, Math.round(duration));
    });
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    ${script}
    const milliseconds = Math.round(performance.now() - start);
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    observer.disconnect();
    return { milliseconds, longestTask, results: results.children.length };
  })()`);
  return { ...cost, bytes: bytes() };
}
