/**
 * The JSON Schemas of `schemas/`, with every `$ref` replaced by what it points to.
 *
 * Translations and patches have no list of fields of their own: theirs are derived from the schema of their kind, so that a
 * new field is added in one file.
 */
import { EnvironmentError } from '../cli/errors.ts';
import { readSchemaText } from './read-schema.ts';

/** Every schema that describes a file or a part of one. */
export const schemaNames = [
  'course',
  'lesson',
  'material',
  'group',
  'page',
  'translation',
  'patch',
  'country',
  'site',
  'taxonomy',
  'glossary',
  'framework',
] as const;

export type SchemaName = (typeof schemaNames)[number];

/** The part of JSON Schema 2020-12 that our schemas use, and our own annotations. */
export interface Schema {
  readonly $id?: string;
  /** Of a kind its name; of a field its label in forms, where its name in words would not do. */
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  /** The keys of a map that names no properties. */
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly (string | null)[];
  readonly default?: unknown;
  readonly format?: string;
  /** Values to begin with, where one cannot be told from the rest: new texts begin with the first. */
  readonly examples?: readonly unknown[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  /** The text is language: a translation carries it. */
  readonly 'x-translatable'?: boolean;
  /** The value is a term of this vocabulary of `content/taxonomy/`. */
  readonly 'x-taxonomy'?: string;
  /** The value is the id of an entry of this kind. */
  readonly 'x-reference'?: string;
  /** The value is the name of a file beside the text, with one of these endings. */
  readonly 'x-file'?: readonly string[];
}

const loaded = new Map<SchemaName, Schema>();

/** One schema with its references replaced; read at the first call. */
export function loadSchema(name: SchemaName): Schema {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const document = readSchema(name);
  try {
    const schema = dereference(document, name) as Schema;
    loaded.set(name, schema);
    return schema;
  } catch (error) {
    throw error instanceof EnvironmentError ? error : brokenSchema(name, error);
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const documents = new Map<string, Json>();

function readSchema(name: string): Json {
  const known = documents.get(name);
  if (known !== undefined) return known;
  const text = readSchemaText(name);
  try {
    const schema: Json = JSON.parse(text);
    documents.set(name, schema);
    return schema;
  } catch (error) {
    throw brokenSchema(name, error);
  }
}

/** Our references are `name.schema.json#/$defs/x` or `#/$defs/x`; what stands beside a `$ref` refines it. */
function dereference(node: Json, document: string): Json {
  if (Array.isArray(node)) return node.map((item) => dereference(item, document));
  if (node === null || typeof node !== 'object') return node;
  const { $ref, $defs: _, $schema: __, ...own } = node;
  const entries = Object.entries(own).map(([key, value]) => [key, dereference(value, document)] as const);
  if (typeof $ref !== 'string') return Object.fromEntries(entries);
  const [file = '', pointer = ''] = $ref.split('#');
  const target = file === '' ? document : file.replace('.schema.json', '');
  const resolved = dereference(lookUp(readSchema(target), pointer), target);
  return { ...(resolved as { [key: string]: Json }), ...Object.fromEntries(entries) };
}

/** Whoever changes a schema is told where, and authors how to get on. */
export const brokenSchema = (name: string, error: unknown): EnvironmentError =>
  new EnvironmentError(
    `schemas/${name}.schema.json is broken: ${error instanceof Error ? error.message : error}. ` +
      `Mend it, or take back its last change ("git restore schemas").`,
  );

function lookUp(root: Json, pointer: string): Json {
  let node = root;
  for (const key of pointer.split('/').slice(1)) {
    node = (node as { [key: string]: Json })[key] ?? missing(pointer);
  }
  return node;
}

function missing(pointer: string): never {
  throw new TypeError(`nothing stands at ${pointer}`);
}
