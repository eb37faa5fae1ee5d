import { expect, test } from 'vitest';
import { files, lesson, material, said } from './said.ts';

const words = (count: number): string => `${'word '.repeat(count)}\n`;

test('a published lesson of more than 1,000 words is told of, its quizzes counted', async () => {
  const quiz = '\n::: quiz #q1\nWhich one?\n\n- [ ] This\n- [x] That\n:::\n';
  expect(await said(lesson(words(996) + quiz))).toEqual([]);
  expect(await said(lesson(words(997) + quiz))).toEqual([
    `${files.lesson}:2:1 lesson/length: this lesson has 1,001 words, its quizzes included; 1,000 are as many as are read to the end (take out a word, or make two lessons of it)`,
  ]);
  expect(await said(lesson(words(1_200), 10, 'status: draft\n'))).toEqual([]);
});

test('a time that is too short to read a lesson is told of', async () => {
  expect(await said(lesson(words(600), 5))).toEqual([]);
  expect(await said(lesson(words(601), 5))).toEqual([
    `${files.lesson}:4:18 lesson/duration: 601 words take 6 minutes to read, at 120 a minute; durationMinutes says 5 (write durationMinutes: 6, or more where something is to be tried)`,
  ]);
});

test('other texts may be as long as they have to be', async () => {
  expect(await said(material(words(1_100), 'durationMinutes: 1\n'))).toEqual([]);
});

const option = (reply: string): string => `- [ ] This\n${reply}- [x] That\n  > Yes.\n`;

test('an answer without its line is told of where another answer of the text has one', async () => {
  const quizzes = (reply: string): string =>
    `::: quiz #q1\nWhich?\n\n${option('  > No.\n')}:::\n\n::: quiz #q2\nWhich?\n\n${option(reply)}:::\n`;
  expect(await said(lesson(quizzes('  > No.\n')))).toEqual([]);
  expect(await said(lesson(quizzes('')))).toEqual([
    `${files.lesson}:16:10 quiz/no-feedback: answer 1 of the quiz #q2 does not say why it is right or wrong (write a line below the answer that begins with two spaces and >: the reader sees it when she checks her answer)`,
  ]);
});

test('a text whose answers have no lines at all, and other kinds of quizzes, are not told of', async () => {
  expect(await said(lesson('::: quiz #q1\nWhich?\n\n- [ ] This\n- [x] That\n:::\n'))).toEqual([]);
  const reflect = '::: reflect #q2\n- [ ] I tried it\n:::\n';
  expect(await said(lesson(`::: quiz #q1\nWhich?\n\n${option('  > No.\n')}:::\n\n${reflect}`))).toEqual([]);
});
