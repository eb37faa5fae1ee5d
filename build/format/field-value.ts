import type { Data, Pointer, Value } from '../model/document.ts';

/** What is to be different in a set of fields. */
export interface FieldChange {
  readonly pointer: Pointer;
  /** Without one, the field or the item of a list is taken out. */
  readonly value?: Value;
}

/** The fields after a change; what lies on the way to a new field is made. */
export function withChange(
  fields: Value | undefined,
  { pointer, ...change }: FieldChange,
): Value | undefined {
  const [key, ...rest] = pointer;
  if (key === undefined) return change.value;
  if (change.value === undefined && !holds(fields, key)) return fields;
  const inner = { ...change, pointer: rest };
  if (typeof key === 'number') {
    const items = Array.isArray(fields) ? (fields as readonly Value[]) : [];
    const item = withChange(items[key], inner);
    return items.toSpliced(key, 1, ...(item === undefined ? [] : [item]));
  }
  const map: Data = isMapValue(fields) ? fields : {};
  const value = withChange(Object.hasOwn(map, key) ? map[key] : undefined, inner);
  const others = Object.entries(map).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

const holds = (fields: Value | undefined, key: string | number): boolean =>
  typeof key === 'number'
    ? Array.isArray(fields) && key < fields.length
    : isMapValue(fields) && Object.hasOwn(fields, key);

export const isMapValue = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever the order of fields. */
export const isEqual = (a: Value, b: Value): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: Value): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, sorted(member as Value)]);
}
