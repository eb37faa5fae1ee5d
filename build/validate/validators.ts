/**
 * Checks the fields of a document against its schema, with ajv (JSON Schema 2020-12, strict).
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Data, Document, Value } from '../model/document.ts';
import { patchSchema, translationSchema } from '../schema/derived-schemas.ts';
import { brokenSchema, loadSchema, type Schema, type SchemaName } from '../schema/schemas.ts';

/** What a text is within its folder. */
export type Role = 'original' | 'translation' | 'patch';

export interface Validator {
  readonly schema: Schema;
  /** The schema of the kind itself, to tell a misplaced field from an unknown one. */
  readonly kindSchema: Schema;
  readonly validate: ValidateFunction;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv, { mode: 'full', formats: ['date', 'uri', 'email'] });
for (const keyword of ['x-translatable', 'x-taxonomy', 'x-reference', 'x-file']) ajv.addKeyword(keyword);

const compiled = new Map<string, Validator>();

/** The validator of a kind; compiled at the first call. */
export function validatorOf(name: SchemaName, role: Role = 'original'): Validator {
  const key = `${name} ${role}`;
  let validator = compiled.get(key);
  if (validator === undefined) {
    const kindSchema = loadSchema(name);
    const { $id: _, ...schema } = deriveSchema(kindSchema, role);
    validator = { schema, kindSchema, validate: compile(schema, name) };
    compiled.set(key, validator);
  }
  return validator;
}

function compile(schema: Schema, name: SchemaName): ValidateFunction {
  try {
    return ajv.compile(schema);
  } catch (error) {
    throw brokenSchema(name, error);
  }
}

function deriveSchema(kind: Schema, role: Role): Schema {
  if (role === 'translation') return translationSchema(kind, loadSchema('translation'));
  return role === 'patch' ? patchSchema(kind, loadSchema('patch')) : kind;
}

/**
 * Validates, and takes a plain value as its author wrote it where the schema wants text: `title: 1.10` is "1.10", `title: 2025`
 * is "2025".
 */
export function validateData(
  validator: Validator,
  document: Document,
): { readonly data: Data; readonly errors: readonly ErrorObject[] } {
  const { validate } = validator;
  if (validate(document.data)) return { data: document.data, errors: [] };
  const errors = validate.errors ?? [];
  const wanted = errors.filter(
    (error) => error.keyword === 'type' && [error.params.type].flat().includes('string'),
  );
  if (wanted.length === 0) return { data: document.data, errors };
  let data: Value = document.data;
  for (const error of wanted) {
    const pointer = pointerOf(error.instancePath);
    const written = document.positions.written(pointer);
    if (written !== undefined && written !== '') data = replaceAt(data, pointer, written);
  }
  validate(data);
  return { data: data as Data, errors: validate.errors ?? [] };
}

/** ajv's JSON Pointer as a list of keys. */
export const pointerOf = (instancePath: string): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

function replaceAt(value: Value, pointer: readonly string[], text: string): Value {
  const [key, ...rest] = pointer;
  if (key === undefined) return typeof value === 'number' || typeof value === 'boolean' ? text : value;
  if (Array.isArray(value))
    return value.map((item: Value, index) => (String(index) === key ? replaceAt(item, rest, text) : item));
  const map = value as Data;
  return { ...map, [key]: replaceAt(map[key] ?? null, rest, text) };
}
