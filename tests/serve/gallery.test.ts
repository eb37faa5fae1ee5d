/** The gallery of the preview, made of the project's own content. */
import { readdirSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { galleryPage } from '../../build/gallery/gallery.ts';
import { checkContent } from '../../build/pipeline.ts';
import { translationPage } from '../../build/preview/translation-pages.ts';
import { type PreviewServer, startPreviewServer } from '../../build/serve/preview-server.ts';
import { renderEditions } from '../../templates/pages/editions.ts';
import { axeViolations, bringAxe, sidewaysScroll, violationsDayAndNight } from '../browser/axe.ts';
import { launchBrowser } from '../browser/browser.ts';
import { answerFrom, type BuiltSites, ownSites } from '../support/built-sites.ts';
import { htmlValidateConfig } from '../templates/html-validate-config.ts';

let sites: BuiltSites;
let server: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  const [built, started, content] = await Promise.all([
    ownSites(),
    launchBrowser(),
    checkContent({ contentFolder: 'content', drafts: false }),
  ]);
  sites = built;
  browser = started;
  server = await startPreviewServer({
    answer: answerFrom(sites.folder),
    explain: String,
    host: '127.0.0.1',
    port: 0,
    frontPage: () => renderEditions([]),
    faults: () => undefined,
    faultsPage: (report) => report,
    galleryPage: (pathname, query) => galleryPage(content, pathname, query),
    translationPage: async (pathname) => translationPage(content, pathname),
    panel: async () => undefined,
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await sites?.remove();
});

const get = async (address: string): Promise<string> => (await fetch(new URL(address, server.url))).text();

/** A small phone, on which nothing is open yet. */
async function blank(options = {}): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 }, ...options });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return { page, faults };
}

async function open(address: string, options = {}): Promise<{ page: Page; faults: string[] }> {
  const opened = await blank(options);
  // Its hundred frames are waited for by whoever looks at them.
  await opened.page.goto(new URL(address, server.url).href, { waitUntil: 'domcontentloaded' });
  return opened;
}

/** Addresses of the examples of a country in a language. */
async function examplesAt(address: string): Promise<string[]> {
  const page = await get(address);
  return [...page.matchAll(/<iframe src="([^"]*)"/g)].map(([, href = '']) => href);
}

test('the front page of the preview leads there', async () => {
  expect(await get('')).toContain('href="/gallery/"');
  expect((await fetch(`${server.url}gallery`)).url).toBe(`${server.url}gallery/`);
});

test('every folder of a component has examples, and each is shown below its name', async () => {
  const folders = readdirSync('templates/components', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const page = await get('gallery/');
  const without = folders.filter(({ name }) => !page.includes(`<iframe src="/gallery/kg/ky/${name}/`));
  expect(folders.length).toBeGreaterThan(15);
  expect(without).toEqual([]);
  expect(page).not.toContain('It has no examples yet');
});

test('what authors write with Markdown is shown with how they write it', async () => {
  const page = await get('gallery/uz/uz-latn/');
  for (const block of ['callout', 'activity', 'steps', 'figure', 'video-audio-download'])
    expect(page).toContain(`<iframe src="/gallery/uz/uz-latn/${block}/`);
  expect(page).toContain('::: audio lullaby.mp3 A lullaby for two voices');
});

test('each example answers, in the words and the colours of its site', async () => {
  const examples = await examplesAt('gallery/tj/tg/');
  expect(examples.length).toBeGreaterThan(80);
  expect(new Set(examples).size).toBe(examples.length);
  for (const example of examples)
    expect((await fetch(new URL(example, server.url))).status, example).toBe(200);
  const header = await get('gallery/tj/tg/header/one-other-language');
  expect(header).toContain('<html lang="tg"');
  expect(header).toContain('Тоҷикистон');
  expect(header).toContain('href="/tj/tg/courses/"');
});

test('there is nothing at an address that it does not know', async () => {
  for (const address of [
    'gallery/xx/',
    'gallery/kg/xx/',
    'gallery/kg/ky/header/unknown',
    'gallery/kg/ky/unknown/',
  ])
    expect((await fetch(server.url + address)).status, address).toBe(404);
});

test('only the gallery frames its examples, and nobody frames the gallery', async () => {
  const policyOf = async (address: string) =>
    (await fetch(server.url + address)).headers.get('content-security-policy');
  expect(await policyOf('gallery/kg/ky/header/one-other-language')).toBe("frame-ancestors 'self'");
  expect(await policyOf('gallery/')).toBe("frame-ancestors 'none'");
});

test('no built site has anything of it', async () => {
  expect(sites.files.filter((file) => /galler/i.test(file))).toEqual([]);
  for (const file of sites.files.filter((name) => /\.(?:html|js|css)$/.test(name)))
    expect(await sites.read(file), file).not.toMatch(/gallery|Gallery/);
});

describe('valid HTML', () => {
  const documents = new HtmlValidate(new StaticConfigLoader(htmlValidateConfig));
  test.each(['gallery/', 'gallery/rs/sr-latn/?scheme=dark&dir=rtl&width=320'])('%s', async (address) => {
    const { results } = await documents.validateString(await get(address));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });
});

describe('on a small phone', () => {
  test('the page itself, light and dark', async () => {
    const { page, faults } = await open('gallery/kg/ky/');
    // Frames by themselves, below.
    await page.evaluate("document.querySelectorAll('iframe').forEach((frame) => frame.remove())");
    expect(await violationsDayAndNight(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('each example by axe, light and dark, and by its width', async () => {
    const { page, faults } = await blank();
    const found: string[] = [];
    await bringAxe(page);
    for (const example of await examplesAt('gallery/kg/ky/')) {
      await page.goto(new URL(example, server.url).href);
      if ((await sidewaysScroll(page)) > 0) found.push(`${example}: wider than the phone`);
      const violations = await violationsDayAndNight(page, rulesOfWholePages);
      found.push(...violations.map((violation) => `${example} ${violation}`));
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('each example from right to left, and with the long words of Uzbek, is no wider', async () => {
    const { page } = await blank();
    const wide: string[] = [];
    for (const example of await examplesAt('gallery/uz/uz-latn/?dir=rtl')) {
      await page.goto(new URL(example, server.url).href);
      if ((await sidewaysScroll(page)) > 0) wide.push(example);
    }
    expect(wide).toEqual([]);
    await page.close();
  });
});

/** An example is a piece of a page, which has its heading and its landmarks elsewhere. */
const rulesOfWholePages = [
  'skip-link',
  'region',
  'landmark-one-main',
  'page-has-heading-one',
  'heading-order',
  'bypass',
];

test('frames are as high as what is in them, also when something is opened there', async () => {
  const { page, faults } = await open('gallery/kg/ru/', { viewport: { width: 1280, height: 900 } });
  const frame = page.locator('iframe[title="quiz: single choice"]');
  await frame.scrollIntoViewIfNeeded();
  const example = page.frameLocator('iframe[title="quiz: single choice"]');
  await example.locator('form').waitFor();
  const isWhole = `(() => {
    const { clientHeight, contentDocument: { body } } = document.querySelector('iframe[title="quiz: single choice"]');
    return clientHeight >= body.scrollHeight && clientHeight < body.scrollHeight + 8;
  })()`;
  await page.waitForFunction(isWhole);
  await example.locator('summary').click();
  await example.locator('details[open]').waitFor();
  await page.waitForFunction(isWhole);
  expect(faults).toEqual([]);
  await page.close();
});

test('colours, direction and width can be chosen', async () => {
  const ground = 'getComputedStyle(document.body).backgroundColor';
  const { page } = await open('gallery/kg/ky/header/one-other-language?scheme=dark&dir=rtl', {
    colorScheme: 'light',
  });
  const dark = await page.evaluate(ground);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.goto(`${server.url}gallery/kg/ky/header/one-other-language?scheme=light`);
  expect(await page.evaluate(ground)).not.toBe(dark);
  await page.goto(`${server.url}gallery/kg/ky/`, { waitUntil: 'domcontentloaded' });
  for (const choice of ['Dark', '320 px', 'Right to left', 'English'])
    await page.locator('.settings').getByRole('link', { name: choice, exact: true }).click();
  expect(page.url()).toBe(`${server.url}gallery/kg/en/?scheme=dark&dir=rtl&width=320`);
  expect(await page.locator('iframe').first().getAttribute('width')).toBe('320');
  await page.close();
});

test('the state of the translations is a table that a narrow screen and a screen reader can use', async () => {
  for (const address of ['_preview/status', '_preview/status/uz']) {
    const { page, faults } = await open(address);
    expect(await axeViolations(page)).toEqual([]);
    expect([faults, await sidewaysScroll(page)]).toEqual([[], 0]);
    await page.close();
  }
  const { page } = await open('_preview/status/uz');
  const row = page.getByRole('row', { name: '/materials/treasure-bag/' });
  expect(await page.getByRole('columnheader', { name: 'ўзбекча' }).count()).toBe(1);
  await row.getByRole('cell').getByRole('link').first().click();
  expect(new URL(page.url()).pathname).toBe('/uz/uz-latn/materials/treasure-bag/');
  await page.close();
});
