import { expect, test } from 'vitest';
import { emptyRecord } from '../../templates/client/device/record.ts';
import { nextLesson } from '../../templates/client/progress/next-lesson.ts';

const course = ['play/a', 'play/b', 'play/c'];
const last = (lesson: string) => ({ lesson, at: 9 });

test.each([
  ['nothing is known', {}, undefined, 0],
  ['one was opened and not finished', {}, last('play/b'), 1],
  ['the one opened last is finished', { 'play/b': 1 }, last('play/b'), 2],
  ['the last of the course is finished, an earlier one is not', { 'play/c': 1 }, last('play/c'), 0],
  ['something of another course was opened', { 'play/a': 1 }, last('talk/a'), 1],
  ['all are finished', { 'play/a': 1, 'play/b': 1, 'play/c': 1 }, last('play/b'), -1],
] as const)('%s', (_, lessons, opened, expected) => {
  expect(nextLesson(course, { ...emptyRecord, lessons, ...(opened && { last: opened }) })).toBe(expected);
});

test('a course without lessons has no next one', () => {
  expect(nextLesson([], emptyRecord)).toBe(-1);
});
