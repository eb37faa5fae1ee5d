/**
 * One page of each kind in languages that nobody speaks: words that no translator was given, boxes that are too narrow for longer
 * words, and what stays on the left where writing runs from the right.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writePseudoContent } from '../../build/pseudo/pseudo-content.ts';
import { answerRightly } from '../browser/answer-quiz.ts';
import { sidewaysScroll } from '../browser/axe.ts';
import { browseSites } from '../browser/browsed-sites.ts';
import { clippedTexts, overlappingTexts } from '../browser/layout.ts';
import { unmirrored } from '../browser/mirrored.ts';
import { untranslatedWords } from '../browser/words.ts';
import { type BuiltSites, buildOwnSites } from '../support/built-sites.ts';
import { text, writeContent } from '../support/content.ts';

const own = browseSites(buildPseudoSites);

/** Of one country, with texts in the accented language: all that surrounds an author's words is then in it, too. */
async function buildPseudoSites(): Promise<BuiltSites> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-pseudo-'));
  try {
    await writePseudoContent('content', folder);
    for (const country of ['me', 'rs', 'tj', 'uz'])
      await rm(path.join(folder, 'countries', country), { recursive: true });
    await writeContent(folder, ownTexts);
    return await buildOwnSites(folder, undefined, true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ownTexts = {
  'shared/materials/treasure-bag/index.en-XA.md': text(
    translated(true, 'groupSize: ⟦Ĝ⟧\nresources: [⟦Ŕ⟧]\n'),
    '::: note\n⟦Ñ⟧\n:::\n\n::: tip\n⟦Ţ⟧\n:::\n\n::: warning\n⟦Ŵ⟧\n:::\n\n::: activity\n⟦Å⟧\n:::\n',
  ),
  'shared/courses/play/observing-play/index.en-XA.md': text(
    translated(false, 'objectives: [⟦Ö⟧]\n'),
    '::: quiz #q1\n⟦Ǫ⟧\n\n- [ ] ⟦Å⟧\n- [ ] ⟦Ɓ⟧\n- [x] ⟦Ç⟧\n:::\n\n::: order #q2\n⟦Ǫ⟧\n\n1. ⟦Å⟧\n2. ⟦Ɓ⟧\n3. ⟦Ç⟧\n4. ⟦Ð⟧\n5. ⟦É⟧\n:::\n\n::: quiz #q3\n⟦Ǫ⟧\n\n- [x] ⟦Å⟧\n- [ ] ⟦Ɓ⟧\n- [x] ⟦Ç⟧\n- [ ] ⟦Ð⟧\n:::\n',
  ),
  'shared/materials/questions/index.en-XA.md': text(
    'title: ⟦Ţ⟧\nsummary: ⟦Š⟧\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n',
    '::: short #q1\n⟦Ǫ⟧\n\n= ⟦Å⟧\n= ⟦Ɓ⟧\n:::\n\n::: match #q2\n⟦Ǫ⟧\n\n- ⟦Å⟧ => ⟦Ɓ⟧\n- ⟦Ç⟧ => ⟦Ð⟧\n:::\n\n::: reflect #q3\n- [ ] ⟦Å⟧\n:::\n',
  ),
};

function translated(reviewed: boolean, more: string): string {
  return `title: ⟦Ţ⟧\nsummary: ⟦Š⟧\nimage:\n  alt: ⟦Å⟧\n  credit: ⟦Ç⟧\n${more}translation:\n  of: en\n  hash: "0000000000000000"\n  by: machine\n  reviewed: ${reviewed}\n`;
}

const smallPhone = { viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' } as const;

/** The longest page of each kind in a language, and those that are in it wholly. */
async function pagesIn(language: string): Promise<string[]> {
  const longest = new Map<string, { readonly file: string; readonly length: number }>();
  for (const file of own.sites.files.filter(
    (name) => name.startsWith(`kg/${language}/`) && name.endsWith('.html'),
  )) {
    const markup = await own.sites.read(file);
    const kind = / data-page="([^"]*)"/.exec(markup)?.[1] ?? '';
    if (markup.length > (longest.get(kind)?.length ?? 0)) longest.set(kind, { file, length: markup.length });
  }
  const whole = ['materials/treasure-bag/', 'materials/questions/', 'courses/play/observing-play/'];
  return [
    ...[...longest.values()].map(({ file }) => file.replace(/index\.html$/, '')),
    ...whole.map((address) => `kg/${language}/${address}`),
  ];
}

/** What is found on pages, each with the page that it is on. */
async function findOn(
  pages: readonly string[],
  find: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  const { page, go } = await own.visit(smallPhone);
  const found: string[] = [];
  for (const address of pages) {
    await go(address);
    found.push(...(await find(page)).map((fault) => `${address}: ${fault}`));
  }
  return found;
}

const misfits = async (page: Page): Promise<string[]> => {
  const widerPx = await sidewaysScroll(page);
  return [
    ...(widerPx > 0 ? [`${widerPx} px wider than the window`] : []),
    ...(await clippedTexts(page)),
    ...(await overlappingTexts(page)),
  ];
};

describe('in the accented language', () => {
  test('every word of the interface is a translation, whether seen, read aloud or shown by a script', async () => {
    const pages = await pagesIn('en-xa');
    expect(pages.length).toBeGreaterThan(16);
    expect(await findOn(pages, untranslatedWords)).toEqual([]);
  });

  test('and so it is after lessons were read, questions answered and words searched', async () => {
    const { page, go, strays } = await own.visit(smallPhone);
    const found = new Set<string>();
    const look = async () => {
      for (const word of await untranslatedWords(page)) found.add(`${new URL(page.url()).pathname}: ${word}`);
    };
    for (const id of ['why-play', 'observing-play', 'talking-in-play', 'space-for-play', 'first-week']) {
      await go(`kg/en-xa/courses/play/${id}/`);
      const quizzes = await page.locator('form.quiz').all();
      for (const quiz of quizzes)
        if (await quiz.getByRole('button').isVisible()) await quiz.getByRole('button').click();
      await look();
      for (const quiz of await page.locator('form.quiz[data-quiz=choice]').all()) {
        await quiz.locator('input').first().check();
        await quiz.getByRole('button').click();
      }
      await look();
      for (const quiz of quizzes) await answerRightly(quiz);
      await look();
      if (id === 'talking-in-play') {
        await go('kg/en-xa/');
        await look();
        await go('kg/en-xa/courses/play/talking-in-play/');
      }
      await page.getByRole('button', { name: '⟦Ƒîñîšĥ' }).click();
      await look();
    }
    for (const address of [
      'courses/play/',
      'certificate/?course=play',
      'learning/',
      'search/?q=bag',
      'search/?q=qqqqqq',
      'materials/',
    ]) {
      await go(`kg/en-xa/${address}`);
      if (address.startsWith('search')) await page.locator('#results[data-state=done]').waitFor();
      await look();
      for (const button of await page.locator('main button:visible').all()) {
        if (!(await button.isVisible())) continue;
        await button.click();
        await look();
      }
    }
    expect([...found]).toEqual([]);
    expect(strays).toEqual([]);
  });

  test('nothing is cut off, lies on another or scrolls sideways on a small phone', async () => {
    expect(await findOn(await pagesIn('en-xa'), misfits)).toEqual([]);
  });
});

describe('from right to left', () => {
  test('the whole page is mirrored', async () => {
    expect(await findOn(await pagesIn('ar-xb'), unmirrored)).toEqual([]);
  });

  test('nothing is cut off, lies on another or scrolls sideways on a small phone', async () => {
    expect(await findOn(await pagesIn('ar-xb'), misfits)).toEqual([]);
  });

  test('the skip link, the name of the site, the way back and the heading begin at the right', async () => {
    const { page } = await own.open('kg/ar-xb/materials/treasure-bag/', smallPhone);
    await page.keyboard.press('Tab');
    for (const part of ['.skip', '.brand', '.crumb', 'h1']) {
      const box = await page.locator(part).first().boundingBox();
      expect(320 - (box?.x ?? 0) - (box?.width ?? 0), part).toBeLessThan(20);
    }
  });
});
