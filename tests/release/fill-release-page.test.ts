import { describe, expect, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import { fillReleasePage, type ReleaseFacts } from '../../build/release/fill-release-page.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import type { Page } from '../../templates/model/page.ts';
import { releaseSlots } from '../../templates/model/release-page.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { siteOf } from '../pages/made-site.ts';
import { samplePages } from '../templates/sample-pages.ts';

const facts: ReleaseFacts = {
  sequence: 1234,
  released: '2026-11-29T22:30:00Z',
  revision: '0123456789abcdef0123456789abcdef01234567',
  files: 20_123,
  bytes: 56_712_345,
  packages: sha256('{}'),
};

const slots = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<span data-release="(\w+)">([^<]*)<\/span>/g)].map(([, name, value]) => [name, value]),
  );
const withoutSlots = (html: string): string => html.replaceAll(/(<span data-release="\w+">)[^<]*/g, '$1');

describe('the page that a site is built with', () => {
  const builtPages = async (): Promise<readonly Page[]> =>
    (await siteOf({})).filter(({ kind }) => kind === 'release');

  test('is there in each language, and says that it is not yet released', async () => {
    const pages = await builtPages();
    expect(pages.map(({ path }) => path)).toEqual(['/ru/release/', '/en/release/']);
    const [, english] = pages.map(renderPage);
    expect(slots(english ?? '')).toEqual({
      sequence: '–',
      released: 'not yet released',
      revision: '–',
      files: '–',
      bytes: '–',
      packages: '–',
    });
    expect(english).toContain('href="../../_release.json"');
    expect(english).toContain('href="../mirror/"');
  });

  test('says in its language which release it is', async () => {
    const [russian = '', english = ''] = (await builtPages()).map((page) =>
      fillReleasePage(renderPage(page), facts),
    );
    expect(slots(english)).toEqual({
      sequence: '1,234',
      released: '29 November 2026',
      revision: '0123456789ab',
      files: '20,123',
      bytes: '56.7',
      packages: facts.packages.slice(0, 12),
    });
    expect(slots(russian)).toMatchObject({ released: '29 ноября 2026\u00A0г.', bytes: '56,7' });
    expect(english).toContain('>56.7</span> MB<');
  });

  test('is otherwise as it was built, and can be filled in anew', async () => {
    const [built = ''] = (await builtPages()).map(renderPage);
    const filled = fillReleasePage(built, facts);
    expect(filled).not.toBe(built);
    expect(withoutSlots(filled)).toBe(withoutSlots(built));
    expect(fillReleasePage(built, facts)).toBe(filled);
    expect(fillReleasePage(fillReleasePage(built, { ...facts, sequence: 7 }), facts)).toBe(filled);
  });
});

const slotted = (lang: string): string =>
  `<html lang="${lang}">${releaseSlots.map((name) => `<span data-release="${name}">–</span>`).join('')}`;

test.each(['ky', 'tg', 'uz-Latn', 'uz-Cyrl', 'sr', 'sr-Latn-ME'])('dates and numbers of %s', (lang) => {
  const { date, number } = formatsOf(lang);
  expect(slots(fillReleasePage(slotted(lang), facts))).toMatchObject({
    released: date('2026-11-29'),
    files: number(20_123),
  });
});

test('content that is not kept with Git has no version, and no site weighs nothing', () => {
  const { revision: _, ...rest } = facts;
  expect(slots(fillReleasePage(slotted('en'), { ...rest, bytes: 1 }))).toMatchObject({
    revision: '–',
    bytes: '0.1',
  });
});

test('what a fact holds is text', () => {
  expect(fillReleasePage(slotted('en'), { ...facts, revision: '<b>"$&"' })).toContain(
    '<span data-release="revision">&lt;b&gt;&quot;$&amp;&quot;</span>',
  );
});

test('a page without one of the slots, or with one of them twice, is not filled in', () => {
  expect(() => fillReleasePage(slotted('en').replace('"files"', '"pages"'), facts)).toThrow('"files"');
  expect(() => fillReleasePage(`${slotted('en')}${slotted('en')}`, facts)).toThrow('one slot "sequence"');
  const lesson = samplePages.lesson;
  expect(() => fillReleasePage(lesson === undefined ? '' : renderPage(lesson), facts)).toThrow();
});
