/**
 * The policy of every kind of page in a real browser: it hinders nothing of ours, and everything else.
 */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startPreviewServer } from '../../build/serve/preview-server.ts';
import { browseSites } from '../browser/browsed-sites.ts';
import { answerFrom } from '../support/built-sites.ts';

const own = browseSites();

/** A page that notes what its policy refuses, and every word in the console. */
async function watched(): Promise<{ page: Page; said: string[] }> {
  const page = await own.browser.newPage();
  onTestFinished(() => page.close());
  const said: string[] = [];
  page.on('console', (message) => {
    // Asked for by the browser itself at the root of the server, where no site lies here.
    if (!message.location().url.endsWith('/favicon.ico')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return { page, said };
}

const kinds = [
  'kg/',
  'kg/ru/',
  'kg/ru/courses/',
  'kg/ru/courses/play/',
  'kg/ru/courses/play/first-week/',
  'uz/uz-latn/materials/',
  'uz/uz-latn/materials/treasure-bag/',
  'tj/tg/topics/',
  'tj/tg/topics/language-literacy/',
  'rs/sr-cyrl/parents/',
  'rs/sr-cyrl/groups/',
  'kg/ru/groups/play-every-day/',
  'me/en/pages/about/',
  'me/en/404.html',
];

test.each(kinds)('%s is shown as it is meant, without a word in the console', async (path) => {
  const { page, said } = await watched();
  await page.goto(own.url + path);
  await page.waitForLoadState('networkidle');
  expect(said).toEqual([]);
  expect(await page.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px');
  const motif = `getComputedStyle(document.querySelector('.hem')).webkitMaskImage`;
  expect(await page.evaluate(motif)).toMatch(/^url\("data:image\/svg/);
});

test('search finds, with WebAssembly', async () => {
  const { page, said } = await watched();
  await page.goto(`${own.url}kg/ru/search/?q=игра`);
  await page.locator('#results[data-state=done] a').first().waitFor();
  expect(said).toEqual([]);
});

test('a quiz is answered by the keyboard, and nothing is sent', async () => {
  const { page, said } = await watched();
  await page.goto(`${own.url}kg/ru/courses/play/first-week/`);
  const address = page.url();
  await page.locator('fieldset input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  expect([page.url(), said]).toEqual([address, []]);
});

test.each([
  ['an inline script', `<script>globalThis.__xss = 1</script>`],
  ['an event handler', `<img src="x" onerror="globalThis.__xss = 1">`],
  ['a script of another site', `<script src="https://example.org/x.js"></script>`],
  ['a frame', `<iframe srcdoc="<script>parent.__xss = 1</script>"></iframe>`],
  ['an inline style', `<p id="planted" style="color: rgb(1, 2, 3)">x</p>`],
  ['a sheet', `<style>#planted { color: rgb(1, 2, 3) }</style><p id="planted">x</p>`],
  ['another base', `<base href="https://example.org/">`],
])('%s that found its way into a page is refused', async (_, planted) => {
  const { page, said } = await watched();
  await page.route('**/first-week/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<main', `${planted}<main`) });
  });
  await page.goto(`${own.url}kg/ru/courses/play/first-week/`);
  await page.waitForLoadState('networkidle');
  expect(said.join('\n')).toMatch(/Content Security Policy/);
  expect(await page.evaluate('globalThis.__xss')).toBeUndefined();
  const colour = `document.querySelector('#planted') && getComputedStyle(document.querySelector('#planted')).color`;
  expect(await page.evaluate(colour)).not.toBe('rgb(1, 2, 3)');
  expect(await page.evaluate('document.baseURI')).toContain(own.url);
});

test('the script of the preview runs below the policy: it tells of faults and of the page, which loads anew where it was', async () => {
  let faults: string | undefined;
  let more = '';
  const built = answerFrom(own.sites.folder);
  const preview = await startPreviewServer({
    async answer(pathname) {
      const answer = await built(pathname);
      return answer.kind === 'page'
        ? {
            ...answer,
            html: answer.html.replace(
              '<main',
              `<details id="own"><summary>More</summary></details>${more}<main`,
            ),
          }
        : answer;
    },
    explain: String,
    host: '127.0.0.1',
    port: 0,
    frontPage: () => '',
    faults: () => faults,
    faultsPage: (report) => report,
    galleryPage: async () => undefined,
    panel: async (pathname) => `<details class="panel"><summary>1 kB, ${pathname}</summary></details>`,
    translationPage: async () => undefined,
  });
  onTestFinished(() => preview.close());
  for (const path of ['kg/ru/courses/play/', 'kg/ru/search/']) {
    const { page, said } = await watched();
    await page.goto(preview.url + path);
    await page.waitForRequest(/events\?seen/, { timeout: 5000 }).catch(() => undefined);
    faults = 'A fault\nin <b>line 2</b>';
    await preview.update();
    const layer = page.locator('#preview .faults');
    expect(await layer.locator('pre').textContent()).toBe(faults);
    faults = undefined;
    await preview.update();
    await layer.waitFor({ state: 'detached' });
    expect(await page.locator('#preview .panel').textContent()).toBe(`1 kB, /${path}`);
    await page.evaluate(`document.querySelector('#own').open = true; scrollTo(0, 150)`);
    const anew = page.waitForEvent('load');
    more = `<p>${path}</p>`;
    await preview.update();
    await anew;
    // The author goes on where she was.
    await page.waitForFunction(`document.querySelector('#own').open && scrollY === 150`);
    expect(said).toEqual([]);
  }
});
