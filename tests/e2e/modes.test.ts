/**
 * One page of each kind, in Latin and in Cyrillic letters, as readers meet it who see, move or pay differently (WCAG 2.2 in brackets):
 * narrow, with large letters, with colours of their own, without motion, without pictures that only decorate.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sidewaysScroll } from '../browser/axe.ts';
import { launchBrowser } from '../browser/browser.ts';
import { clippedTexts, moving, overlappingTexts, smallTargets, unseenFocus } from '../browser/layout.ts';
import { type BuiltSites, ownSites, type SiteServer, serveSites } from '../support/built-sites.ts';

let sites: BuiltSites;
let server: SiteServer;
let browser: Browser;
/** The longest page of each kind. */
let pages: readonly string[];

beforeAll(async () => {
  [sites, browser] = await Promise.all([ownSites(), launchBrowser()]);
  server = await serveSites(sites.folder);
  pages = [
    ...(await longestOfEachKind('tj/tg/')),
    ...(await longestOfEachKind('uz/uz-latn/')),
    'kg/',
    'kg/404.html',
  ];
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await sites?.remove();
});

async function longestOfEachKind(folder: string): Promise<string[]> {
  const longest = new Map<string, { readonly file: string; readonly length: number }>();
  for (const file of sites.files.filter((name) => name.startsWith(folder) && name.endsWith('.html'))) {
    const markup = await sites.read(file);
    const kind = / data-page="([^"]*)"/.exec(markup)?.[1] ?? '';
    if (markup.length > (longest.get(kind)?.length ?? 0)) longest.set(kind, { file, length: markup.length });
  }
  return [...longest.values()].map(({ file }) => file.replace(/index\.html$/, ''));
}

const smallPhone: BrowserContextOptions = { viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' };

async function open(path: string, options: BrowserContextOptions = smallPhone): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}

/** What is looked for on every page, one after the other: a page that is open is looked at in all ways. */
const looks: Readonly<Record<string, (page: Page) => Promise<readonly string[]>>> = {
  'on a small phone nothing is cut off, lies on another or scrolls sideways (1.4.10)': unfit,
  'what can be pressed has 44 px for a finger, unless it is a link in a sentence (2.5.8)': smallTargets,
  'nothing moves for who does not want it (2.3.3)': moving,
  'the focus is seen wherever it goes (2.4.7)': unseenFocus,
  'and in forced colours': async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    return unseenFocus(page);
  },
  'with letters of twice the size nothing is cut off, lies on another or scrolls sideways (1.4.4)': async (
    page,
  ) => {
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    return unfit(page);
  },
};

async function unfit(page: Page): Promise<string[]> {
  const widerPx = await sidewaysScroll(page);
  return [
    ...(widerPx > 0 ? [`${widerPx} px wider than the window`] : []),
    ...(await clippedTexts(page)),
    ...(await overlappingTexts(page)),
  ];
}

describe('every kind of page', () => {
  const found = new Map<string, string[]>(Object.keys(looks).map((name) => [name, []]));
  beforeAll(async () => {
    for (const path of pages) {
      const page = await open(path);
      for (const [name, look] of Object.entries(looks))
        found.get(name)?.push(...(await look(page)).map((fault) => `${path}: ${fault}`));
      await page.context().close();
    }
  });

  test('is looked at, in both scripts', () => {
    expect(pages.length).toBe(2 * 19 + 2);
  });

  test.each(Object.keys(looks))('%s', (name) => {
    expect(found.get(name)).toEqual([]);
  });
});

test.each([
  ['reduce', 0],
  ['no-preference', 1],
] as const)(
  'a stamp is pressed on a finished lesson, or is there at once: %s',
  async (reducedMotion, animations) => {
    const page = await open('kg/en/courses/play/why-play/', { ...smallPhone, reducedMotion });
    // The animation stands still at its beginning, however long the page takes to answer.
    const session = await page.context().newCDPSession(page);
    await session.send('Animation.enable');
    await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await page.getByRole('button', { name: 'Finish the lesson' }).press('Enter');
    await page.locator('.stamp').waitFor();
    expect(await page.evaluate('document.getAnimations().length')).toBe(animations);
    await page.context().close();
  },
);

describe('who saves data', () => {
  const picturesOf = async (path: string, value: 'reduce' | 'no-preference'): Promise<string[]> => {
    const context = await browser.newContext(smallPhone);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-data', value }] });
    const loaded: string[] = [];
    page.on('request', (request) => request.resourceType() === 'image' && loaded.push(request.url()));
    await page.goto(server.url + path);
    for (let at = 0; at < 40; at++) await page.mouse.wheel(0, 700);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await page.waitForLoadState('networkidle');
    await context.close();
    return loaded.filter((url) => /\/assets\/(?!icon)[^/]*\.(?:svg|webp|png|jpe?g)$/.test(url));
  };

  test.each(['kg/en/materials/', 'kg/en/courses/'])('loads no thumbnails: %s', async (path) => {
    expect((await picturesOf(path, 'no-preference')).length).toBeGreaterThan(0);
    expect(await picturesOf(path, 'reduce')).toEqual([]);
  });

  test('loads the picture that the front page opens with, and no other', async () => {
    expect((await picturesOf('kg/en/', 'no-preference')).length).toBeGreaterThan(1);
    expect(await picturesOf('kg/en/', 'reduce')).toHaveLength(1);
  });
});

describe('in forced colours', () => {
  const forced: BrowserContextOptions = { ...smallPhone, forcedColors: 'active' };
  const style = (page: Page, selector: string, property: string, pseudo = ''): Promise<string> =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)}), '${pseudo}')[${JSON.stringify(property)}]`,
    );

  test('buttons have a frame', async () => {
    const page = await open('kg/en/', forced);
    expect(await style(page, '.btn', 'borderStyle')).toBe('solid');
    expect(await style(page, '.btn', 'borderColor')).not.toBe('rgba(0, 0, 0, 0)');
    await page.context().close();
  });

  test('the section that one is in is underlined', async () => {
    const page = await open('kg/en/courses/#menu', forced);
    expect(await style(page, 'nav [aria-current]', 'textDecorationLine')).toBe('underline');
    expect(await style(page, 'nav a:not([aria-current])', 'textDecorationLine')).toBe('none');
    await page.context().close();
  });

  test('right and wrong answers have a sign', async () => {
    const page = await open('kg/en/courses/play/first-week/', forced);
    await page.locator('#q1 [value="1"]').check();
    await page.locator('#q1 .check').click();
    const wrong = await style(page, '#q1 .again', 'content', '::after');
    await page.locator('#q1 [value="2"]').check();
    await page.locator('#q1 .check').click();
    expect([wrong, await style(page, '#q1 .right', 'content', '::after')]).toEqual(['"↺ "', '"✓ "']);
    await page.context().close();
  });

  test('finished lessons, the one that is open and the rest differ', async () => {
    const page = await open('kg/en/courses/play/why-play/', forced);
    await page.getByRole('button', { name: 'Finish the lesson' }).click();
    await page.goto(`${server.url}kg/en/courses/play/observing-play/`);
    await page.locator('.path .done').waitFor();
    const frames = await Promise.all(
      ['.knots .done', '.knots .here', '.knots i:last-child'].map((knot) => style(page, knot, 'borderWidth')),
    );
    expect(new Set(frames).size).toBe(3);
    expect(await style(page, '.path .done', 'content', '::before')).toBe('"✓"');
    expect(await style(page, '.path .now', 'borderWidth', '::before')).not.toBe(
      await style(page, '.path li:last-child', 'borderWidth', '::before'),
    );
    await page.context().close();
  });

  test('ornaments that are masks show in the colour of text', async () => {
    const page = await open('kg/en/', forced);
    expect(await style(page, '.hem', 'backgroundColor')).toBe(await style(page, 'h1', 'color'));
    await page.context().close();
  });
});
