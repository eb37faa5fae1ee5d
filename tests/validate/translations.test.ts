import { describe, expect, test } from 'vitest';
import { faults, minimalContent, text } from '../support/content.ts';
import { type Changes, course, lesson, material, patch, translation } from './changed.ts';

describe('translations', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a field of the original',
      translation('translation:', 'durationMinutes: 5\ntranslation:'),
      [
        'shared/courses/play/first/index.ru.md:4:1 error front-matter/not-translatable: "durationMinutes" belongs to the original; a translation inherits it (remove the field here)',
      ],
    ],
    [
      'a picture of the original',
      translation('translation:', 'image:\n  src: a.svg\n  alt: Сумка\ntranslation:'),
      [
        'shared/courses/play/first/index.ru.md:5:3 error front-matter/not-translatable: "image.src" belongs to the original; a translation inherits it (remove the field here)',
      ],
    ],
    [
      'no record',
      translation(/translation:\n(?: .*\n)+/, ''),
      [
        'shared/courses/play/first/index.ru.md:1:1 error front-matter/required: the field "translation" is missing (add "translation: {of: en, by: human, reviewed: false}"; the file in the source language is the original, every other one a translation)',
      ],
    ],
    [
      'a misspelt record',
      translation('translation:', 'translaton:'),
      [
        'shared/courses/play/first/index.ru.md:4:1 error front-matter/unknown-field: there is no field "translaton" (did you mean "translation"?)',
      ],
    ],
    [
      'no original',
      {
        'shared/pages/about/index.en.md': null,
        'shared/pages/about/index.ru.md': text(
          'title: О нас\nsummary: О нас.\ntranslation: {of: en, by: human, reviewed: true}\n',
          'Мы.\n',
        ),
      },
      [
        'shared/pages/about/index.ru.md:4:1 error translation/no-original: is a translation, but its original "index.en.md" is not in the folder (add the original, or remove "translation" if this text is the original)',
      ],
    ],
    [
      'of a language that is no tag',
      translation('of: en', 'of: english'),
      [
        'shared/courses/play/first/index.ru.md:5:7 error front-matter/pattern: translation.of: "english" cannot be used here (did you mean "en"?)',
      ],
    ],
    [
      'of a language without text',
      translation('of: en', 'of: ky'),
      [
        'shared/courses/play/first/index.ru.md:5:7 error translation/source: translation.of: there is no text in "ky" in this folder (the original is in "en")',
      ],
    ],
    [
      'of its own language',
      translation('of: en', 'of: ru'),
      [
        'shared/courses/play/first/index.ru.md:5:7 error translation/source: translation.of: "ru" is the language of this text itself (the original is in "en")',
      ],
    ],
    [
      'by somebody else',
      translation('by: human', 'by: google'),
      [
        'shared/courses/play/first/index.ru.md:6:7 error front-matter/enum: translation.by: "google" is not one of: human, machine (write one of them, such as human)',
      ],
    ],
    [
      'a record in the original',
      material('type:', 'translation: {of: ru, by: human, reviewed: true}\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:1 error front-matter/translation-in-original: this text is in the source language and therefore the original; it cannot be a translation (remove "translation", or correct the language in the name of the file)',
      ],
    ],
    [
      'several that could be the original',
      {
        'countries/kg/pages/x/index.ru.md': text('title: X\nsummary: Y\n', 'Z\n'),
        'countries/kg/pages/x/index.ky.md': text('title: X\nsummary: Y\n', 'Z\n'),
        'strings/ky.po': String(minimalContent['strings/ru.po']),
      },
      [
        'countries/kg/pages/x/index.ky.md:2:1 error translation/ambiguous: none of the texts of this folder is in en, and several of them have no "translation" (add "translation: {of: …, by: human, reviewed: false}" to all but the original)',
        'countries/kg/pages/x/index.ru.md:2:1 error translation/ambiguous: none of the texts of this folder is in en, and several of them have no "translation" (add "translation: {of: …, by: human, reviewed: false}" to all but the original)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('patches', () => {
  test.each<[string, Changes, string[]]>([
    [
      'without base',
      { 'countries/kg/materials/bagg/index.en.patch.md': text('title: X\n') },
      [
        'countries/kg/materials/bagg/index.en.patch.md:2:1 error overlay/no-base: is a patch, but there is no shared material "bagg" (did you mean "bag"?)',
      ],
    ],
    [
      'without base, but with a text of another country',
      {
        'countries/tj/country.yml':
          'code: tj\nname:\n  en: Tajikistan\nlanguages:\n  - tag: ru\nurl: https://tj.example.org/\n',
        'countries/tj/materials/own/index.en.md': String(minimalContent['shared/materials/bag/index.en.md']),
        'countries/kg/materials/own/index.en.patch.md': text('title: X\n'),
      },
      [
        `countries/kg/materials/own/index.en.patch.md:2:1 error overlay/no-base: is a patch, but there is no shared material "own" (name it "index.en.md" if the material is the country's own)`,
      ],
    ],
    [
      'in shared/',
      { 'shared/materials/bag/index.en.patch.md': text('title: X\n') },
      [
        'shared/materials/bag/index.en.patch.md:2:1 error overlay/shared: is a patch inside shared/; only countries patch (change the shared text itself)',
      ],
    ],
    [
      'beside a replacement',
      {
        'countries/kg/materials/bag/index.en.md': String(minimalContent['shared/materials/bag/index.en.md']),
        ...patch('title: X\n'),
      },
      [
        'countries/kg/materials/bag/index.en.patch.md:2:1 error overlay/replaced: has no effect: this folder replaces the shared material wholly (make the change in "index.en.md")',
      ],
    ],
    [
      'null of a required field',
      patch('title: null\n'),
      [
        'countries/kg/materials/bag/index.en.patch.md:2:8 error front-matter/required: title: a patch cannot remove a field that every text of this kind needs (remove the line to keep the shared value, or write another value)',
      ],
    ],
    [
      'null of a required member',
      patch('ages:\n  fromMonths: null\n'),
      [
        'countries/kg/materials/bag/index.en.patch.md:3:15 error front-matter/required: ages.fromMonths: a patch cannot remove a field that every text of this kind needs (remove the line to keep the shared value, or write another value)',
      ],
    ],
    ['null of another field is fine', patch('setting: null\n'), []],
    [
      'two that contradict each other',
      {
        ...patch('type: story\n'),
        ...patch('type: activity\ntitle: Сумка\n', 'ru'),
        'shared/materials/bag/index.ru.md': text(
          'title: Сумка\nsummary: Сумка.\ntranslation: {of: en, by: human, reviewed: true}\n',
          'Т.\n',
        ),
      },
      [
        'countries/kg/materials/bag/index.ru.patch.md:2:1 error overlay/conflict: "type" has another value in countries/kg/materials/bag/index.en.patch.md; it is the same in every language of a country (keep it in one of the two patches)',
      ],
    ],
    [
      'words in a language without text',
      patch('title: Сумка\n', 'ru'),
      [
        'countries/kg/materials/bag/index.ru.patch.md:2:1 error overlay/no-text: changes words in "ru", in which the shared material has no text (patch a language that the shared text has, or write the whole text below the fields)',
      ],
    ],
    [
      'ages that are wrong over the shared ones',
      patch('ages:\n  fromMonths: 90\n'),
      [
        'countries/kg/materials/bag/index.en.patch.md:2:1 error overlay/ages: over the shared text this gives ages from 90 to 84 months (write both fromMonths and toMonths)',
      ],
    ],
    [
      'a picture without description',
      {
        ...patch('image:\n  src: cover.svg\n'),
        'countries/kg/materials/bag/cover.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
      },
      [
        'countries/kg/materials/bag/index.en.patch.md:2:1 error overlay/incomplete: the field "image.alt" is missing: the shared material has none either (add a line "alt: …")',
      ],
    ],
    [
      'a hash by hand',
      patch('basedOn: xyz\n'),
      [
        'countries/kg/materials/bag/index.en.patch.md:2:10 error front-matter/pattern: basedOn: "xyz" cannot be used here (remove it, and let "npm run status -- --accept" write it)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('a file that cannot be read', () => {
  test('makes no other text of its folder the original', async () => {
    const original = String(minimalContent['shared/courses/play/first/index.en.md']);
    const changes = {
      ...translation(/translation:\n(?: .*\n)+/, ''),
      'shared/courses/play/first/index.en.md': null,
      'shared/courses/play/first/index.md': original,
    };
    expect(await faults(changes)).toEqual([
      'shared/courses/play/first/index.md:1:1 error file/name: "index.md" is not the name of a text; texts are named "index.<language>.md" (name it "index.en.md", with the language that it is written in)',
      'shared/courses/play/first/index.ru.md:1:1 error front-matter/required: the field "translation" is missing (add "translation: {of: en, by: human, reviewed: false}"; the file in the source language is the original, every other one a translation)',
    ]);
  });

  test('leaves its headings unknown, also when it has a translation', async () => {
    const changes = {
      ...material('title: Bag', 'title: a: b'),
      'shared/materials/bag/index.ru.md': text(
        'title: Сумка\nsummary: Сумка.\ntranslation: {of: en, by: human, reviewed: true}\n',
        '## Потрогай\n',
      ),
      'shared/pages/about/index.en.md': text(
        'title: About\nsummary: About.\n',
        '[Bag](/materials/bag/#touch)\n',
      ),
    };
    expect(await faults(changes)).toEqual([
      'shared/materials/bag/index.en.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "a: b")',
    ]);
  });

  test.each<[string, Changes, string[]]>([
    [
      'a material that others name',
      {
        ...material('title: Bag', 'title: a: b'),
        ...lesson('durationMinutes: 10', 'durationMinutes: 10\nmaterials: [bag]'),
        ...patch('title: X\n'),
        'shared/pages/about/index.en.md': text(
          'title: About\nsummary: About.\n',
          '[Bag](/materials/bag/#touch)\n',
        ),
      },
      [
        'shared/materials/bag/index.en.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "a: b")',
      ],
    ],
    [
      'an original with translations',
      lesson('title: First', 'title: a: b'),
      [
        'shared/courses/play/first/index.en.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "a: b")',
      ],
    ],
    [
      'a translation',
      translation('title: Первый', 'title: a: b'),
      [
        'shared/courses/play/first/index.ru.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "a: b")',
      ],
    ],
    [
      'a course with lessons',
      course('title: Play', 'title: a: b'),
      [
        'shared/courses/play/index.en.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "a: b")',
      ],
    ],
    [
      'a country with texts',
      { 'countries/kg/country.yml': 'code: a: b\n', ...patch('title: X\n') },
      [
        'countries/kg/country.yml:1:7 error front-matter/quotes: the value of "code" holds a colon and a space and needs quotes (write code: "a: b")',
      ],
    ],
    [
      'a vocabulary',
      { 'taxonomy/domains.yml': 'kind: a: b\n' },
      [
        'taxonomy/domains.yml:1:7 error front-matter/quotes: the value of "kind" holds a colon and a space and needs quotes (write kind: "a: b")',
      ],
    ],
    [
      'a framework',
      {
        'taxonomy/frameworks/play-first.yml': 'name: a: b\n',
        ...course('lessons:', 'alignments: [{framework: play-first, code: "1.1"}]\nlessons:'),
      },
      [
        'taxonomy/frameworks/play-first.yml:1:7 error front-matter/quotes: the value of "name" holds a colon and a space and needs quotes (write name: "a: b")',
      ],
    ],
    [
      'site.yml',
      { 'site.yml': 'name: a: b\n' },
      [
        'site.yml:1:7 error front-matter/quotes: the value of "name" holds a colon and a space and needs quotes (write name: "a: b")',
      ],
    ],
    [
      'strings',
      { 'strings/ru.po': 'rubbish\n' },
      [
        'strings/ru.po:1:1 error strings/syntax: the line is not in the format of gettext catalogues (a line begins with msgid, msgstr, msgctxt, #, or is a quoted text)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});
