import { expect, test } from 'vitest';
import { faults } from '../support/content.ts';
import { files, material, russian, said } from './said.ts';

const glossary = (terms: string): Record<string, string> => ({
  [files.glossary]: `kind: glossary\nterms:\n${terms}`,
});

const freePlay = glossary(
  '  - id: free-play\n    label:\n      en: free play\n      ru: свободная игра\n    alternatives:\n      en: [self-chosen play]\n      ru: [самостоятельная игра]\n',
);

test('a translation that has neither the label nor an alternative of what its original is about is told so once', async () => {
  expect(
    await said({
      ...freePlay,
      ...material('Free play comes first.\n\nThen free play again.\n'),
      ...russian('Сначала дети балуются.\n\nПотом снова.\n'),
    }),
  ).toEqual([
    `${files.russian}:2:1 glossary/term: the original says “Free play”, and the glossary has “свободная игра” for it, which this text does not say (write “свободная игра”, or one of: самостоятельная игра; what is also right can be added to content/taxonomy/glossary.yml)`,
  ]);
});

test('a term in a heading is what a text is about, and an alternative of the original is the same term', async () => {
  const found = await said({
    ...freePlay,
    ...material('## Self-chosen play\n\nIt comes first.\n'),
    ...russian('## Дети балуются\n\nЭто главное.\n'),
  });
  expect(found).toEqual([expect.stringContaining('the original says “Self-chosen play”')]);
});

test.each([
  ['the label in another case', 'Время для свободной игры.\n\nСвободную игру берегут.\n'],
  ['an alternative', 'Для самостоятельной игры.\n\nПотом снова.\n'],
  ['its words in another order', 'Игра должна быть свободной.\n\nПотом снова.\n'],
])('%s is enough', async (_, body) => {
  const original = 'Free play comes first.\n\nThen free play again.\n';
  expect(await said({ ...freePlay, ...material(original), ...russian(body) })).toEqual([]);
});

test('what an original says once and in passing, and words that only resemble it, are not asked for', async () => {
  const body = 'Free play comes first. Children are free to play. `free play` is free.\n';
  expect(
    await said({ ...freePlay, ...material(body), ...russian('Дети балуются. Они вольны. Так и есть.\n') }),
  ).toEqual([]);
});

test('a single word is asked for only where the term is strict, and then once is enough', async () => {
  const term = '  - id: rug\n    label:\n      en: rug\n      ru: ковёр\n';
  const texts = { ...material('## Rugs\n\nSpread the rug.\n'), ...russian('## Пол\n\nПостелите плед.\n') };
  expect(await said({ ...glossary(term), ...texts })).toEqual([]);
  const strict = { ...glossary(`${term}    strict: true\n`), ...russian('Постелите плед.\n') };
  expect(await said({ ...strict, ...material('Spread the rug.\n') })).toEqual([
    expect.stringContaining(
      'glossary/term: the original says “rug”, and the glossary has “ковёр” for it, which this text does not say (write “ковёр”, or add what is also right to the alternatives in content/taxonomy/glossary.yml)',
    ),
  ]);
});

test('a draft is not asked', async () => {
  const original = material('## Free play\n\nIt is good.\n');
  const draft = russian('## Дети балуются\n\nЭто хорошо.\n', 'status: draft\n');
  expect(await said({ ...freePlay, ...original, ...draft })).toEqual([]);
});

const avoided = glossary(
  '  - id: child\n    label:\n      en: child\n      ru: ребёнок\n    avoid:\n      en: [problem child]\n      ru: [трудный ребёнок]\n',
);

test('words to avoid are found in fields and bodies, in every form, once in each text', async () => {
  expect(
    await said({
      ...avoided,
      ...material('Problem children and a problem child.\n', 'resources: [a chair for the problem child]\n'),
      ...russian('Речь о мешочке.\n\nЧто делать с трудными детьми? С трудным ребёнком?\n'),
    }),
  ).toEqual([
    `${files.material}:9:13 glossary/avoid: “problem child” stands here, and the glossary asks to avoid “problem child” (the glossary has “child”; where somebody else is quoted, put it in quotation marks)`,
    `${files.russian}:12:1 glossary/avoid: “трудным ребёнком” stands here, and the glossary asks to avoid “трудный ребёнок” (the glossary has “ребёнок”; where somebody else is quoted, put it in quotation marks)`,
  ]);
});

test.each([
  ['what is quoted', 'They say “he is a problem child”.\n', 'Говорят: «трудный ребёнок».\n'],
  ['what is denied', 'He is not a problem child.\n', 'Он не трудный ребёнок.\n'],
  ['an adverb', 'Problems for a child.\n', 'Трудно ребёнку одному.\n'],
  ['what is code', '`problem child`\n', '`трудный ребёнок`\n'],
])('%s is not meant', async (_, english, translated) => {
  expect(await said({ ...avoided, ...material(english), ...russian(translated) })).toEqual([]);
});

test('content needs no glossary; one that is faulty is told of, and its languages are looked at', async () => {
  expect(await faults({})).toEqual([]);
  expect(await faults(glossary('  - id: rug\n    label:\n      en: rug\n    wrong: 1\n'))).toEqual([
    expect.stringContaining(`${files.glossary}:6:5 error front-matter/unknown`),
  ]);
  const rug = '  - id: rug\n    label:\n      en: rug\n';
  expect(await faults(glossary(`${rug}    avoid:\n      xq: [mat]\n${rug}`))).toEqual([
    expect.stringContaining(`${files.glossary}:7:7 error language/unknown: "xq" is no language`),
    expect.stringContaining(
      `${files.glossary}:8:9 error taxonomy/duplicate: the term "rug" stands here twice`,
    ),
  ]);
});
