import { expect, test } from 'vitest';
import { typographText } from '../../build/markdown/markdown.ts';
import { toLocale } from '../../schemas/brands.ts';
import { render, shown } from './render.ts';

/** No-break spaces as `~`. */
const set = (text: string, locale: string): string =>
  typographText(text, toLocale(locale)).replaceAll('\u00A0', '~');

test.each([
  ['en', 'She said "it is \'mine\' now".', 'She said “it is ‘mine’ now”.'],
  ['ru', 'Она сказала: "это \'моё\' теперь".', 'Она сказала: «это „моё“ теперь».'],
  ['ky', 'Ал "меники" деди', 'Ал «меники» деди'],
  ['tg', 'Вай "аз ман" гуфт', 'Вай «аз ман» гуфт'],
  ['sr-Cyrl', 'Рекла је: "то је \'моје\' сада".', 'Рекла је: „то је ‚моје’ сада”.'],
  ['sr-Latn', 'Rekla je "moje"', 'Rekla je „moje”'],
  ['cnr-Latn', 'Rekla je "moje"', 'Rekla je „moje”'],
  ['cnr-Cyrl', 'Рекла је "моје"', 'Рекла је „моје”'],
  ['uz-Latn', 'U "meniki" dedi', 'U “meniki” dedi'],
  ['uz-Cyrl', 'У "меники" деди', 'У “меники” деди'],
])('quotes in %s', (locale, typed, expected) => {
  expect(set(typed, locale)).toBe(expected);
});

test.each([
  ['ru', 'Я и мама в лесу, а он у дома', 'Я~и~мама в~лесу, а~он у~дома'],
  ['ky', 'А бул ү деген тамга', 'А~бул ү~деген тамга'],
  ['tg', 'Ӯ дар хона', 'Ӯ~дар хона'],
  ['sr-Cyrl', 'Ана и ја у шуми', 'Ана и~ја у~шуми'],
  ['cnr-Latn', 'Ana i ja u šumi', 'Ana i~ja u~šumi'],
  ['en', 'I saw a boy', 'I saw a boy'],
  ['uz-Latn', 'U va men', 'U va men'],
])('words of one letter in %s', (locale, typed, expected) => {
  expect(set(typed, locale)).toBe(expected);
});

test.each([
  ['ru', 'Игра — это работа', 'Игра~— это работа'],
  ['ky', 'Оюн — эмгек', 'Оюн~— эмгек'],
  ['tg', 'Бозӣ — кор', 'Бозӣ~— кор'],
  ['sr-Cyrl', 'Игра — рад', 'Игра — рад'],
  ['en', 'Play — work', 'Play — work'],
])('dashes in %s', (locale, typed, expected) => {
  expect(set(typed, locale)).toBe(expected);
});

test.each([
  ['ru', 'Детям 3-6 лет, 10 минут', 'Детям 3–6~лет, 10 минут'],
  ['en', 'ages 3-6, 5 min, 20 %', 'ages 3–6, 5~min, 20~%'],
  ['uz-Latn', '3-6 yosh, 2 kg', '3–6 yosh, 2~kg'],
  ['en', 'pages 9-12 and 2020-2024', 'pages 9–12~and 2020–2024'],
  ['ru', '3-6-летние', '3–6-летние'],
])('numbers in %s: %s', (locale, typed, expected) => {
  expect(set(typed, locale)).toBe(expected);
});

test.each([
  '2026-11-24',
  '2026-11',
  '+996 312-45-67',
  'ISO 3166-1',
  'COVID-19',
  'A4-5',
  '1-2-3',
  'example.org/3-6',
  '10-5',
])('%s is no range', (text) => {
  expect(set(text, 'en')).toBe(text);
});

test('ellipses and dashes are set, and other signs stay as they are typed', () => {
  expect(set('Wait... what?... (c) (r) (tm) +- a,, b.. ????? (C)', 'en')).toBe(
    'Wait… what?… (c) (r) (tm) +- a,, b.. ????? (C)',
  );
  expect(set('a -- b --- c', 'en')).toBe('a – b — c');
  expect(set('-- a', 'en')).toBe('– a');
  expect(set('a ----- b', 'en')).toBe('a ----- b');
});

test('apostrophes, and the letters oʻ and gʻ of Uzbek', () => {
  expect(set("Don't", 'en')).toBe('Don’t');
  expect(set("O'yin, tog', g’oya, ma'no", 'uz-Latn')).toBe('Oʻyin, togʻ, gʻoya, ma’no');
});

test('markup in a title is text', () => {
  expect(set('*a* <b> [c](d) `e` "f"', 'en')).toBe('*a* <b> [c](d) `e` “f”');
});

test('code, addresses and what stands behind a backslash are not touched', () => {
  expect(shown('`"a" 3-6...` <https://example.org/3-6--7>', 'ru')).toBe(
    '<p><code>&quot;a&quot; 3-6...</code> <a href="https://example.org/3-6--7" rel="noopener">https://example.org/3-6--7</a></p>',
  );
  expect(shown('3\\-6, \\"a\\"')).toBe('<p>3-6, &quot;a&quot;</p>');
  expect(shown('[a](https://example.org/3-6)')).toContain('"https://example.org/3-6"');
});

test('typography reaches titles, headings, cells, captions and footnotes', () => {
  const { body } = render(
    '## "А"\n\n::: tip "Б"\nx[^1]\n:::\n\n| "В" |\n|---|\n\n![г](a.png "\\"Г\\"")\n\n[^1]: "Д"\n',
    'ru',
  );
  expect(body.plainText).toBe('«А»\n«Б»\nx\n«В»\n«Г»\n«Д»');
});
