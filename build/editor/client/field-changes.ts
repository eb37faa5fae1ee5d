/**
 * What an author changed in a form: a form knows no order, no missing field and no space at the end of a text, so that only what
 * differs beyond these is a change.
 */
import { type FieldChange, isEqual, isMapValue } from '../../format/field-value.ts';
import type { Data, Pointer, Value } from '../../model/document.ts';

/**
 * @param before the fields of the file
 * @param after the values of the form; what it has no value for is `undefined`
 */
export function changesOf(before: Data, after: Readonly<Record<string, unknown>>): readonly FieldChange[] {
  return changesBelow([], before, after);
}

function changesBelow(
  pointer: Pointer,
  before: Data,
  after: Readonly<Record<string, unknown>>,
): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changesOfField([...pointer, key], before[key], after[key]));
}

function changesOfField(pointer: Pointer, before: Value | undefined, raw: unknown): readonly FieldChange[] {
  const after = writtenValue(raw);
  if (after === undefined) return before === undefined || isBlank(before) ? [] : [{ pointer }];
  if (before === undefined) return [{ pointer, value: after }];
  if (isMapValue(before) && isMapValue(after)) return changesBelow(pointer, before, after);
  const shown = writtenValue(before);
  const isSame = shown !== undefined && isEqual(trimmed(shown), trimmed(after));
  return isSame ? [] : [{ pointer, value: after }];
}

/** A value of a form as it is written; nothing for a field that was left empty. */
export function writtenValue(raw: unknown): Value | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  if (Array.isArray(raw)) {
    const items = raw.map(writtenValue).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof raw === 'object') {
    const members = Object.entries(raw).flatMap(([key, member]) => {
      const value = writtenValue(member);
      return value === undefined ? [] : [[key, value] as const];
    });
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }
  return raw as Value;
}

/** Written, and yet nothing that a form could show: an empty list, or the `null` by which a patch takes a field away. */
const isBlank = (value: Value): boolean => writtenValue(value) === undefined;

function trimmed(value: Value): Value {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (!isMapValue(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, trimmed(member)]));
}
