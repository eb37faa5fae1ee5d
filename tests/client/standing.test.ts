import { expect, test } from 'vitest';
import { standingOf } from '../../templates/client/certificate/standing.ts';
import type { LearningRecord } from '../../templates/client/device/record.ts';
import { emptyRecord } from '../../templates/client/device/record.ts';

const lessons = [
  { id: 'play/one', quizzes: ['q1', 'q2', 'q3'] },
  { id: 'play/two', quizzes: [] },
  { id: 'play/three', quizzes: ['q1'] },
];
const done = { 'play/one': 10, 'play/two': 30, 'play/three': 20 };

const record = (marks: Readonly<Record<string, boolean>>, finished = done): LearningRecord => ({
  ...emptyRecord,
  lessons: finished,
  quizzes: Object.fromEntries(
    Object.entries(marks).map(([quiz, right]) => [quiz, { at: 1, values: {}, right }]),
  ),
});

const leftOf = (passMark: number, of: LearningRecord): string[] =>
  standingOf({ lessons, passMark }, of).left.map(({ id, open }) => `${id}#${open}`);

test('without a pass mark all lessons are enough, whatever was answered', () => {
  expect(leftOf(0, record({}))).toEqual([]);
  expect(leftOf(0, record({}, { ...done, 'play/two': undefined } as never))).toEqual(['play/two#undefined']);
  expect(standingOf({ lessons, passMark: 0 }, record({})).doneAt).toEqual([10, 30, 20]);
});

test('the share counts over the whole course, and a lesson without questions is never left for it', () => {
  const threeOfFour = record({ 'play/one#q1': true, 'play/one#q2': true, 'play/three#q1': true });
  expect(leftOf(75, threeOfFour)).toEqual([]);
  expect(leftOf(76, threeOfFour)).toEqual(['play/one#q3']);
  expect(standingOf({ lessons, passMark: 70 }, threeOfFour)).toMatchObject({ right: 3, total: 4, needed: 3 });
});

test('what is wrong or not answered is left, from its first question on', () => {
  expect(leftOf(70, record({ 'play/one#q1': true, 'play/one#q2': false }))).toEqual([
    'play/one#q2',
    'play/three#q1',
  ]);
});

test('answers to questions that the course does not have count for nothing', () => {
  const elsewhere = record({ 'play/one#q9': true, 'other/one#q1': true, 'play/three#q1': true });
  expect(standingOf({ lessons, passMark: 100 }, elsewhere)).toMatchObject({ right: 1, needed: 4 });
});

test('a course without questions asks for its lessons alone, whatever its pass mark', () => {
  const plain = lessons.map(({ id }) => ({ id, quizzes: [] }));
  expect(standingOf({ lessons: plain, passMark: 100 }, record({})).left).toEqual([]);
});
