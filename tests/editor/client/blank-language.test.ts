import { expect, test } from 'vitest';
import { saysNothing, withoutBlank } from '../../../build/editor/client/blank-language.ts';

test.each([
  [{}, true],
  [{ title: '', tags: [], image: { alt: '' }, basedOn: '0a1b2c3d4e5f6071', $source: '---\n---\n' }, true],
  [{ title: '', body: 'Words' }, false],
  [{ 'image.alt': 'A yurt' }, false],
  [{ status: 'draft' }, false],
])('%j says nothing: %j', (values, expected) => {
  expect(saysNothing(values)).toBe(expected);
});

test('a language without a file in which nothing was said is switched off, and no other', () => {
  const draft = {
    originalEntry: { locales: { en: {} } },
    currentLocales: { ky: true, ru: true, en: true, tg: false },
  };
  const entry = {
    locales: { ky: { content: { title: '' } }, ru: { content: { title: 'Р' } }, en: { content: {} }, tg: {} },
  };
  expect(withoutBlank(draft, entry)).toBe(draft);
  expect(draft.currentLocales).toEqual({ ky: false, ru: true, en: true, tg: false });
});

test('of a new entry any language can be left out', () => {
  const draft = { currentLocales: { ky: true, ru: true } };
  withoutBlank(draft, { locales: { ky: { content: {} }, ru: { content: { title: 'Р' } } } });
  expect(draft.currentLocales).toEqual({ ky: false, ru: true });
});
