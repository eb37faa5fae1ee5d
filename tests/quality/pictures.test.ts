import { expect, test } from 'vitest';
import { faults } from '../support/content.ts';
import { files, material, russian, said } from './said.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>';
const beside = { 'shared/materials/bag/red-bag.svg': svg };
const hint =
  'say what somebody who cannot see the picture would miss, such as “Two girls build a tower of boxes”';

const ofPicture = (alt: string) => said({ ...beside, ...material(`Look.\n\n![${alt}](red-bag.svg)\n`) });

test.each([
  ['red-bag.svg', 'is the name of its file, “red-bag.svg”'],
  ['Red bag', 'is the name of its file, “Red bag”'],
  ['Bag', 'is a single word, “Bag”'],
  [
    'A picture of a bag in a hand',
    'begins with “A picture of”, which a screen reader says of every picture by itself',
  ],
  ['Photo: a bag in a hand', 'begins with “Photo”, which a screen reader says of every picture by itself'],
])('a description such as "%s" is told of', async (alt, fault) => {
  expect(await ofPicture(alt)).toEqual([
    `${files.material}:13:${alt.length + 3} image/alt-text: the description of the picture red-bag.svg ${fault} (${hint})`,
  ]);
});

test.each(['A hand in a red bag', 'Picture cards of a bag on a rug', 'Photographs of families on a wall'])(
  '"%s" describes a picture',
  async (alt) => {
    expect(await ofPicture(alt)).toEqual([]);
  },
);

const cover = (alt: string, more = ''): string => `image:\n  alt: ${alt}\n${more}`;

test('the picture of an entry is looked at, in each language by its own words', async () => {
  const original = material('Look.\n', cover('A hand in a bag', '  src: red-bag.svg\n  credit: Aigul\n'));
  expect(await said({ ...beside, ...original, ...russian('Гляди.\n', cover('Рука в мешке')) })).toEqual([]);
  expect(await said({ ...beside, ...original, ...russian('Гляди.\n', cover('Фото мешка')) })).toEqual([
    `${files.russian}:9:8 image/alt-text: the description of the picture red-bag.svg begins with “Фото”, which a screen reader says of every picture by itself (${hint})`,
  ]);
});

test('a picture of an original says who made it; a translation need not', async () => {
  const without = material('Look.\n', cover('A hand in a bag', '  src: red-bag.svg\n'));
  expect(await said({ ...beside, ...without, ...russian('Гляди.\n', cover('Рука в мешке')) })).toEqual([
    `${files.material}:9:1 image/credit: nothing says who made the picture red-bag.svg (write its maker below the file: "credit: Name of the maker"; that is also how we know that we may show it)`,
  ]);
});

test('a text with errors is left to its errors', async () => {
  const found = await faults({ ...beside, ...material('![Bag](red-bag.svg)\n', 'wrong: 1\n') });
  expect(found).toEqual([expect.stringContaining(' error front-matter/unknown')]);
});
