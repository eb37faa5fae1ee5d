import { expect, test } from 'vitest';
import { noteWritten, showHandedOut } from '../../../build/editor/client/written-text.ts';

/** A field that counts how often it was written from outside, when its caret goes to the end. */
function fieldWith(value: string) {
  let text = '';
  const field = {
    moves: 0,
    get value() {
      return text;
    },
    set value(fresh: string) {
      text = fresh;
      field.moves++;
    },
    types(fresh: string) {
      text = fresh;
      noteWritten(field);
    },
  };
  showHandedOut(field, value);
  field.moves = 0;
  return field;
}

test('answers that come late do not undo what was written since', () => {
  const field = fieldWith('ab');
  field.types('axb');
  showHandedOut(field, 'ab');
  field.types('axyb');
  showHandedOut(field, 'axb');
  expect(field.value).toBe('axyb');
  showHandedOut(field, 'axyb');
  showHandedOut(field, 'axyb');
  expect([field.value, field.moves]).toEqual(['axyb', 0]);
});

test('what comes from elsewhere is shown, also what stood there before', () => {
  const field = fieldWith('ab');
  field.types('abc');
  showHandedOut(field, 'abc');
  showHandedOut(field, 'ab');
  expect(field.value).toBe('ab');
  showHandedOut(field, 'another text');
  field.types('another text!');
  showHandedOut(field, 'another text');
  expect(field.value).toBe('another text!');
});
