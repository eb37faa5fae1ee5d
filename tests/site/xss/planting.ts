/**
 * Plants what would run, if a page let it, in every field that a schema opens to free text: new fields are planted by themselves.
 */
import type { Schema } from '../../../build/schema/schemas.ts';

export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  'javascript:alert(1)',
  '</style><script>alert(1)</script>',
  '</script><svg onload=alert(1)>',
  '{{constructor}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is planted
  '${alert(1)}',
] as const;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What JSON Schema says of a text beyond what the build asks for. */
interface Field extends Omit<Schema, 'properties' | 'items' | 'additionalProperties'> {
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly additionalProperties?: boolean | Field;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Texts in turn, each as many as fit, so that entry after entry every field meets every one of them. */
export function createPlanter(first: number): (maxLength: number) => string {
  let turn = first;
  return (maxLength) => {
    const from = turn++ % payloads.length;
    const [start = '', ...others] = [...payloads.slice(from), ...payloads.slice(0, from)];
    return others.reduce(
      (all, next) => (all.length + next.length < maxLength ? `${all} ${next}` : all),
      start,
    );
  };
}

/**
 * Returns the fields of a schema, planted where any text may stand; all others are those of `base`, and left out where it has none.
 *
 * @param base valid values of fields that are not open, and as many members of a list as are wanted
 */
export function planted(
  schema: Schema,
  base: Json | undefined,
  plant: (maxLength: number) => string,
): Json | undefined {
  return fill(schema as Field, base, plant);
}

function fill(field: Field, base: Json | undefined, plant: (maxLength: number) => string): Json | undefined {
  const { properties, additionalProperties, items } = field;
  if (isOpen(field)) return typeof base === 'string' ? base : plant(field.maxLength ?? 200);
  if (types(field).includes('array') && items !== undefined) {
    const members = Array.isArray(base) ? (base as readonly Json[]) : [undefined];
    const filled = members.flatMap((member) => fill(items, member, plant) ?? []);
    return filled.length > 0 ? filled : base;
  }
  if (properties !== undefined) {
    const known = (base ?? {}) as Readonly<Record<string, Json>>;
    const filled = Object.entries(properties).flatMap(([name, member]) => {
      const value = fill(member, known[name], plant);
      return value === undefined ? [] : [[name, value] as const];
    });
    const whole: Record<string, Json> = Object.fromEntries(filled);
    return (field.required ?? []).every((name) => name in whole) && filled.length > 0 ? whole : base;
  }
  if (typeof additionalProperties === 'object' && isOpen(additionalProperties)) {
    const length = additionalProperties.maxLength ?? 200;
    return { en: plant(length), ru: plant(length) };
  }
  return base;
}

/** A field that is not open to any text, and the way to it. */
export interface ClosedField {
  readonly pointer: readonly string[];
  readonly field: Field;
}

/** Every field of a schema that takes only some values, those in lists and maps among them. */
export function closedFields(schema: Schema): ClosedField[] {
  const walk = (field: Field, pointer: readonly string[]): ClosedField[] => {
    if (field.properties !== undefined)
      return Object.entries(field.properties).flatMap(([name, member]) => walk(member, [...pointer, name]));
    if (field.items !== undefined) return walk(field.items, [...pointer, '0']);
    const { additionalProperties: member } = field;
    // A name that fits every map: of languages, and of words.
    if (typeof member === 'object') return isOpen(member) ? [] : walk(member, [...pointer, 'ru']);
    return isOpen(field) ? [] : [{ pointer, field }];
  };
  return walk(schema as Field, []);
}

/** What looks most like a value of the field, and would run all the same. */
export const plausible = ({ field, pointer }: ClosedField): string[] => {
  if (field.format === 'email')
    return ['"<script>alert(1)</script>"@example.org', 'a@example.org"><script>alert(1)</script>'];
  if (field.format === 'uri')
    return ['javascript:alert(1)//https://example.org/', 'https://example.org/"><script>alert(1)</script>/'];
  if (/src|logo|motif/.test(pointer.join('.')))
    return ['cover"onerror=alert(1)".svg', 'javascript:alert(1).svg'];
  return [];
};

/** A copy with one value put in; lists and maps on the way are made where there are none. */
export function withValue(base: Json | undefined, pointer: readonly string[], value: Json): Json {
  const [key, ...rest] = pointer;
  if (key === undefined) return value;
  if (key === '0') {
    const [head, ...tail] = Array.isArray(base) ? (base as readonly Json[]) : [];
    return [withValue(head, rest, value), ...tail];
  }
  const known = (base ?? {}) as Readonly<Record<string, Json>>;
  return { ...known, [key]: withValue(known[key], rest, value) };
}

const types = ({ type }: Field): readonly string[] => [type ?? []].flat();

const isOpen = (field: Field): boolean =>
  types(field).includes('string') &&
  [field.enum, field.pattern, field.format, field['x-taxonomy'], field['x-reference']].every(
    (rule) => rule === undefined,
  );
