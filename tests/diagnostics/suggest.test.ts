import { expect, test } from 'vitest';
import { tagMeant } from '../../build/diagnostics/language-tag.ts';
import { suggest } from '../../build/diagnostics/suggest.ts';

const known = ['title', 'summary', 'durationMinutes', 'audience', 'ages', 'constructor'];

test.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['duration_minutes', 'durationMinutes'],
  ['duration', 'durationMinutes'],
  ['age', 'ages'],
  ['colour', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s is near %s', (word, meant) => {
  expect(suggest(word, known)).toBe(meant);
});

test.each([
  ['sr-cyrl', 'sr-Cyrl'],
  ['en_US', 'en'],
  ['en_gb', 'en-GB'],
  ['uz-latn-uz', 'uz-Latn'],
  ['cnr-latn', 'cnr-Latn'],
  ['rus', 'ru'],
  ['KIR', 'ky'],
  ['Russian', 'ru'],
  ['Тоҷикӣ', 'tg'],
  ['ky', undefined],
  ['not a tag', undefined],
  ['', undefined],
])('"%s" means the language %s', (word, tag) => {
  expect(tagMeant(word)).toBe(tag);
});
