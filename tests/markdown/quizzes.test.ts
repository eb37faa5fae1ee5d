import { expect, test } from 'vitest';
import type { Quiz } from '../../templates/model/body.ts';
import { codes, render } from './render.ts';

const quiz = (text: string, locale = 'en'): Quiz | undefined => render(text, locale).body.quizzes[0];

test('one right option is single choice', () => {
  expect(
    quiz(`::: quiz #q1
Which is **better** to write down?

- [ ] "Aibek is lazy"
  > Write what you see, not what you think of it.
- [x] "Aibek built for seven minutes"
  > Yes. See [notes](/materials/notes/).
:::
`),
  ).toEqual({
    id: 'q1',
    kind: 'choice',
    multiple: false,
    prompt: ['<p>Which is <strong>better</strong> to write down?</p>\n'],
    options: [
      {
        text: ['“Aibek is lazy”'],
        correct: false,
        feedback: ['<p>Write what you see, not what you think of it.</p>\n'],
      },
      {
        text: ['“Aibek built for seven minutes”'],
        correct: true,
        feedback: [
          '<p>Yes. See ',
          { kind: 'link', target: '/materials/notes/', fragment: '' },
          'notes',
          { kind: 'link-end' },
          '.</p>\n',
        ],
      },
    ],
  });
});

test('several right options are multiple choice, also with capital and Cyrillic marks, and with empty lines', () => {
  expect(quiz('::: quiz #q1\nКто?\n\n- [X] а\n\n- [х] б\n\n- [ ] **в** лесу\n:::\n', 'ru')).toMatchObject({
    multiple: true,
    options: [
      { text: ['а'], correct: true, feedback: [] },
      { text: ['б'], correct: true },
      { text: ['<strong>в</strong> лесу'], correct: false },
    ],
  });
});

test('a question may have several paragraphs, a picture and a table', () => {
  const text =
    '::: quiz #q1\nLook:\n\n![A boy](boy.jpg)\n\n| a |\n|---|\n| b |\n\n- [x] one\n- [ ] two\n:::\n';
  expect(codes(text)).toEqual([]);
  expect(quiz(text)?.prompt[1]).toEqual({
    kind: 'image',
    src: 'boy.jpg',
    alt: 'A boy',
    caption: '',
    figure: false,
  });
});

test('matching pairs', () => {
  expect(
    quiz(
      '::: match #q2\nWhat grows with what?\n\n- Building with *blocks* => Spatial thinking\n- Telling a story=>**Words**\n:::\n',
    ),
  ).toEqual({
    id: 'q2',
    kind: 'match',
    prompt: ['<p>What grows with what?</p>\n'],
    pairs: [
      { left: ['Building with <em>blocks</em>'], right: ['Spatial thinking'] },
      { left: ['Telling a story'], right: ['<strong>Words</strong>'] },
    ],
  });
});

test('a right order', () => {
  expect(quiz('::: order #q3\nWhat first?\n\n1. Look\n2. Write\n3. Think\n:::\n')).toEqual({
    id: 'q3',
    kind: 'order',
    prompt: ['<p>What first?</p>\n'],
    items: [['Look'], ['Write'], ['Think']],
  });
});

test('short answers stay as they were typed', () => {
  expect(
    quiz('::: short #q4\nКак зовётся игра?\n\n= игра "по-своему" 3-6\n= a \\* &amp; b\n:::\n', 'ru'),
  ).toEqual({
    id: 'q4',
    kind: 'short',
    prompt: ['<p>Как зовётся игра?</p>\n'],
    answers: ['игра "по-своему" 3-6', 'a * & b'],
  });
});

test('short answers may follow their question without an empty line, and be apart', () => {
  expect(quiz('::: short #q4\nWhat *is*\nit?\n= a\n\n= b\n:::\n')).toEqual({
    id: 'q4',
    kind: 'short',
    prompt: ['<p>', 'What <em>is</em>\nit?', '</p>\n'],
    answers: ['a', 'b'],
  });
});

test('statements to think about, with a question and without', () => {
  expect(quiz('::: reflect #q5\n- [ ] I tried it\n- [ ] I spoke about it\n:::\n')).toEqual({
    id: 'q5',
    kind: 'reflect',
    prompt: [],
    statements: [['I tried it'], ['I spoke about it']],
  });
  expect(quiz('::: reflect #q5\nThis week\n\n- [ ] I tried it\n:::\n')?.prompt).toEqual([
    '<p>This week</p>\n',
  ]);
});

test('a quiz stands in the text where it was written, and its name has a place', () => {
  const { body, quizPositions } = render('a\n\n::: reflect #q5\n- [ ] b\n:::\n\nc\n');
  expect(body.parts).toEqual(['<p>a</p>\n', { kind: 'quiz', quiz: body.quizzes[0] }, '<p>c</p>\n']);
  expect(quizPositions).toEqual(new Map([['q5', { line: 3, column: 13, endLine: 3, endColumn: 16 }]]));
});

test('a quiz stands in a list or in an activity', () => {
  expect(
    render(
      ':::: activity A\n::: reflect #a\n- [ ] b\n:::\n::::\n\n- c\n\n  ::: reflect #b\n  - [ ] d\n  :::\n',
    ).body.quizzes.map(({ id }) => id),
  ).toEqual(['a', 'b']);
});
