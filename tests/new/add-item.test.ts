import { expect, test } from 'vitest';
import { addItem } from '../../build/new/add-item.ts';
import { contentFolder, text } from '../support/content.ts';
import { faultsIn, make, read, sentences } from './make.ts';

test.each([
  [
    'a list with remarks, quotes and its own order of fields',
    '---\n# course\nlessons:\n  - "b"  # second\n  -   a # first\n  # here ends the list\ntitle:   \'x\'\n---\n\nBody\n',
    '---\n# course\nlessons:\n  - "b"  # second\n  -   a # first\n  -   new\n  # here ends the list\ntitle:   \'x\'\n---\n\nBody\n',
  ],
  ['a list without indent', '---\nlessons:\n- a\n---\n', '---\nlessons:\n- a\n- new\n---\n'],
  ['a list in brackets', '---\nlessons: [a, "b" ] # two\n---\n', '---\nlessons: [a, "b", new ] # two\n---\n'],
  [
    'brackets over several lines',
    '---\nlessons: [\n  a,\n  b,\n]\n---\n',
    '---\nlessons: [\n  a,\n  b,\n  new,\n]\n---\n',
  ],
  [
    'line ends of Windows and a BOM',
    '\uFEFF---\r\nlessons:\r\n  - a\r\ntitle: x\r\n---\r\nBody\r\n',
    '\uFEFF---\r\nlessons:\r\n  - a\r\n  - new\r\ntitle: x\r\n---\r\nBody\r\n',
  ],
])('%s', (_, before, after) => {
  expect(addItem(before, 'lessons', 'new')).toBe(after);
});

test('a name that YAML would not take for text gets quotes', () => {
  expect(addItem('---\nlessons:\n  - a\n---\n', 'lessons', '2026')).toBe(
    '---\nlessons:\n  - a\n  - "2026"\n---\n',
  );
});

test('a new lesson changes one line of its course', async () => {
  const course = 'shared/courses/play/index.en.md';
  const raw =
    '---\r\nsummary: "About play."   # short\r\ntitle: Play\r\naudience: [ educator ]\r\nages: {fromMonths: 36, toMonths: 84}\r\nlessons:\r\n    - first # the only one\r\n\r\nupdated: 2026-03-01\r\n---\r\n\r\nRead.  \r\n';
  const folder = await contentFolder({ [course]: raw });
  await make(folder, 'lesson', { title: 'Rain', course: 'play' });
  expect(await read(folder, course)).toBe(raw.replace('the only one\r\n', 'the only one\r\n    - rain\r\n'));
  expect(await faultsIn(folder)).toEqual([]);
});

test('a lesson of a country goes on the list in its patch of the course, and without one the way there is told', async () => {
  const folder = await contentFolder();
  const flags = { title: 'Felt', course: 'play', country: 'kg', lang: 'ru' };
  const refused = await make(folder, 'lesson', flags);
  expect(sentences(refused.problems)).toEqual([
    'the course "play" is shared, and "kg" has no list of its lessons of its own to put one on (make one first: npm run new -- patch courses/play --country kg --fields lessons)',
  ]);
  await make(folder, 'patch', { of: 'courses/play', country: 'kg', fields: 'lessons' });
  await make(folder, 'lesson', flags);
  expect(await read(folder, 'countries/kg/courses/play/index.en.patch.md')).toContain(
    'lessons:\n  - first\n  - felt\n',
  );
  expect(await read(folder, 'shared/courses/play/index.en.md')).not.toContain('felt');
  expect(await faultsIn(folder)).toEqual([]);
});

test('a course with a fault is mended first', async () => {
  const folder = await contentFolder({
    'shared/courses/play/index.en.md': text('title: Play\nlessons: [first]\n'),
  });
  const { problems } = await make(folder, 'lesson', { title: 'Rain', course: 'play' });
  expect(problems[0]).toMatchObject({
    isRefusal: true,
    message: 'the course "play" has a fault: the field "summary" is missing',
  });
});
