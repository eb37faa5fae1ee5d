import { expect, test } from 'vitest';
import { type Diagnostic, startOfFile } from '../../build/diagnostics/diagnostic.ts';
import { sentenceOf } from '../../build/editor/client/faults-of-entry.ts';

const fault = (code: string, message: string, hint?: string): Diagnostic => ({
  code,
  severity: 'error',
  file: 'shared/materials/bag/index.en.md',
  ...startOfFile,
  message,
  ...(hint !== undefined && { hint }),
});

test('a fault is told with the way out, and an empty field in words of a form', () => {
  expect(sentenceOf(fault('quiz/id', 'this quiz has no name', 'write ::: quiz #q1'))).toBe(
    'this quiz has no name – write ::: quiz #q1',
  );
  expect(sentenceOf(fault('file/name', 'is no name'))).toBe('is no name');
  expect(
    sentenceOf(fault('front-matter/required', 'the field "type" is missing', 'add a line "type: …"')),
  ).toBe('the field "type" is missing – fill it in');
});
