import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../build/pipeline.ts';
import { statusOf } from '../../build/status/status.ts';
import { contentFolder, text } from '../support/content.ts';
import { faultsIn, make, read, sentences } from './make.ts';

const lesson = 'shared/courses/play/first/index.en.md';
const fields =
  'title: First\nsummary: "The first: a lesson."\ndurationMinutes: 10\ntags: [a, b]\nimage: {src: p.svg, alt: A picture, credit: Aigul}\nobjectives:\n  - See\n';
const body =
  '\n## Why\n\nSee [how](/pages/about/#who), [when](/materials/bag/#when) and [here](#why).\n\n::: quiz #q1\nWhich?\n\n- [ ] This\n- [x] That\n:::\n\n::: short #q2\nWhat?\n\n= play\n:::\n';
const files = {
  [lesson]: text(fields, body),
  'shared/courses/play/first/index.ru.md': null,
  'shared/courses/play/first/p.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
  'shared/pages/about/index.en.md': text('title: About\nsummary: About us.\n', '## Who\n\nWe.\n'),
  'shared/pages/about/index.ru.md': text(
    'title: О нас\nsummary: О нас.\ntranslation: {of: en, by: human, reviewed: true}\n',
    '## Кто\n\nМы.\n',
  ),
  'shared/materials/bag/index.en.md': text(
    'title: Bag\nsummary: A bag.\ntype: activity\nages: {fromMonths: 36, toMonths: 84}\ndomains: [cognition]\n',
    '## When\n\nNow.\n',
  ),
};

async function attentions(folder: string): Promise<string[]> {
  const { catalogue, editions } = await checkContent({ contentFolder: folder, drafts: true });
  return editions.flatMap(({ edition }) =>
    statusOf(edition, catalogue)
      .items.filter(({ target, locale }) => target === '/courses/play/first/' && locale === 'ru')
      .map(({ attention }) => attention),
  );
}

test('a translation begins with the words, the structure and the quizzes of its original, and knows its state', async () => {
  const folder = await contentFolder(files);
  const made = await make(folder, 'translation', { of: `content/${lesson}`, lang: 'ru', by: 'machine' });
  expect(made.text).toMatchInlineSnapshot(`
    "---
    # Not translated yet: write over the words of the fields and of the text in Russian.
    title: First
    summary: "The first: a lesson."
    # draft and review are shown in the preview only; published is on the site. Without this field the
    # text is published.
    status: draft
    image:
      alt: A picture
      credit: Aigul
    tags:
      - a
      - b
    objectives:
      - See
    translation:
      of: en
      by: machine
      reviewed: false
      hash: ea0d6436d406fb21
    ---

    ## Why

    See [how](/pages/about/), [when](/materials/bag/#when) and [here](#why).

    ::: quiz #q1
    Which?

    - [ ] This
    - [x] That
    :::

    ::: short #q2
    What?

    = play
    :::
    "
  `);
  expect(await faultsIn(folder)).toEqual([]);
  expect(await attentions(folder)).toEqual(['draft']);
  await writeFile(path.join(folder, lesson), text(fields, `${body}\nMore.\n`));
  expect(await attentions(folder)).toEqual(['draft', 'stale']);
});

test('it is on no site before it is translated', async () => {
  const folder = await contentFolder(files);
  await make(folder, 'translation', { of: 'play/first', lang: 'ru' });
  const { editions } = await checkContent({ contentFolder: folder, drafts: false });
  expect(
    editions[0]?.edition.entries.get('/courses/play/first/')?.variants.get('ru' as never)?.fallback,
  ).toBe(true);
});

test.each([
  ['content/shared/materials/bag/index.en.md'],
  ['shared\\materials\\bag\\'],
  ['/materials/bag/'],
  ['materials/bag'],
  ['bag'],
])('the text can be named %s', async (of) => {
  const { plan } = await make(await contentFolder(), 'translation', { of, lang: 'ru' });
  expect(plan?.files[0]?.path).toBe('shared/materials/bag/index.ru.md');
});

test.each([
  [
    'a misspelt text',
    { of: 'materials/bga', lang: 'ru' },
    'there is no text "materials/bga" (did you mean "materials/bag"?)',
  ],
  [
    'a language that nobody reads',
    { of: 'bag', lang: 'de' },
    'content/shared/materials/bag/index.de.md is in the language "de", which no national site has, so that nobody would see it (add "- tag: de" to the languages of a country.yml, or use one of: en, ru)',
  ],
  [
    'the language of the original',
    { of: 'bag', lang: 'en' },
    'content/shared/materials/bag/index.en.md is there already (nothing was changed; open that file)',
  ],
  [
    'a translator that is none',
    { of: 'bag', lang: 'ru', by: 'me' },
    'by: "me" is not one of: human, machine (write one of them)',
  ],
])('%s is refused', async (_, flags, sentence) => {
  const { problems } = await make(await contentFolder(), 'translation', flags);
  expect(sentences(problems)).toEqual([sentence]);
});

test('a text of a country is translated in its own folder', async () => {
  const folder = await contentFolder({
    'countries/kg/country.yml':
      'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: ru\nurl: https://kg.example.org/\nsourceLanguage: ru\n',
    'countries/kg/pages/edition/index.ru.md': text('title: Издание\nsummary: Об издании.\n', 'Текст.\n'),
  });
  await make(folder, 'translation', { of: 'edition', lang: 'en' });
  expect(await read(folder, 'countries/kg/pages/edition/index.en.md')).toMatch(/title: Издание[\s\S]*of: ru/);
  expect(await faultsIn(folder)).toEqual([]);
});
