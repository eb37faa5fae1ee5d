/**
 * Quizzes and progress as a teacher meets them: with the keyboard, after a reload, without JavaScript, without storage.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sidewaysScroll, violationsDayAndNight } from '../browser/axe.ts';
import { browseSites, phone, withoutScript } from '../browser/browsed-sites.ts';
import { buildContent } from '../support/built-sites.ts';
import { minimalContent, text } from '../support/content.ts';

const own = browseSites();

const course = 'kg/en/courses/play/';

/** The sign that the sheet puts before or after an element. */
const sign = (element: Locator, pseudo: '::before' | '::after'): Promise<string> =>
  element.evaluate((node, which) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle(node: unknown, pseudo: string): { readonly content: string };
    };
    return getComputedStyle(node, which).content;
  }, pseudo);

const quiz = (page: Page, id: string): Locator => page.locator(`form#${id}`);
const status = (form: Locator): Locator => form.getByRole('status');
const check = (form: Locator): Promise<void> => form.getByRole('button', { name: 'Check' }).press('Enter');

/** Chooses an entry of a list with the arrow keys. */
async function choose(form: Locator, name: string, words: string): Promise<void> {
  const list = form.locator(`select[name="${name}"]`);
  const entries = await list.locator('option').allTextContents();
  await list.press('Home');
  for (let steps = entries.indexOf(words); steps > 0; steps--) await list.press('ArrowDown');
}

async function tick(form: Locator, selector: string): Promise<void> {
  await form.locator(selector).press('Space');
}

describe('with the keyboard, wrong and then right', () => {
  test('a single choice', async () => {
    const { page, strays, go } = await own.visit();
    await go(`${course}observing-play/`);
    const form = quiz(page, 'q1');
    await check(form);
    expect(await status(form).textContent()).toBe('Answer first.');
    await tick(form, '[value="1"]');
    await check(form);
    expect(await status(form).textContent()).toBe(
      'Try againMood is a guess, and “everyone” is a crowd. What did Miloš do, and to whom?',
    );
    expect(await sign(status(form).locator('b'), '::before')).toContain('↺');
    await tick(form, '[value="3"]');
    expect(await status(form).textContent(), 'what is said fits what is chosen').toBe('');
    await check(form);
    expect(await status(form).textContent()).toMatch(/^CorrectYes\. A colleague beside you/);
    expect(await sign(status(form).locator('b'), '::before')).toContain('✓');
    expect(strays).toEqual([]);
  });

  test('several choices', async () => {
    const { page, go } = await own.visit();
    await go(`${course}observing-play/`);
    const form = quiz(page, 'q3');
    await tick(form, '[name="q3-1"]');
    await tick(form, '[name="q3-2"]');
    await check(form);
    expect(await status(form).textContent()).toMatch(
      /^Try againRight so far: 1 of 2Correct · Sitting near her.+Not this one · Showing her how to stir/,
    );
    await tick(form, '[name="q3-2"]');
    await tick(form, '[name="q3-3"]');
    await check(form);
    expect(await status(form).textContent()).toMatch(/^CorrectCorrect · Sitting near her/);
  });

  test('matching', async () => {
    const { page, go } = await own.visit();
    await go(`${course}why-play/`);
    const form = quiz(page, 'q2');
    await choose(form, 'q2-1', 'Free play');
    await choose(form, 'q2-2', 'A task');
    await check(form);
    expect(await status(form).textContent()).toBe('Try againRight so far: 1 of 3');
    expect(await form.locator('[aria-invalid="true"]').count()).toBe(1);
    expect(await sign(form.locator('label.again'), '::after')).toContain('↺');
    expect(await sign(form.locator('label.right'), '::after')).toContain('✓');
    await choose(form, 'q2-2', 'Guided play');
    await choose(form, 'q2-3', 'A task');
    await check(form);
    expect(await status(form).textContent()).toBe('Correct');
    expect(await form.locator('[aria-invalid="true"]').count()).toBe(0);
  });

  test('putting in order', async () => {
    const { page, go } = await own.visit();
    await go(`${course}observing-play/`);
    const form = quiz(page, 'q2');
    for (const place of ['1', '2', '3', '4', '5']) await choose(form, `q2-${place}`, place);
    await choose(form, 'q2-5', '4');
    await check(form);
    expect(await status(form).textContent()).toBe('Try againRight so far: 4 of 5');
    await choose(form, 'q2-5', '5');
    await check(form);
    expect(await status(form).textContent()).toBe('Correct');
  });

  test('a short answer, with the Enter key of the field', async () => {
    const { page, go } = await own.visit();
    await go(`${course}talking-in-play/`);
    const form = quiz(page, 'q2');
    const field = form.getByRole('textbox');
    await field.focus();
    await page.keyboard.type('a quiz');
    await page.keyboard.press('Enter');
    expect(await status(form).textContent()).toBe('Try again');
    await field.fill('');
    await page.keyboard.type(' Open-ended  QUESTION. ');
    await page.keyboard.press('Enter');
    expect(await status(form).textContent()).toBe('Correct');
    expect(page.url(), 'the page stays').toBe(`${own.url}${course}talking-in-play/`);
  });
});

test('answers are there after a reload, marked or not as they were, and only those of this lesson', async () => {
  const { page, go } = await own.visit();
  await go(`${course}first-week/`);
  await tick(quiz(page, 'q1'), '[value="2"]');
  await check(quiz(page, 'q1'));
  await choose(quiz(page, 'q2'), 'q2-3', '3');
  await quiz(page, 'q3').getByRole('textbox').fill('ten');
  await tick(quiz(page, 'q4'), '[name="q4-2"]');
  expect(await quiz(page, 'q4').textContent()).toContain('nothing leaves this device');

  await page.reload();
  expect(await quiz(page, 'q1').locator('[value="2"]').isChecked()).toBe(true);
  expect(await status(quiz(page, 'q1')).textContent()).toMatch(/^CorrectYes/);
  expect(await quiz(page, 'q2').locator('[name="q2-3"]').inputValue()).toBe('3');
  expect(await status(quiz(page, 'q2')).textContent()).toBe('');
  expect(await quiz(page, 'q3').getByRole('textbox').inputValue()).toBe('ten');
  expect(await status(quiz(page, 'q3')).textContent()).toBe('');
  expect(await quiz(page, 'q4').locator('[name="q4-2"]').isChecked()).toBe(true);
  expect(await quiz(page, 'q4').locator('[name="q4-1"]').isChecked()).toBe(false);

  await go('kg/ru/courses/play/first-week/');
  expect(await quiz(page, 'q1').locator('[value="2"]').isChecked(), 'in every language').toBe(true);
  await go(`${course}why-play/`);
  expect(await page.locator('form.quiz :checked:not([value=""])').count()).toBe(0);
});

test('without JavaScript there is no button, and the key can be opened', async () => {
  const { page, go } = await own.visit(withoutScript);
  await go(`${course}first-week/`);
  expect(await page.getByRole('button').count()).toBe(0);
  for (const id of ['q1', 'q2', 'q3', 'q4']) {
    const form = quiz(page, id);
    await form.locator('input,select').first().focus();
    expect(await form.locator(':focus').count(), id).toBe(1);
  }
  await tick(quiz(page, 'q1'), '[value="2"]');
  expect(await quiz(page, 'q1').locator('[value="2"]').isChecked()).toBe(true);
  await quiz(page, 'q3').locator('summary').press('Enter');
  expect(await quiz(page, 'q3').locator('.key').isVisible()).toBe(true);
});

test.each([
  [
    'blocked',
    'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })',
  ],
  ['full', 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }'],
])(
  'where storage is %s, quizzes are marked, a lesson can be finished, and a sentence says that nothing is kept',
  async (_, script) => {
    const { page, strays, go } = await own.visit(phone, script);
    await go(`${course}observing-play/`);
    expect(await page.getByText('Nothing can be kept on this device.').count()).toBe(2);
    await tick(quiz(page, 'q1'), '[value="3"]');
    await check(quiz(page, 'q1'));
    expect(await status(quiz(page, 'q1')).textContent()).toMatch(/^Correct/);
    await page.getByRole('button', { name: 'Finish the lesson' }).press('Enter');
    expect(await page.locator('.finish').getByRole('status').textContent()).toBe('Lesson finished');
    expect(strays).toEqual([]);
  },
);

describe('a quiz in the text of a community', () => {
  const others = browseSites(() =>
    buildContent({
      ...minimalContent,
      'shared/groups/talk/index.en.md': text(
        'title: Talk\nsummary: A community.\naudience: [educator]\n',
        '::: quiz #q1\nWho reads along?\n\n- [ ] Nobody\n  > Somebody always does.\n- [x] Everybody\n:::\n',
      ),
    }),
  );

  test('is marked, and kept apart from those of lessons', async () => {
    const { page, strays, go } = await others.open('kg/en/groups/talk/');
    const form = quiz(page, 'q1');
    await tick(form, '[value="1"]');
    await check(form);
    expect(await status(form).textContent()).toBe('Try againSomebody always does.');
    await tick(form, '[value="2"]');
    await check(form);
    expect(await status(form).textContent()).toBe('Correct');
    await page.reload();
    expect(await form.locator('[value="2"]').isChecked()).toBe(true);
    await go('kg/en/courses/play/first/');
    expect(await quiz(page, 'q1').locator(':checked').count()).toBe(0);
    expect(strays).toEqual([]);
  });
});

describe('progress', () => {
  const finish = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Finish the lesson' }).press('Enter');
    await page.locator('.stamp').waitFor();
  };

  test('nothing is finished, and nothing to continue, for who has only looked at the front page and a course', async () => {
    const { page, go } = await own.visit();
    await go(course);
    await go('kg/en/');
    expect(await page.getByText('Continue where you stopped').count()).toBe(0);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('opening a lesson finishes nothing, and is where to continue', async () => {
    const { page, go } = await own.visit();
    await go(`${course}observing-play/`);
    expect(await page.locator('.stamp').count()).toBe(0);
    await go(course);
    expect(await page.locator('.path .done').count()).toBe(0);
    expect(await page.locator('article .btn').textContent()).toBe('Continue: Look first, help later');
  });

  test('two finished lessons show on the lessons, on the course and on the front page, in every language', async () => {
    const { page, strays, go } = await own.visit();
    await go(`${course}why-play/`);
    await finish(page);
    expect(await page.locator('.finish').getByRole('status').textContent()).toBe('Lesson finished');
    expect(await page.evaluate('document.activeElement.className'), 'the keyboard stays').toBe('finish');
    expect(await page.locator('.path .now').textContent()).toContain('Lesson finished · You are here');
    await page.locator('a[rel=next]').click();
    await page.locator('main[data-id="play/observing-play"] .finish').waitFor();
    expect(await page.locator('.path .done a').allTextContents()).toEqual(['Why children need play']);
    await finish(page);

    await go(course);
    expect(await page.locator('.path .done').count()).toBe(2);
    expect(await page.locator('.path .done p').first().textContent()).toBe('Lesson finished · 12 minutes');
    const button = page.locator('article .btn');
    expect(await button.textContent()).toBe('Continue: Words that help play grow');
    expect(await button.getAttribute('href')).toContain('/courses/play/talking-in-play/');

    await go('kg/ru/');
    const strip = page.getByRole('region', { name: 'Продолжить с того же места' });
    expect(await strip.textContent()).toContain('Урок 3 из 5');
    await strip.getByRole('link').press('Enter');
    await page.locator('main[data-id="play/talking-in-play"] .finish').waitFor();
    expect(page.url()).toBe(`${own.url}kg/ru/courses/play/talking-in-play/`);

    await go(`${course}why-play/`);
    expect(await page.locator('.stamp').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Finish the lesson' }).count()).toBe(0);
    await go('uz/en/courses/play/');
    expect(await page.locator('.path .done').count(), 'other countries have their own').toBe(0);
    expect(strays).toEqual([]);
  });

  test('a course with all its lessons finished says so and leads to its certificate, and the front page has nothing to continue', async () => {
    const { page, go } = await own.visit();
    for (const lesson of ['first-week', 'why-play', 'observing-play', 'talking-in-play', 'space-for-play']) {
      await go(`${course}${lesson}/`);
      await finish(page);
    }
    await go(course);
    expect(await page.getByText('All lessons of this course are finished.').isVisible()).toBe(true);
    expect(await page.locator('article .btn').allTextContents()).toEqual(['Certificate']);
    expect(await page.locator('article .btn').getAttribute('href')).toBe('../../certificate/?course=play');
    await go('kg/en/');
    expect(await page.locator('.continue').count()).toBe(0);
  });
});

test('axe finds nothing in marked quizzes, a finished lesson and a strip to continue, light and dark', async () => {
  const { page, go } = await own.visit({ ...phone, viewport: { width: 320, height: 740 } });
  await go('uz/uz-cyrl/courses/play/first-week/');
  await tick(quiz(page, 'q1'), '[value="1"]');
  await choose(quiz(page, 'q2'), 'q2-1', '1');
  await choose(quiz(page, 'q2'), 'q2-2', '1');
  await quiz(page, 'q3').getByRole('textbox').fill('100');
  for (const id of ['q1', 'q2', 'q3']) await quiz(page, id).locator('button').press('Enter');
  expect(await page.locator('.quiz .again').count()).toBeGreaterThan(3);
  expect(await violationsDayAndNight(page)).toEqual([]);
  await page.locator('.finish button').press('Enter');
  await tick(quiz(page, 'q1'), '[value="2"]');
  await quiz(page, 'q1').locator('button').press('Enter');
  expect(await violationsDayAndNight(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  await go('uz/uz-cyrl/courses/play/');
  expect(await violationsDayAndNight(page)).toEqual([]);
  await go('uz/uz-cyrl/');
  await page.locator('.continue').waitFor();
  expect(await violationsDayAndNight(page)).toEqual([]);
});
