import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyRecord,
  format,
  type LearningRecord,
  mergeRecords,
  readRecord,
} from '../../templates/client/device/record.ts';

const ids = fc.constantFrom('play/first', 'play/second', 'talk/first');
const times = fc.integer({ min: 0, max: 5 });
const answers = fc.record(
  {
    at: times,
    values: fc.dictionary(fc.constantFrom('q1', 'q2'), fc.constantFrom('1', '2')),
    right: fc.boolean(),
  },
  { requiredKeys: ['at', 'values'] },
);
const records: fc.Arbitrary<LearningRecord> = fc.record(
  {
    format: fc.constant(format),
    lessons: fc.dictionary(ids, times),
    quizzes: fc.dictionary(ids, answers),
    last: fc.record({ lesson: ids, at: times }),
  },
  { requiredKeys: ['format', 'lessons', 'quizzes'] },
);

test('two records merge into the same one, whichever is laid over the other, in whatever order, and again', () => {
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      const ab = mergeRecords(a, b);
      expect(mergeRecords(b, a)).toEqual(ab);
      expect(mergeRecords(ab, b)).toEqual(ab);
      expect(mergeRecords(ab, c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      expect(mergeRecords(a, emptyRecord)).toEqual(a);
    }),
  );
});

test('nothing that either knows is lost', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const merged = mergeRecords(a, b);
      for (const record of [a, b]) {
        for (const [id, at] of Object.entries(record.lessons))
          expect(merged.lessons[id]).toBeLessThanOrEqual(at);
        for (const [id, { right }] of Object.entries(record.quizzes))
          if (right) expect(merged.quizzes[id]?.right).toBe(true);
      }
    }),
  );
});

test('a record is read as it was written', () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(readRecord(JSON.stringify(record))).toEqual(record);
    }),
  );
});

test.each([
  ['nothing', null],
  ['no JSON', '{"format"'],
  ['a list', '[]'],
  ['another format', '{"format":"other/1","lessons":{},"quizzes":{}}'],
  ['a time that is none', `{"format":"${format}","lessons":{"play/first":"now"},"quizzes":{}}`],
  ['an answer without values', `{"format":"${format}","lessons":{},"quizzes":{"play/first#q1":{"at":1}}}`],
])('%s is no record', (_, text) => expect(readRecord(text)).toBeUndefined());
