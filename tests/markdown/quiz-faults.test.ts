import { expect, test } from 'vitest';
import { codes, faults, render } from './render.ts';

const choice = (options: string, open = '::: quiz #q1'): string => `${open}\nWhich?\n\n${options}\n:::\n`;
const good = '- [ ] a\n- [x] b';

test('a quiz needs a name', () => {
  expect(faults(choice(good, '::: quiz'))).toMatchInlineSnapshot(`
    "1:1-9 error quiz/id
      this quiz has no name, under which answers are kept
      help: write ::: quiz #q1, with the same name in every language"
  `);
  expect(faults(choice(good, '::: quiz #Вопрос-1'))).toMatchInlineSnapshot(`
    "1:10-19 error quiz/id
      "#Вопрос-1" is no name for a quiz: it consists of small Latin letters, digits and hyphens
      help: write it as in ::: quiz #q1"
  `);
  expect(faults(choice(good, '::: quiz #q1 Which?'))).toMatchInlineSnapshot(`
    "1:14-20 error quiz/leftover
      "Which?" cannot stand after the name of a quiz
      help: write the question on the lines below"
  `);
});

test('names are unique in a text', () => {
  expect(faults(`${choice(good)}\n${choice(good)}`)).toMatchInlineSnapshot(`
    "8:10-13 error quiz/duplicate-id
      there is already a quiz #q1 in this text, on line 1
      help: give each quiz a name of its own"
  `);
  expect(render(`${choice(good)}\n${choice(good)}`).body.quizzes).toHaveLength(1);
});

test('a quiz asks something', () => {
  expect(faults(`::: quiz #q1\n${good}\n:::\n`)).toMatchInlineSnapshot(`
    "1:1-13 error quiz/no-prompt
      this quiz asks nothing
      help: write the question above the answers, with an empty line between them"
  `);
  expect(codes('::: short #q1\n= a\n:::\n')).toEqual(['1 quiz/no-prompt']);
});

test('choices without what makes a choice', () => {
  expect(faults('::: quiz #q1\nWhich?\n:::\n')).toMatchInlineSnapshot(`
    "1:1-13 error quiz/no-options
      this quiz has no options
      help: write each on a line of its own: - [ ] …, and the right one: - [x] …"
  `);
  expect(faults(choice('- [x] a'))).toMatchInlineSnapshot(`
    "4:1-8 error quiz/one-option
      this quiz has only one option, which leaves nothing to choose
      help: add another one: - [ ] …"
  `);
  expect(faults(choice('- [ ] a\n- [ ] b'))).toMatchInlineSnapshot(`
    "4:1-8 error quiz/no-correct
      no option of this quiz is marked as right
      help: put an x into the box of each right one: - [x] …"
  `);
  expect(faults(choice('- [x] a\n- b'))).toMatchInlineSnapshot(`
    "5:1-4 error quiz/no-marker
      this option has no box
      help: begin it with - [ ] or, if it is right, with - [x]"
  `);
  expect(faults(choice('- [x] a\n- [ ]'))).toMatchInlineSnapshot(`
    "5:1-6 error quiz/empty-option
      this option has no words
      help: write them after the box"
  `);
});

test('what does not belong to a quiz', () => {
  expect(faults(choice('- [x] a\n- [ ] b\n\n> No.'))).toMatchInlineSnapshot(`
    "7:1-6 error quiz/leftover
      this reply belongs to no option
      help: put two spaces before the >, so that it stands below its option"
  `);
  expect(faults(choice('- [x] a\n- [ ] b\n\nMore.'))).toMatchInlineSnapshot(`
    "7:1-6 error quiz/leftover
      this does not belong to the quiz
      help: close the quiz with ::: above it, or move it above the answers"
  `);
  expect(faults(choice('- [x] a\n  - c\n- [ ] b'))).toMatchInlineSnapshot(`
    "5:3-6 error quiz/leftover
      an option is one paragraph, with a reply below it
      help: begin the reply with >, or write a new option: - [ ] …"
  `);
  expect(faults('::: quiz #q1\n## Which?\n\n- [ ] a\n- [x] b\n:::\n')).toMatchInlineSnapshot(`
    "2:1-10 error quiz/leftover
      a heading cannot stand inside a quiz
      help: write the question as an ordinary paragraph"
  `);
  expect(
    faults(':::: quiz #q1\nWhich?\n\n::: tip\nc\n:::\n\n- [ ] a\n- [x] b\n::::\n'),
  ).toMatchInlineSnapshot(`
    "4:1-8 error quiz/leftover
      a container cannot stand inside a quiz
      help: close the quiz with ::: first"
  `);
  expect(faults('::: quiz #q1\nWhich?[^1]\n\n- [ ] a\n- [x] b\n:::\n\n[^1]: c\n')).toMatchInlineSnapshot(`
    "2:7-11 error quiz/footnote
      a footnote cannot stand inside a quiz, whose parts appear in several places
      help: write it into the text around the quiz, or into the reply"
  `);
});

test('pairs that are none', () => {
  expect(faults('::: match #q1\nWhat?\n\n- a => b\n- c - d\n:::\n')).toMatchInlineSnapshot(`
    "5:1-8 error quiz/match-arrow
      this pair has no arrow between its two sides
      help: write it as in - Telling a story => Vocabulary"
  `);
  expect(faults('::: match #q1\nWhat?\n\n- a =>\n- c => d\n:::\n')).toMatchInlineSnapshot(`
    "4:1-7 error quiz/match-side
      this pair has nothing after its arrow
      help: write it as in - Telling a story => Vocabulary"
  `);
  expect(faults('::: match #q1\nWhat?\n\n- a => b\n:::\n')).toMatchInlineSnapshot(`
    "4:1-9 error quiz/few-pairs
      this quiz has only one pair, which leaves nothing to match
      help: add another one: - left => right"
  `);
  expect(faults('::: match #q1\nWhat?\n:::\n')).toMatchInlineSnapshot(`
    "1:1-14 error quiz/few-pairs
      this quiz has no pairs
      help: write each on a line of its own: - left => right"
  `);
});

test('an order needs a numbered list of two or more', () => {
  expect(faults('::: order #q1\nWhat?\n\n- a\n- b\n:::\n')).toMatchInlineSnapshot(`
    "1:1-14 error quiz/few-items
      this quiz has no numbered list to put in order
      help: write each item on a line of its own that begins with a number: 1. …"
  `);
  expect(faults('::: order #q1\nWhat?\n\n1. a\n:::\n')).toMatchInlineSnapshot(`
    "4:1-5 error quiz/few-items
      this quiz has only one item, which leaves nothing to put in order
      help: add another one: 2. …"
  `);
  expect(faults('::: order #q1\nWhat?\n\n1. a\n\n   b\n2. c\n:::\n')).toMatchInlineSnapshot(`
    "6:4-5 error quiz/leftover
      an item of this quiz is one paragraph
      help: write it on one line, and each item on a line of its own"
  `);
});

test('a short answer needs an answer', () => {
  expect(faults('::: short #q1\nWhat?\n:::\n')).toMatchInlineSnapshot(`
    "1:1-14 error quiz/no-answer
      this quiz accepts no answer
      help: write each right answer on a line that begins with =, as in = free play"
  `);
  expect(faults('::: short #q1\nWhat?\n\n= a\nb\n= c\n\nd\n:::\n')).toMatchInlineSnapshot(`
    "5:1-2 error quiz/leftover
      this line between the answers is no answer
      help: begin it with =, or move it above the answers
    8:1-2 error quiz/leftover
      this does not belong to the quiz
      help: close the quiz with ::: above it, or move it above the answers"
  `);
});

test('an answer without words makes a heading of the question', () => {
  expect(codes('::: short #q1\nWhat?\n= \n:::\n')).toEqual([
    '3 quiz/empty-option',
    '2 markdown/heading-level',
    '1 quiz/no-answer',
  ]);
});

test('statements to think about are neither right nor wrong', () => {
  expect(faults('::: reflect #q1\n- [x] a\n:::\n')).toMatchInlineSnapshot(`
    "2:1-8 error quiz/reflect-mark
      a statement to think about is neither right nor wrong
      help: leave its box empty: - [ ] …"
  `);
  expect(faults('::: reflect #q1\na\n:::\n')).toMatchInlineSnapshot(`
    "1:1-16 error quiz/no-statements
      there is nothing to think about here
      help: write each statement on a line of its own: - [ ] …"
  `);
});

test('all faults of a quiz come in one run, with those of its texts', () => {
  expect(codes('::: quiz #q1\n- a [b](javascript:c)\n- [ ] <i>d</i>\n  > ![](e.png)\n')).toEqual([
    '1 markdown/container-unclosed',
    '1 quiz/no-prompt',
    '2 markdown/link-unsafe',
    '2 quiz/no-marker',
    '3 markdown/raw-html',
    '4 markdown/image-alt',
  ]);
});
