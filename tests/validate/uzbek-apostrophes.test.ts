import { expect, test } from 'vitest';
import { faults, po, text } from '../support/content.ts';

const country =
  'code: uz\nname:\n  en: Uzbekistan\nlanguages:\n  - tag: uz-Latn\nurl: https://uz.example.org/\n';
const file = 'shared/materials/bag/index.uz-Latn.md';

/** What is said of a translation with this title and text. */
const said = async (title: string, body: string): Promise<string[]> => {
  const all = await faults({
    'countries/uz/country.yml': country,
    'strings/uz-Latn.po': po('nplurals=2; plural=(n != 1);'),
    [file]: text(
      `title: ${title}\nsummary: Xalta.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n`,
      body,
    ),
  });
  return all.filter((line) => line.includes(' text/')).map((line) => line.slice(file.length + 1));
};

const marks = "put words of another language in brackets: [let's go]{lang=en}";

test('each kind of letter is told of once, with how often and where it is first', async () => {
  expect(
    await said("O'yin", "Ta'lim va go‘zal bog' haqida.\n\n## Ma’no\n\n- [x] O`quvchi so'radi\n"),
  ).toEqual([
    `2:8 warning text/turned-comma: oʻ and gʻ are written with another sign 5 times, first in "O'yin" (write ʻ (U+02BB): Oʻyin; ${marks})`,
    `10:1 warning text/apostrophe: the letter ʼ is written with another sign 2 times, first in "Ta'lim" (write ʼ (U+02BC): Taʼlim; ${marks})`,
  ]);
  expect(await said('Xalta', 'Bola so’radi.\n')).toEqual([
    `10:6 warning text/turned-comma: oʻ and gʻ are written as ’ in "so’radi" (write ʻ (U+02BB): soʻradi; ${marks})`,
  ]);
});

test('nothing is said of right letters, quotation marks, code, addresses, answers and words of another language', async () => {
  const body = [
    "Oʻyin va taʼlim, 'qiziq bog' emas, ‘qiziqarli’ dedi.",
    "`o'yin` va [bu](https://example.org/o'yin), https://example.org/ta'lim.",
    "[let's go]{lang=en}, [Ma'ruf]{translate=no}, McDonald's, д'Артаньян.",
    "```\no'yin\n```",
    "::: short #q1\nNima?\n\n= o'yin\n:::",
  ];
  expect(await said("'Oʻyin kuni'", `${body.join('\n\n')}\n`)).toEqual([]);
});
