import { describe, expect, test } from 'vitest';
import { faults } from '../support/content.ts';
import { type Changes, course, lesson, material, translation } from './changed.ts';

describe('unknown fields', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a word that is near',
      material('type: activity', 'type: activity\nSetting: [home]'),
      [
        'shared/materials/bag/index.en.md:5:1 error front-matter/unknown-field: there is no field "Setting" (did you mean "setting"?)',
      ],
    ],
    [
      'a word that is not',
      material('type: activity', 'type: activity\ncolour: red'),
      [
        'shared/materials/bag/index.en.md:5:1 error front-matter/unknown-field: there is no field "colour" (the fields here are: title, summary, status, authors, updated, licence, image, tags, type, ages, domains, audience, setting, durationMinutes, groupSize, resources, alignments, related, basedOn)',
      ],
    ],
    [
      'a misspelt required field is one fault',
      material('title:', 'titel:'),
      [
        'shared/materials/bag/index.en.md:2:1 error front-matter/unknown-field: there is no field "titel" (did you mean "title"?)',
      ],
    ],
    [
      'a field cut short',
      lesson('durationMinutes:', 'duration:'),
      [
        'shared/courses/play/first/index.en.md:4:1 error front-matter/unknown-field: there is no field "duration" (did you mean "durationMinutes"?)',
      ],
    ],
    [
      'members under other names',
      material(/ages:\n.*\n.*\n/, 'ages: {fromYears: 3, toYears: 6}\n'),
      [
        'shared/materials/bag/index.en.md:5:8 error front-matter/unknown-field: there is no field "ages.fromYears" (did you mean "fromMonths"?)',
        'shared/materials/bag/index.en.md:5:22 error front-matter/unknown-field: there is no field "ages.toYears" (did you mean "toMonths"?)',
      ],
    ],
    [
      'names that every object of JavaScript has',
      material('type: activity', 'type: activity\nconstructor: 1\n__proto__: 2'),
      [
        'shared/materials/bag/index.en.md:5:1 error front-matter/unknown-field: there is no field "constructor" (the fields here are: title, summary, status, authors, updated, licence, image, tags, type, ages, domains, audience, setting, durationMinutes, groupSize, resources, alignments, related, basedOn)',
        'shared/materials/bag/index.en.md:6:1 error front-matter/unknown-field: there is no field "__proto__" (the fields here are: title, summary, status, authors, updated, licence, image, tags, type, ages, domains, audience, setting, durationMinutes, groupSize, resources, alignments, related, basedOn)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('missing fields', () => {
  test.each<[string, Changes, string[]]>([
    [
      'title',
      material('title: Bag\n', ''),
      [
        'shared/materials/bag/index.en.md:1:1 error front-matter/required: the field "title" is missing (add a line "title: …")',
      ],
    ],
    [
      'image without alt',
      {
        ...material('type:', 'image:\n  src: cover.svg\ntype:'),
        'shared/materials/bag/cover.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
      },
      [
        'shared/materials/bag/index.en.md:4:1 error front-matter/required: the field "image.alt" is missing (add a line "alt: …")',
      ],
    ],
    [
      'nothing after the colon',
      material('summary: A bag.', 'summary:'),
      [
        'shared/materials/bag/index.en.md:3:9 error front-matter/type: summary: nothing is not text (write the text after the colon)',
      ],
    ],
    [
      'an empty text',
      material('A bag.', '""'),
      ['shared/materials/bag/index.en.md:3:10 error front-matter/empty: summary is empty (fill it in)'],
    ],
    [
      'spaces alone',
      material('A bag.', '"   "'),
      ['shared/materials/bag/index.en.md:3:10 error front-matter/empty: summary is empty (fill it in)'],
    ],
    [
      'an empty list',
      course(/lessons:\n.*\n/, 'lessons: []\n'),
      ['shared/courses/play/index.en.md:8:1 error front-matter/empty: lessons is empty (fill it in)'],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a unit',
      lesson('durationMinutes: 10', 'durationMinutes: 15 minutes'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "15 minutes" is not a whole number (write 15)',
      ],
    ],
    [
      'hours',
      lesson('durationMinutes: 10', 'durationMinutes: 1.5 hours'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "1.5 hours" is not a whole number (write 90)',
      ],
    ],
    [
      'a zero before',
      lesson('durationMinutes: 10', 'durationMinutes: 045'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "045" is not a whole number (write 45)',
      ],
    ],
    [
      'quotes',
      lesson('durationMinutes: 10', 'durationMinutes: "15"'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "15" is not a whole number (write 15)',
      ],
    ],
    [
      'a range',
      lesson('durationMinutes: 10', 'durationMinutes: 10-15'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "10-15" is not a whole number (write 15)',
      ],
    ],
    [
      'hexadecimal',
      lesson('durationMinutes: 10', 'durationMinutes: 0x1F'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "0x1F" is not a whole number (write minutes in digits, such as 15)',
      ],
    ],
    [
      'a word',
      lesson('durationMinutes: 10', 'durationMinutes: ten'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/type: durationMinutes: "ten" is not a whole number (write minutes in digits, such as 15)',
      ],
    ],
    [
      'too large',
      lesson('durationMinutes: 10', 'durationMinutes: 9999'),
      [
        'shared/courses/play/first/index.en.md:4:18 error front-matter/range: durationMinutes: 9999 is more than 600 (write at most 600)',
      ],
    ],
    [
      'nothing',
      lesson('durationMinutes: 10', 'durationMinutes:'),
      [
        'shared/courses/play/first/index.en.md:4:17 error front-matter/type: durationMinutes: nothing is not a whole number (write a whole number after the colon)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('ages', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a range of years',
      material(/ages:\n.*\n.*\n/, 'ages: 3-6\n'),
      [
        'shared/materials/bag/index.en.md:5:7 error front-matter/type: ages: "3-6" is not a map of fields (write ages: {fromMonths: 36, toMonths: 72})',
      ],
    ],
    [
      'a list',
      material(/ages:\n.*\n.*\n/, 'ages: [36, 84]\n'),
      [
        'shared/materials/bag/index.en.md:5:1 error front-matter/type: ages: a list is not a map of fields (write ages: {fromMonths: 36, toMonths: 84})',
      ],
    ],
    [
      'years in words',
      material('fromMonths: 36', 'fromMonths: 3 years'),
      [
        'shared/materials/bag/index.en.md:6:15 error front-matter/type: ages.fromMonths: "3 years" is not a whole number (write 36)',
      ],
    ],
    [
      'years where months are wanted',
      material(/fromMonths: 36\n {2}toMonths: 84/, 'fromMonths: 3\n  toMonths: 6'),
      [
        'shared/materials/bag/index.en.md:5:1 warning front-matter/ages-in-years: ages: 3 to 6 months are babies of less than a year (if years are meant, write ages: {fromMonths: 36, toMonths: 72})',
      ],
    ],
    [
      'the older age in years',
      material('toMonths: 84', 'toMonths: 7'),
      [
        'shared/materials/bag/index.en.md:7:13 error front-matter/ages: ages.toMonths: 7 is not after fromMonths (36) (ages are in months: write toMonths: 84)',
      ],
    ],
    [
      'the wrong way round',
      material(/fromMonths: 36\n {2}toMonths: 84/, 'fromMonths: 84\n  toMonths: 36'),
      [
        'shared/materials/bag/index.en.md:7:13 error front-matter/ages: ages.toMonths: 36 is not after fromMonths (84) (ages are in months, the younger one first)',
      ],
    ],
    [
      'more than a child has',
      material('toMonths: 84', 'toMonths: 999'),
      [
        'shared/materials/bag/index.en.md:7:13 error front-matter/range: ages.toMonths: 999 is more than 216 (ages are in months: three years are 36)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('lists, maps, true and false', () => {
  test.each<[string, Changes, string[]]>([
    [
      'one word in place of a list',
      course(/lessons:\n.*\n/, 'lessons: first\n'),
      [
        'shared/courses/play/index.en.md:8:10 error front-matter/type: lessons: "first" is not a list (write lessons: [first])',
      ],
    ],
    [
      'words with commas in place of a list',
      course('[educator]', 'educator, parent'),
      [
        'shared/courses/play/index.en.md:4:11 error front-matter/type: audience: "educator, parent" is not a list (write audience: [educator, parent])',
      ],
    ],
    [
      'a list in quotes',
      course('[educator]', '"[educator]"'),
      [
        'shared/courses/play/index.en.md:4:11 error front-matter/type: audience: "[educator]" is not a list (write audience: [educator])',
      ],
    ],
    [
      'a hyphen without space',
      course('  - first', '  -first'),
      [
        'shared/courses/play/index.en.md:9:3 error front-matter/type: lessons: "-first" is not a list (put a space behind each hyphen: - first)',
      ],
    ],
    [
      'an item twice',
      course('[educator]', '[educator, educator]'),
      [
        'shared/courses/play/index.en.md:4:22 error front-matter/duplicate-item: audience: "educator" is listed twice (remove one of the two)',
      ],
    ],
    [
      'yes',
      translation('reviewed: true', 'reviewed: yes'),
      [
        'shared/courses/play/first/index.ru.md:7:13 error front-matter/type: translation.reviewed: "yes" is not true or false (write true)',
      ],
    ],
    [
      'да',
      translation('reviewed: true', 'reviewed: да'),
      [
        'shared/courses/play/first/index.ru.md:7:13 error front-matter/type: translation.reviewed: "да" is not true or false (write true)',
      ],
    ],
    [
      'a word in place of a map',
      translation(/translation:\n(?: .*\n)+/, 'translation: en\n'),
      [
        'shared/courses/play/first/index.ru.md:4:14 error front-matter/type: translation: "en" is not a map of fields (write translation: {of: en, by: human, reviewed: false})',
      ],
    ],
    [
      'a file in place of a map',
      material('type:', 'image: cover.svg\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:8 error front-matter/type: image: "cover.svg" is not a map of fields (write image: {src: cover.svg, alt: "what the picture shows"})',
      ],
    ],
    [
      'a list in place of a text',
      material('title: Bag', 'title: [Bag, sack]'),
      [
        'shared/materials/bag/index.en.md:2:1 error front-matter/type: title: a list is not text (write one text, not several; put it in quotes if it begins with a bracket)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('dates', () => {
  test.each<[string, Changes, string[]]>([
    [
      'day before month',
      material('type:', 'updated: 01.03.2025\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:10 error front-matter/date: updated: "01.03.2025" is not a date (write 2025-03-01)',
      ],
    ],
    [
      'a month in words',
      material('type:', 'updated: 1 марта 2025\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:10 error front-matter/date: updated: "1 марта 2025" is not a date (write 2025-03-01)',
      ],
    ],
    [
      'a time behind it',
      material('type:', 'updated: 2025-03-01T10:00:00Z\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:10 error front-matter/date: updated: "2025-03-01T10:00:00Z" is not a date (write 2025-03-01)',
      ],
    ],
    [
      'a day that does not exist',
      material('type:', 'updated: 2025-13-45\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:10 error front-matter/date: updated: "2025-13-45" is not a date (write year-month-day, such as 2026-03-01)',
      ],
    ],
    [
      'the 29th of February of another year',
      material('type:', 'updated: 2025-02-29\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:10 error front-matter/date: updated: "2025-02-29" is not a date (write year-month-day, such as 2026-03-01)',
      ],
    ],
    [
      'a year alone',
      material('type:', 'updated: 2025\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:10 error front-matter/date: updated: "2025" is not a date (write year-month-day, such as 2026-03-01)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('words of a vocabulary', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a misspelt level',
      course('lessons:', 'level: begginer\nlessons:'),
      [
        'shared/courses/play/index.en.md:8:8 error front-matter/enum: level: "begginer" is not one of: beginner, intermediate, advanced (did you mean "beginner"?)',
      ],
    ],
    [
      'a plural',
      course('[educator]', '[educators]'),
      [
        'shared/courses/play/index.en.md:4:12 error front-matter/enum: audience[0]: "educators" is not one of: educator, parent (did you mean "educator"?)',
      ],
    ],
    [
      'another word',
      course('[educator]', '[teacher]'),
      [
        'shared/courses/play/index.en.md:4:12 error front-matter/enum: audience[0]: "teacher" is not one of: educator, parent (write one of them, or add the term to its file in content/taxonomy/)',
      ],
    ],
    [
      'a status',
      material('type:', 'status: publish\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:9 error front-matter/enum: status: "publish" is not one of: draft, review, published (did you mean "published"?)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('lengths', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a title',
      material('title: Bag', `title: ${'x'.repeat(141)}`),
      [
        'shared/materials/bag/index.en.md:2:8 error front-matter/too-long: title has 141 characters; 140 is the most (shorten it; details belong into the text)',
      ],
    ],
    [
      'a summary that lists cut',
      material('A bag.', 'x'.repeat(201)),
      [
        'shared/materials/bag/index.en.md:3:10 info front-matter/long-summary: summary has 201 characters; lists and search results show about 200 (say what the reader gets in one or two short sentences)',
      ],
    ],
    [
      'a summary that is too long',
      material('A bag.', 'x'.repeat(401)),
      [
        'shared/materials/bag/index.en.md:3:10 error front-matter/too-long: summary has 401 characters; 400 is the most (shorten it; details belong into the text)',
      ],
    ],
    ['a summary of 200 emoji', material('A bag.', '🧸'.repeat(200)), []],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

test.each(['image:', 'image: cover.svg', 'image: [cover.svg]'])(
  'a map that is something else is a fault with a place, and not one of the program: %s',
  async (line) => {
    const [fault = '', ...others] = await faults(material('type: activity', `type: activity\n${line}`));
    expect(fault).toMatch(/^shared\/materials\/bag\/index\.en\.md:5:\d+ error front-matter\/type: /);
    expect(others).toEqual([]);
  },
);
