/** The examples of marked quizzes are written by hand: here the script of lessons marks the same answers, and leaves the same form. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleScript } from '../../build/client/bundle.ts';
import { examples } from '../../templates/components/quiz/quiz.examples.ts';
import { sample } from '../../templates/components/sample.ts';
import { lessonScript } from '../../templates/components/script.ts';
import { launchBrowser } from '../browser/browser.ts';

let browser: Browser;
let lesson: Buffer;
beforeAll(async () => {
  browser = await launchBrowser();
  lesson = Buffer.from((await bundleScript('lesson')).bytes);
});
afterAll(() => browser?.close());

const states = Object.entries(examples(sample)).map(([state, markup]) => [state, markup.toString()] as const);
const marked = states.filter(([, markup]) => markup.includes('role="status"'));

/** The form before the button was pressed, on a page with the script. */
async function openUnmarked(state: string): Promise<Page> {
  const [kind = ''] = state.split(',');
  const [, form] = states.find(([name]) => name === kind) ?? [];
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: lesson })
      : route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="en"><style></style><main data-site="kg" data-page="material" data-id="a">${form}</main>${lessonScript(sample.page)}`,
        }),
  );
  // There is nothing here that could be kept for times without a line.
  await page.route('**/keep.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(`https://page.example${sample.page.path}`);
  await page.locator('.check').waitFor();
  return page;
}

/** Answers the form as the example is answered, presses its button, and returns both without what only one of them has. */
const answerAs = (markup: string): string => `(() => {
  const example = new DOMParser().parseFromString(${JSON.stringify(markup)}, 'text/html').querySelector('form');
  const form = document.querySelector('form');
  const controls = (of) => [...of.querySelectorAll('input, select')];
  controls(form).forEach((control, at) => {
    const given = controls(example)[at];
    if (control.matches('[type=text], select')) control.value = given.value;
    else control.checked = given.checked;
  });
  form.querySelector('.check').click();
  const plain = (of) => {
    const copy = of.cloneNode(true);
    copy.querySelector('.check').removeAttribute('type');
    for (const part of copy.querySelectorAll('*')) {
      if (part.matches('input[type=text]')) part.removeAttribute('value');
      part.removeAttribute('checked');
      part.removeAttribute('selected');
      if (part.className === '') part.removeAttribute('class');
      // In one order, for comparison.
      for (const { name, value } of [...part.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        part.removeAttribute(name);
        part.setAttribute(name, value);
      }
    }
    return copy.innerHTML;
  };
  return { made: plain(form), shown: plain(example) };
})()`;

test.each(marked)('%s', async (state, markup) => {
  const page = await openUnmarked(state);
  const { made, shown } = await page.evaluate<{ made: string; shown: string }>(answerAs(markup));
  expect(made).toBe(shown);
  await page.close();
});

test('there is one of each kind that is marked, right and not', () => {
  const kinds = ['single choice', 'several choices', 'matching', 'putting in order', 'short answer'];
  const right = marked.filter(([state]) => state.endsWith(', right')).map(([state]) => state.split(',')[0]);
  expect(right).toEqual(kinds);
  expect(marked.length).toBeGreaterThanOrEqual(9);
});
