/**
 * A photograph in its pages: which file a browser takes, and what it costs on a phone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { type BuiltSites, buildOwnSites, type SiteServer, serveSites } from '../support/built-sites.ts';
import { minimalContent, text, writeContent } from '../support/content.ts';

let browser: Browser;
let content: string;
let sites: BuiltSites;
let server: SiteServer;

beforeAll(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), 'passport-'));
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const photograph = sharp({
    create: { width: 1600, height: 1000, channels: 3, background: '#888', noise },
  });
  const bag = 'shared/materials/bag';
  const fields =
    'title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\nimage:\n  src: bag.jpg\n  alt: A cloth bag\n';
  await writeContent(content, {
    ...minimalContent,
    [`${bag}/bag.jpg`]: await photograph.jpeg().toBuffer(),
    [`${bag}/index.en.md`]: text(fields, 'Touch.\n\n![A hand in the bag](bag.jpg "Feel first")\n'),
  });
  [sites, browser] = await Promise.all([buildOwnSites(content), launchBrowser()]);
  server = await serveSites(sites.folder);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await sites?.remove();
  await rm(content, { recursive: true, force: true });
});

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };

interface Shown {
  readonly file: string;
  readonly drawn: boolean;
  readonly overflows: boolean;
}

/** Opens a page to its end, and tells which pictures it loaded and what they weighed. */
async function picturesOf(address: string, options: BrowserContextOptions, unknown: readonly string[] = []) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setDisabledImageTypes', { imageTypes: unknown as ['avif', 'webp'] });
  await page.goto(server.url + address, { waitUntil: 'networkidle' });
  for (const image of await page.locator('main img').all()) await image.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const shown = await page.evaluate<Shown[]>(`[...document.querySelectorAll('main img')].map((image) => ({
    file: image.currentSrc.replace(/^.*\\//, '').replace(/\\.[0-9a-f]{8}/, ''),
    drawn: image.naturalWidth > 0,
    overflows: image.getBoundingClientRect().right > innerWidth,
  }))`);
  await context.close();
  return shown;
}

const files = async (...wanted: Parameters<typeof picturesOf>): Promise<string[]> => {
  const shown = await picturesOf(...wanted);
  expect(shown.map(({ drawn, overflows }) => ({ drawn, overflows }))).toEqual(
    shown.map(() => ({ drawn: true, overflows: false })),
  );
  return shown.map(({ file }) => file);
};

test('a cheap phone takes 640 pixels as AVIF, an older one WebP, a very old one JPEG', async () => {
  const material = 'kg/en/materials/bag/';
  expect(await files(material, phone)).toEqual(['bag-640.avif', 'bag-640.avif']);
  expect(await files(material, phone, ['avif'])).toEqual(['bag-640.webp', 'bag-640.webp']);
  expect(await files(material, phone, ['avif', 'webp'])).toEqual(['bag-640.jpg', 'bag-640.jpg']);
});

test('a list takes thumbnails; a dense desktop the widest', async () => {
  expect(await files('kg/en/materials/', phone)).toEqual(['bag-320.avif']);
  const desktop = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2 };
  expect(await files('kg/en/materials/bag/', desktop)).toEqual(['bag-960.avif', 'bag-960.avif']);
});

test('the picture at the head is loaded at once, those below wait for the reader', async () => {
  const html = await sites.read('kg/en/materials/bag/index.html');
  const images = [...html.matchAll(/<img [^>]*>/g)].map(([image]) => image);
  expect(images.map((image) => image.includes('loading="lazy"'))).toEqual([false, true]);
  for (const image of images) expect(image).toMatch(/ width="960" height="600"/);
});
