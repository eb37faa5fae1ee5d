/**
 * Asks questions of a published site in a real browser, as a reader does, and of plain Pagefind over the same texts.
 */
import type { Browser, Page } from 'playwright-core';
import { fastLine } from '../../browser/fast-line.ts';
import type { Query, Variant } from './evaluation.ts';

export interface Answer {
  readonly query: Query;
  /** From 1; nothing when no expected document is among the results. */
  readonly rank: number | undefined;
  readonly found: readonly string[];
}

export interface Answers {
  readonly answers: readonly Answer[];
  /** Over the line for the first question, beyond the search page. */
  readonly firstBytes: number;
}

/** @param url where the sites are served */
export async function askSite(
  browser: Browser,
  url: string,
  { root }: Variant,
  queries: readonly Query[],
): Promise<Answers> {
  // What a worker takes along afterwards is no part of what a question costs.
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  await context.addInitScript(fastLine);
  const page = await context.newPage();
  await page.goto(`${url}${root}/search/`);
  const weight = await countBytes(page);
  let firstBytes = 0;
  const answers: Answer[] = [];
  for (const query of queries) {
    const found = await page.evaluate<string[]>(`(async () => {
      const form = document.querySelector('form[data-bundle]');
      const results = document.querySelector('#results');
      form.elements.namedItem('q').value = ${JSON.stringify(query.q)};
      form.requestSubmit();
      while (results.dataset.state !== 'done') await new Promise((go) => requestAnimationFrame(go));
      return [...results.querySelectorAll('a')].map((link) => link.pathname.split('/').at(-2));
    })()`);
    if (answers.length === 0) firstBytes = weight();
    answers.push(answerOf(query, found));
  }
  await context.close();
  return { answers, firstBytes };
}

/** @param bundle address of a Pagefind bundle whose addresses are ids of documents */
export async function askPlain(
  browser: Browser,
  pageUrl: string,
  bundle: string,
  queries: readonly Query[],
): Promise<Answers> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pageUrl);
  const weight = await countBytes(page);
  let firstBytes = 0;
  const answers: Answer[] = [];
  for (const query of queries) {
    const found = await page.evaluate<string[]>(`(async () => {
      const pagefind = await import(${JSON.stringify(`${bundle}pagefind.js`)});
      await pagefind.options({ noWorker: true });
      const { results } = await pagefind.search(${JSON.stringify(query.q)});
      const hits = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return hits.map((hit) => hit.raw_url.replace(/.*[/]([^/]+)[/]?$/, '$1'));
    })()`);
    if (answers.length === 0) firstBytes = weight();
    answers.push(answerOf(query, found));
  }
  await context.close();
  return { answers, firstBytes };
}

function answerOf(query: Query, found: readonly string[]): Answer {
  const at = found.findIndex((id) => query.expect.includes(id));
  return { query, rank: at < 0 ? undefined : at + 1, found: found.slice(0, 3) };
}

/** @returns how many bytes have come over the line since */
export async function countBytes(page: Page): Promise<() => number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}
