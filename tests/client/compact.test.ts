import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactRecord, readCompact } from '../../templates/client/device/compact.ts';
import { dayOf } from '../../templates/client/device/days.ts';
import {
  type Answer,
  emptyRecord,
  type LearningRecord,
  mergeRecords,
} from '../../templates/client/device/record.ts';
import { namelessOf, shortIdOf, withNames } from '../../templates/client/device/short-id.ts';

const lessonIds = Array.from({ length: 12 }, (_, index) => `course-${index % 3}/lesson-${index}`);
const quizIds = lessonIds.flatMap((id) =>
  ['q1', 'q3', 'q8', 'q9', 'last-question'].map((name) => `${id}#${name}`),
);
/** From the first day of the calendar of the code on, to 2040. */
const times = fc.integer({ min: 1_704_153_600, max: 2_208_988_800 });
const answers: fc.Arbitrary<Answer> = fc.record(
  { at: times, values: fc.dictionary(fc.constant('q'), fc.constant('1')), right: fc.boolean() },
  { requiredKeys: ['at', 'values'] },
);
const records: fc.Arbitrary<LearningRecord> = fc.record({
  format: fc.constant(emptyRecord.format),
  lessons: fc.dictionary(fc.constantFrom(...lessonIds, '~0badcafe'), times),
  quizzes: fc.dictionary(fc.constantFrom(...quizIds, '~0badcafe#q2'), answers),
});

const rightOf = ({ quizzes }: LearningRecord): string[] =>
  Object.keys(quizzes)
    .filter((id) => quizzes[id]?.right === true)
    .toSorted();
const daysOf = ({ lessons }: LearningRecord) =>
  Object.fromEntries(Object.entries(lessons).map(([id, at]) => [id, dayOf(at)]));
const roomy = 1_000_000;
const sent = (record: LearningRecord): LearningRecord | undefined => {
  const read = readCompact(compactRecord(record, roomy) ?? '');
  return read && withNames(read, lessonIds);
};

test('lessons, their days and right answers arrive, whatever else is in the record', () => {
  fc.assert(
    fc.property(records, (record) => {
      const arrived = sent(record);
      expect(arrived && daysOf(arrived)).toEqual(daysOf(record));
      expect(arrived && rightOf(arrived)).toEqual(rightOf(record));
    }),
  );
});

test('merging what a code carries loses nothing of what the device knows', () => {
  fc.assert(
    fc.property(records, records, (mine, other) => {
      const merged = mergeRecords(mine, sent(other) ?? emptyRecord);
      for (const record of [mine, other]) {
        for (const [id, day] of Object.entries(daysOf(record)))
          expect(daysOf(merged)[id]).toBeLessThanOrEqual(day);
        for (const id of rightOf(record)) expect(rightOf(merged)).toContain(id);
      }
      // What was answered here stays as it was answered.
      for (const [id, answer] of Object.entries(mine.quizzes))
        expect(merged.quizzes[id]).toMatchObject({ at: answer.at, values: answer.values });
    }),
  );
});

test('a device that knows none of the lessons hands them on as they came', () => {
  fc.assert(
    fc.property(records, (record) => {
      const stranger = readCompact(compactRecord(record, roomy) ?? '') ?? emptyRecord;
      const back = withNames(readCompact(compactRecord(stranger, roomy) ?? '') ?? emptyRecord, lessonIds);
      expect(daysOf(back)).toEqual(daysOf(record));
      expect(rightOf(back)).toEqual(rightOf(record));
    }),
  );
});

test('a lesson that is known by its name and by its digest is one lesson', () => {
  const id = lessonIds[0] ?? '';
  const at = 1_760_000_000;
  const record = { ...emptyRecord, lessons: { [namelessOf(shortIdOf(id))]: at, [id]: at + 5 } };
  expect(withNames(record, lessonIds).lessons).toEqual({ [id]: at });
  expect(Object.keys(sent(record)?.lessons ?? {})).toEqual([id]);
});

test('damage anywhere is seen: a letter changed, added or lost', () => {
  const record = {
    ...emptyRecord,
    lessons: Object.fromEntries(lessonIds.map((id, i) => [id, 1_760_000_000 + i])),
  };
  const text = compactRecord(record, roomy) ?? '';
  expect(readCompact(text)).toBeDefined();
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === 'A' ? 'B' : 'A';
    expect(
      readCompact(text.slice(0, at) + other + text.slice(at + 1)),
      `letter ${at} changed`,
    ).toBeUndefined();
    expect(readCompact(text.slice(0, at)), `cut at ${at}`).toBeUndefined();
  }
  for (const foreign of ['', 'p', 'ä', `${text}AAAA`, '%41', 'x'.repeat(5000)])
    expect(readCompact(foreign), foreign).toBeUndefined();
});

/** Of a site with a long name, on 120 different days, three quizzes in each lesson right. */
test('120 lessons fit into one code that a cheap phone can read, with their right answers', () => {
  const ids = Array.from({ length: 120 }, (_, index) => `children-with-disabilities/lesson-${index}`);
  const record: LearningRecord = {
    ...emptyRecord,
    lessons: Object.fromEntries(ids.map((id, index) => [id, 1_760_000_000 + index * 86_400])),
    quizzes: Object.fromEntries(
      ids.flatMap((id) =>
        ['q1', 'q2', 'q3'].map((name) => [`${id}#${name}`, { at: 1, values: {}, right: true }]),
      ),
    ),
  };
  const text = compactRecord(record, roomy) ?? '';
  expect(
    'https://learning.education.gov.example/uz-latn/learning/#p='.length + text.length,
  ).toBeLessThanOrEqual(1273); // version 25 of 40
  const arrived = withNames(readCompact(text) ?? emptyRecord, ids);
  expect(Object.keys(arrived.lessons)).toHaveLength(120);
  expect(rightOf(arrived)).toHaveLength(360);
});

test('where room is short, quizzes with long names stay behind, then all of it', () => {
  const record: LearningRecord = {
    ...emptyRecord,
    lessons: { 'play/a': 1_760_000_000 },
    quizzes: { 'play/a#a-question-with-a-long-name': { at: 1, values: {}, right: true } },
  };
  expect(rightOf(readCompact(compactRecord(record, 30) ?? '') ?? emptyRecord)).toEqual([]);
  expect(compactRecord(record, 30)).toBeDefined();
  expect(compactRecord(record, 10)).toBeUndefined();
});

test('a time beyond all calendars, from a file of another hand, does no harm', () => {
  const record = { ...emptyRecord, lessons: { 'play/a': Number.MAX_SAFE_INTEGER, 'play/b': 0 } };
  expect(Object.keys(sent(record)?.lessons ?? {})).toHaveLength(2);
});
