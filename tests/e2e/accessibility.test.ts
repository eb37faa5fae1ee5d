/**
 * Every kind of page by axe (WCAG 2.2 AA) and by its width, on a narrow phone and a desktop, light and dark.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { type BuiltSites, buildOwnSites, type SiteServer, serveSites } from '../support/built-sites.ts';

let sites: BuiltSites;
let server: SiteServer;
let browser: Browser;
let axeSource: string;

beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [sites, browser] = await Promise.all([buildOwnSites(), launchBrowser()]);
  server = await serveSites(sites.folder);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await sites?.remove();
});

const pages = [
  'kg/',
  'kg/ky/',
  'me/cnr-latn/courses/',
  'tj/ru/courses/play/',
  'kg/ru/courses/play/observing-play/',
  'uz/uz-latn/courses/play/first-week/',
  'rs/sr-cyrl/materials/',
  'uz/uz-latn/materials/treasure-bag/',
  'kg/ru/groups/play-every-day/',
  'me/en/groups/',
  'tj/tg/pages/privacy/',
  'rs/sr-latn/search/',
  'kg/ky/topics/',
  'uz/uz-latn/topics/language-literacy/',
  'tj/tg/parents/',
  'kg/404.html',
  'kg/ru/learning/',
  'uz/uz-latn/certificate/',
  'me/cnr-latn/certificate/verify/',
];

const views = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

test.each(pages)('%s', async (path) => {
  for (const { width, colorScheme } of views) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(server.url + path);
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
      };
      const { violations: found } = await axe.run((globalThis as unknown as { document: unknown }).document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    });
    expect(violations, `${width} px, ${colorScheme}`).toEqual([]);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow, `sideways scroll at ${width} px`).toBe(0);
    await context.close();
  }
});
