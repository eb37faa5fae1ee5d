import { isTranslatable } from '../schema/derived-schemas.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';
import type { Text } from './catalogue.ts';
import { sha256 } from './paths.ts';

/**
 * The state of an original as far as its translations depend on it: translatable fields and body, in Unicode NFC, with LF line
 * ends and without trailing spaces.
 *
 * @returns 16 hexadecimal digits, as `translation.hash` and `basedOn` record them
 */
export function contentHash(text: Pick<Text, 'place' | 'fields' | 'body'>): string {
  const words = translatableValues(text.fields as Values, loadSchema(text.place.entry));
  const body = text.body.replace(/[ \t]+$/gm, '').trim();
  return sha256(`${JSON.stringify(words)}\n${body}`.normalize('NFC')).slice(0, 16);
}

export type Values = Readonly<Record<string, unknown>>;

/** Those fields that are language, in the order of the schema, so that moving a line of front matter changes nothing. */
export function translatableValues(values: Values, schema: Schema): Values {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || !isTranslatable(field)) return [];
    // A faulty text may have something else where the schema has a map.
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isMap || field.properties === undefined || field['x-translatable'] === true)
      return [[name, value] as const];
    return [[name, translatableValues(value as Values, field)] as const];
  });
  return Object.fromEntries(entries);
}
