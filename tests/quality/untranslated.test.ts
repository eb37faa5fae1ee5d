import { expect, test } from 'vitest';
import { files, material, russian, said } from './said.ts';

const way =
  'translate it; words that stay as they are in every language are marked: [Learning through play]{lang=en}';

test('paragraphs, headings and items that are word for word in the original are told of', async () => {
  const body = [
    '## What to do when it rains',
    'Let each child reach into the bag.',
    '- One child closes both of her eyes',
  ];
  expect(await said({ ...material(body.join('\n\n')), ...russian(body.join('\n\n')) })).toEqual(
    [
      'What to do when it rains',
      'Let each child reach into the bag.',
      'One child closes both of her eyes',
    ].map(
      (words, index) =>
        `${files.russian}:${10 + 2 * index}:1 translation/untranslated: “${words}” is word for word as in the original ${files.material} (${way})`,
    ),
  );
});

test('five words in Latin letters stand out in a language that is written in Cyrillic', async () => {
  expect(
    await said({
      ...material('Let each child reach into the bag and feel.\n'),
      ...russian('Пусть каждый reach into the bag and feel.\n'),
    }),
  ).toEqual([
    `${files.russian}:10:1 translation/untranslated: “reach into the bag and feel” is in Latin letters (${way})`,
  ]);
});

test('what is short, marked, code, an address, a footnote or a draft is not told of', async () => {
  const original = [
    'A wooden spoon.',
    'From Learning through play for all.[^1]',
    '`one two three four five six`',
    '<https://www.unicef.org/eca/one/two/three/four/five>',
    '[^1]: Learning through play for all children.',
  ];
  const translated = [
    'A wooden spoon.',
    'Из [Learning through play for all]{lang=en} и [Play for each and every child]{translate=no}.[^1]',
    '`one two three four five six`',
    '[сайт](https://www.unicef.org/eca/one-two-three-four-five/), https://www.unicef.org/a-b-c-d-e-f/',
    '[^1]: Learning through play for all children.',
  ];
  const write = (body: readonly string[]) => `${body.join('\n\n').replace(/^<.*>$/m, 'An address.')}\n`;
  expect(await said({ ...material(write(original)), ...russian(write(translated)) })).toEqual([]);
  const same = 'Let each child reach into the bag.\n';
  expect(await said({ ...material(same), ...russian(same, 'status: draft\n') })).toEqual([]);
});
