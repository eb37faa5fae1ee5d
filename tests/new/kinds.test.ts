import { expect, test } from 'vitest';
import type { KindOfNew } from '../../build/new/form.ts';
import { contentFolder } from '../support/content.ts';
import { faultsIn, make, read, sentences } from './make.ts';

const kinds: readonly (readonly [KindOfNew, string, Readonly<Record<string, string>>, readonly string[]])[] =
  [
    [
      'course',
      'with its first lesson',
      { title: 'Playing outdoors', audience: 'educator, parent', lesson: 'Mud and water' },
      [
        'shared/courses/playing-outdoors/index.en.md',
        'shared/courses/playing-outdoors/mud-and-water/index.en.md',
      ],
    ],
    [
      'course',
      "of a country's own, in its first language",
      { title: 'Сыртта ойноо', audience: 'educator', country: 'kg', lang: 'ru' },
      [
        'countries/kg/courses/syrtta-oynoo/index.ru.md',
        'countries/kg/courses/syrtta-oynoo/first-lesson/index.ru.md',
      ],
    ],
    [
      'lesson',
      'at the end of a course',
      { title: 'Rainy days', course: 'play' },
      ['shared/courses/play/rainy-days/index.en.md'],
    ],
    [
      'material',
      'with terms of the vocabularies',
      { title: 'Rain: a "song"', type: 'story', domains: 'cognition,language-literacy', ages: '48-60' },
      ['shared/materials/rain-a-song/index.en.md'],
    ],
    ['group', 'for parents', { id: 'fathers', audience: 'parent' }, ['shared/groups/fathers/index.en.md']],
    ['page', 'whose title is a number', { title: '1.10' }, ['shared/pages/1-10/index.en.md']],
    [
      'translation',
      'of a material',
      { of: 'materials/bag', lang: 'ru' },
      ['shared/materials/bag/index.ru.md'],
    ],
    [
      'patch',
      'of a lesson',
      { of: 'play/first', country: 'kg', fields: 'durationMinutes,title' },
      ['countries/kg/courses/play/first/index.en.patch.md'],
    ],
    ['country', 'with known languages', { code: 'uz', languages: 'ru,en' }, ['countries/uz/country.yml']],
  ];

test.each(kinds)('a new %s %s passes check, and is not made a second time', async (kind, _, flags, files) => {
  const folder = await contentFolder();
  const made = await make(folder, kind, flags);
  expect(sentences(made.problems)).toEqual([]);
  expect(made.plan?.files.map((file) => file.path)).toEqual(files);
  expect(await faultsIn(folder)).toEqual([]);

  const before = await Promise.all(files.map((file) => read(folder, file)));
  const again = await make(folder, kind, flags);
  expect(again.plan).toBeUndefined();
  expect(again.problems).toMatchObject([
    { isRefusal: true, message: expect.stringContaining(files[0] ?? '') },
  ]);
  expect(await Promise.all(files.map((file) => read(folder, file)))).toEqual(before);
});

test('a new text is a draft that says what its fields mean', async () => {
  const folder = await contentFolder();
  const { text } = await make(folder, 'material', {
    title: 'Rain drum',
    type: 'activity',
    domains: 'cognition',
  });
  expect(text.slice(0, text.indexOf('\n---\n'))).toMatchInlineSnapshot(`
    "---
    title: Rain drum
    # One or two sentences that say what the reader gets from this page. Shown in lists, search results
    # and shared links; best below 200 characters.
    summary: "To be written: one or two sentences that say what the reader gets from this page."
    # draft and review are shown in the preview only; published is on the site. Without this field the
    # text is published.
    status: draft
    # What sort of material this is.
    type: activity
    # The ages of the children that this is meant for.
    ages:
      fromMonths: 36
      toMonths: 72
    # The areas of a child's development that this supports.
    domains:
      - cognition
    # More fields that a material can have: authors, updated, licence, image, tags, audience, setting,
    # durationMinutes, groupSize, resources, alignments, related. schemas/material.schema.json says what
    # they mean."
  `);
});

test('what the country shares under this name is patched, not made a second time', async () => {
  const { problems } = await make(await contentFolder(), 'material', {
    title: 'Bag',
    type: 'activity',
    domains: 'cognition',
    country: 'kg',
  });
  expect(sentences(problems)).toEqual([
    'there is a material "bag" already: content/shared/materials/bag/index.en.md (to change some of it in one country, run: npm run new -- patch materials/bag --country kg)',
  ]);
});

test.each<[string, KindOfNew, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'all that is missing',
    'material',
    {},
    [
      '--title is missing: The name of the page, as its heading, in lists and in search results. (write --title "…")',
      '--type is missing: What sort of material this is. (write --type with one of: activity, story)',
      "--domains is missing: The areas of a child's development that this supports. (write --domains with one or more (divided by commas) of: language-literacy, cognition)",
    ],
  ],
  [
    'each bad answer, in the words of check',
    'material',
    {
      title: 'x'.repeat(141),
      type: 'activty',
      ages: '72-36',
      domains: 'cognition,cognition',
      id: 'Rain Drum',
    },
    [
      'title has 141 characters; 140 is the most (shorten it; details belong into the text)',
      'type: "activty" is not one of: activity, story (did you mean "activity"?)',
      'ages.toMonths: 36 is not after fromMonths (72) (ages are in months, the younger one first)',
      'domains: "cognition" is listed twice (remove one of the two)',
      'content/shared/materials/Rain Drum/index.en.md lies in the folder "Rain Drum"; this name is part of the address of the page and is made of small Latin letters, digits and hyphens (write "rain-drum")',
    ],
  ],
  [
    'minutes that are none, and a course that does not exist',
    'lesson',
    { title: 'Rain', course: 'plya', 'duration-minutes': 'ten', lang: 'de' },
    [
      'course: "plya" is not one of: play (did you mean "play"?)',
      'durationMinutes: "ten" is not a whole number (write minutes in digits, such as 15)',
      'lang: "de" is not one of: en, ru (write one of them)',
    ],
  ],
  [
    'a title of which no address can be made',
    'page',
    { title: '市場' },
    [
      '--id is missing: The name of its folder, which is a part of its address and never changes: small Latin letters, digits and hyphens. (write --id "…")',
    ],
  ],
  [
    'a name that Windows does not allow',
    'page',
    { title: 'Aux' },
    [
      'content/shared/pages/aux/index.en.md has the name "aux", which Windows does not allow (write "aux-file")',
    ],
  ],
])('says %s', async (_, kind, flags, expected) => {
  const made = await make(await contentFolder(), kind, flags);
  expect(made.plan).toBeUndefined();
  expect(sentences(made.problems)).toEqual(expected);
});
