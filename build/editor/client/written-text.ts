/**
 * A field for a long text, in which an author writes faster than Sveltia answers.
 *
 * As a controlled field of React it would get back the text from before each key until Sveltia hands out the new one, and with that its
 * caret would go to the end.
 */
interface TextField {
  value: string;
}

/** The value that was last handed out, and what has been written since. */
const known = new WeakMap<TextField, readonly string[]>();

/** To be told of with every key. */
export function noteWritten(field: TextField): void {
  known.set(field, [...(known.get(field) ?? []), field.value]);
}

/** Shows a value that was handed out, unless its author has already gone on from it. */
export function showHandedOut(field: TextField, value: string): void {
  const values = known.get(field) ?? [];
  const at = values.lastIndexOf(value);
  if (at < 0) field.value = value;
  known.set(field, at < 0 ? [value] : values.slice(at));
}
