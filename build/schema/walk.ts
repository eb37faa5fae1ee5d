import type { Data, Pointer, Value } from '../model/document.ts';
import type { Schema } from './schemas.ts';

/** A text value with the schema that describes it. */
export interface Leaf {
  readonly schema: Schema;
  readonly value: string;
  readonly pointer: Pointer;
}

/** Every text in the data that its schema says something about. */
export function leavesOf(schema: Schema, value: Value): Leaf[] {
  const leaves: Leaf[] = [];
  addLeaves(schema, value, [], leaves);
  return leaves;
}

function addLeaves(schema: Schema, value: Value, pointer: Pointer, leaves: Leaf[]): void {
  if (typeof value === 'string') leaves.push({ schema, value, pointer });
  else if (Array.isArray(value)) {
    const items = branchFor(schema, 'array')?.items;
    if (items !== undefined)
      for (const [index, item] of value.entries()) addLeaves(items, item, [...pointer, index], leaves);
  } else if (value !== null && typeof value === 'object') {
    const { properties } = branchFor(schema, 'object') ?? {};
    for (const [key, member] of Object.entries(value as Data)) {
      const field = properties?.[key];
      if (field !== undefined) addLeaves(field, member, [...pointer, key], leaves);
    }
  }
}

/** The schema of the value at a pointer, where it has one. */
export function schemaAt(schema: Schema, pointer: Pointer): Schema | undefined {
  let found: Schema | undefined = schema;
  for (const key of pointer) {
    if (found === undefined) return undefined;
    const next: Schema | undefined = /^\d+$/.test(String(key))
      ? branchFor(found, 'array')?.items
      : branchFor(found, 'object')?.properties?.[String(key)];
    found = next;
  }
  return found?.anyOf === undefined ? found : (branchFor(found, 'object') ?? found);
}

/** Of a schema with alternatives the one for lists or for maps. */
export const branchFor = (schema: Schema, type: 'array' | 'object'): Schema | undefined =>
  schema.anyOf === undefined ? schema : schema.anyOf.find((branch) => branch.type === type);
