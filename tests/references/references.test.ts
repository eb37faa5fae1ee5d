import { describe, expect, test } from 'vitest';
import { faults, minimalContent, text } from '../support/content.ts';
import {
  body,
  type Changes,
  country,
  course,
  group,
  lesson,
  material,
  translation,
} from '../validate/changed.ts';

const first = String(minimalContent['shared/courses/play/first/index.en.md']);

describe('ids', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a lesson',
      course('- first', '- frist'),
      [
        'shared/courses/play/index.en.md:9:5 error reference/lesson: there is no lesson "frist" in the course "play" (did you mean "first"?)',
      ],
    ],
    [
      'a lesson that is nowhere',
      course('- first', '- first\n  - second'),
      [
        'shared/courses/play/index.en.md:10:5 error reference/lesson: there is no lesson "second" in the course "play" (add the folder "second" to the course, or remove the line)',
      ],
    ],
    [
      'a course',
      group('audience', 'courses: [plya]\naudience'),
      [
        'shared/groups/talk/index.en.md:4:11 error reference/course: there is no course "plya" (did you mean "play"?)',
      ],
    ],
    [
      'a material',
      lesson('durationMinutes: 10', 'durationMinutes: 10\nmaterials: [bga, other]'),
      [
        'shared/courses/play/first/index.en.md:5:13 error reference/material: there is no material "bga" (did you mean "bag"?)',
        'shared/courses/play/first/index.en.md:5:18 error reference/material: there is no material "other" (write one of: bag)',
      ],
    ],
    [
      'a related material',
      material('type:', 'related: [bgg]\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:11 error reference/material: there is no material "bgg" (did you mean "bag"?)',
      ],
    ],
    [
      'a group',
      lesson('durationMinutes: 10', 'durationMinutes: 10\ndiscussion: tlak'),
      [
        'shared/courses/play/first/index.en.md:5:13 error reference/group: there is no group "tlak" (did you mean "talk"?)',
      ],
    ],
    [
      'a prerequisite',
      course('lessons:', 'prerequisites: [plya]\nlessons:'),
      [
        'shared/courses/play/index.en.md:8:17 error reference/course: there is no course "plya" (did you mean "play"?)',
      ],
    ],
    [
      'a prerequisite of itself',
      course('lessons:', 'prerequisites: [play]\nlessons:'),
      [
        'shared/courses/play/index.en.md:8:17 error reference/circle: the courses wait for each other in a circle: play → play (remove "play" here, or another of these steps)',
      ],
    ],
    [
      'a material related to itself',
      material('type:', 'related: [bag]\ntype:'),
      [
        'shared/materials/bag/index.en.md:4:11 error reference/self: the material "bag" names itself (remove the line)',
      ],
    ],
    [
      'the course that a front page begins with',
      country('url:', 'home: {course: plya, material: bag}\nurl:'),
      [
        'countries/kg/country.yml:8:16 error reference/course: home.course: this country has no course "plya" (did you mean "play"?)',
      ],
    ],
    [
      'the material of a front page, which only another country has',
      {
        ...country('url:', 'home: {course: play, material: own}\nurl:'),
        'countries/uz/country.yml':
          'code: uz\nname:\n  en: Uzbekistan\nlanguages:\n  - tag: en\nurl: https://uz.example.org/\n',
        'countries/uz/materials/own/index.en.md': String(minimalContent['shared/materials/bag/index.en.md']),
      },
      [
        'countries/kg/country.yml:8:32 error reference/material: home.material: this country has no material "own" (write the name of a folder in content/shared/materials/ or content/countries/kg/materials/, or remove the line)',
      ],
    ],
    [
      'a framework',
      course('lessons:', 'alignments: [{framework: play-frist, code: "1.1"}]\nlessons:'),
      [
        'shared/courses/play/index.en.md:8:26 error reference/framework: there is no framework "play-frist" (did you mean "play-first"?)',
      ],
    ],
    [
      'a code',
      course('lessons:', 'alignments: [{framework: play-first, code: "1.2"}]\nlessons:'),
      [
        'shared/courses/play/index.en.md:8:44 error reference/alignment: the framework "play-first" has no code "1.2" (did you mean "1.1"?)',
      ],
    ],
    [
      'courses that wait for each other',
      {
        ...course('lessons:', 'prerequisites: [talk]\nlessons:'),
        'shared/courses/talk/index.en.md': text(
          'title: T\nsummary: T.\naudience: [educator]\nages: {fromMonths: 36, toMonths: 84}\nprerequisites: [play]\nlessons: [one]\n',
          'T\n',
        ),
        'shared/courses/talk/one/index.en.md': first,
      },
      [
        'shared/courses/talk/index.en.md:6:17 error reference/circle: the courses wait for each other in a circle: play → talk → play (remove "play" here, or another of these steps)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('lessons', () => {
  test.each<[string, Changes, string[]]>([
    [
      'that no course lists',
      { 'shared/courses/play/second/index.en.md': first },
      [
        'shared/courses/play/second/index.en.md:1:1 error reference/unlisted-lesson: no course lists the lesson "second", so that it is on no page (add "- second" to the lessons of shared/courses/play/index.*.md, or set "status: draft")',
      ],
    ],
    [
      'that no course lists, as a draft',
      { 'shared/courses/play/second/index.en.md': first.replace('title', 'status: draft\ntitle') },
      [
        'shared/courses/play/second/index.en.md:1:1 info reference/unlisted-lesson: no course lists the lesson "second", so that it is on no page (add "- second" to the lessons of shared/courses/play/index.*.md, or set "status: draft")',
      ],
    ],
    [
      'of a course without text',
      { 'shared/courses/orphan/one/index.en.md': first },
      [
        'shared/courses/orphan/one/index.en.md:1:1 error reference/unlisted-lesson: no course lists the lesson "one", so that it is on no page (the course "orphan" has no text of its own: add shared/courses/orphan/index.en.md)',
      ],
    ],
    [
      'of a course whose list is no list',
      course(/lessons:\n.*\n/, 'lessons: true\n'),
      [
        'shared/courses/play/index.en.md:8:10 error front-matter/type: lessons: true is not a list (write a list after the colon)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('links', () => {
  test.each<[string, Changes, string[]]>([
    [
      'to no page',
      body('Touch [it](/materials/bga/).\n'),
      [
        'shared/materials/bag/index.en.md:11:12 error link/broken: there is no page /materials/bga/ (did you mean /materials/bag/?)',
      ],
    ],
    [
      'to no page that is near',
      body('Touch [it](/materials/zebra/).\n'),
      [
        'shared/materials/bag/index.en.md:11:12 error link/broken: there is no page /materials/zebra/ (links are written without language: /courses/<course>/<lesson>/ or /materials/<material>/)',
      ],
    ],
    [
      'to the wrong kind',
      body('Touch [it](/materials/talk/).\n'),
      [
        'shared/materials/bag/index.en.md:11:12 error link/broken: there is no page /materials/talk/ (did you mean /groups/talk/?)',
      ],
    ],
    [
      'to no heading',
      body('[x](#tuoch)\n\n## Touch\n'),
      [
        'shared/materials/bag/index.en.md:11:5 error link/anchor: there is no heading #tuoch on this page (did you mean "#touch"?)',
      ],
    ],
    [
      'to a heading where there is none',
      body('[x](#touch)\n'),
      [
        'shared/materials/bag/index.en.md:11:5 error link/anchor: there is no heading #touch on this page (no heading stands there; remove "#touch")',
      ],
    ],
    [
      'to no heading of another page',
      body('[x](/courses/play/first/#hwy)\n'),
      [
        'shared/materials/bag/index.en.md:11:5 error link/anchor: there is no heading #hwy on /courses/play/first/ (did you mean "#why"?)',
      ],
    ],
    ['to a quiz', body('[x](/courses/play/first/#q1)\n'), []],
    [
      'that run a program',
      body('[x](javascript:alert(1))\n'),
      [
        'shared/materials/bag/index.en.md:11:5 error markdown/link-unsafe: a link must not lead to "javascript:alert(1)" (a link begins with https://, mailto:, tel:, # or /)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

test('links in the rules of a community are checked too', async () => {
  const found = await faults(group('audience', 'rules: |\n  [x](/materials/bga/)\naudience'));
  expect(found).toEqual([
    expect.stringContaining('there is no page /materials/bga/ (did you mean /materials/bag/?)'),
  ]);
});

test('rules of a community hold no quiz: its name could be that of one in the text', async () => {
  const rules =
    'rules: |\n  Be kind.\n\n  ::: quiz #q1\n  Who?\n\n  - [x] All\n  - [ ] None\n  :::\naudience';
  expect(await faults(group('audience', rules))).toEqual([
    'shared/groups/talk/index.en.md:7:12 error quiz/in-rules: the quiz #q1 stands in the rules of a community (move it into the text below the front matter)',
  ]);
});

describe('files', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a picture',
      body('![A bag](bag.png)\n'),
      [
        'shared/materials/bag/index.en.md:11:10 error file/missing: there is no file "bag.png" beside this text (put the file into the same folder)',
      ],
    ],
    [
      'a picture without description',
      {
        ...body('![](bag.svg)\n'),
        'shared/materials/bag/bag.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
      },
      [
        'shared/materials/bag/index.en.md:11:1 error markdown/image-alt: this picture has no description, so people who cannot see it would miss it (say what it shows between the square brackets: ![Two girls build a tower](tower.jpg))',
      ],
    ],
    [
      'a picture under another name',
      {
        ...material('type:', 'image:\n  src: cover.svg\n  alt: A bag\n  credit: Aigul\ntype:'),
        'shared/materials/bag/Cover.svg': '<svg/>',
      },
      [
        'shared/materials/bag/index.en.md:5:8 error file/missing: there is no file "cover.svg" beside this text (did you mean "Cover.svg"?)',
      ],
    ],
    [
      'a download',
      body('::: download poster.pdf A poster\n:::\n'),
      [
        'shared/materials/bag/index.en.md:11:14 error file/missing: there is no file "poster.pdf" beside this text (put the file into the same folder)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('bodies', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a container that is never closed',
      body('Touch.\n\n::: note\nCareful.\n'),
      [
        'shared/materials/bag/index.en.md:13:1 error markdown/container-unclosed: this container "note" is never closed (write a line ::: where it ends)',
      ],
    ],
    [
      'HTML',
      body('a <b>bag</b>\n'),
      [
        'shared/materials/bag/index.en.md:11:3 error markdown/raw-html: "<b>" does not work here: readers would see it as it stands (write **bold** for bold)',
      ],
    ],
    [
      'ten thousand quotes',
      body(`${'>'.repeat(10_000)} x\n`),
      [
        'shared/materials/bag/index.en.md:11:1 error markdown/too-deep: more than 20 quotes, lists or containers stand one inside the other here (remove the marks that are not meant, or write the text more simply)',
      ],
    ],
    [
      'ten thousand brackets',
      body(`${'['.repeat(10_000)}\n`),
      [
        'shared/materials/bag/index.en.md:11:1 error markdown/too-deep: this paragraph opens more than 100 brackets [ one inside the other (remove the marks that are not meant, or write the text more simply)',
      ],
    ],
    [
      'a quiz without a right answer',
      lesson('[x]', '[ ]'),
      [
        'shared/courses/play/first/index.en.md:14:1 error quiz/no-correct: no option of this quiz is marked as right (put an x into the box of each right one: - [x] …)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('quizzes of translations', () => {
  test.each<[string, Changes, string[]]>([
    [
      'another name',
      translation('#q1', '#q2'),
      [
        'shared/courses/play/first/index.ru.md:14:10 error quiz/translation: the quiz #q2 is not in the original shared/courses/play/first/index.en.md (write #q1: answers hang on the names of quizzes)',
      ],
    ],
    [
      'none',
      translation(/::: quiz[\s\S]*/, ''),
      [
        'shared/courses/play/first/index.ru.md:2:1 error quiz/translation: the quiz #q1 of the original is missing here (quizzes keep their ids in every translation)',
      ],
    ],
    [
      'another right answer',
      translation('- [ ] Этот\n- [x] Тот', '- [x] Этот\n- [ ] Тот'),
      [
        'shared/courses/play/first/index.ru.md:14:10 error quiz/translation: the quiz #q1 marks other answers as right than the original (translate the words and keep the structure of the original)',
      ],
    ],
    [
      'more answers',
      translation('- [x] Тот', '- [x] Тот\n- [ ] Ещё'),
      [
        'shared/courses/play/first/index.ru.md:14:10 error quiz/translation: the quiz #q1 has 3 answers; in the original it has 2 (translate the words and keep the structure of the original)',
      ],
    ],
    [
      'another kind',
      translation(/- \[ \] Этот\n- \[x\] Тот/, '- Этот => Тот\n- Тот => Этот'),
      [
        'shared/courses/play/first/index.ru.md:17:1 error quiz/no-marker: this option has no box (begin it with - [ ] or, if it is right, with - [x])',
        'shared/courses/play/first/index.ru.md:18:1 error quiz/no-marker: this option has no box (begin it with - [ ] or, if it is right, with - [x])',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});
