/**
 * Changes single fields of a file, and no other line: what the editor saves, and what `npm run status -- --accept` records.
 *
 * Pure, without the file system, so that it runs in a browser too.
 */
import { isMap, type YAMLMap } from 'yaml';
import type { Data, Value } from '../model/document.ts';
import { keyOf, parseAnyYaml } from '../parse/yaml.ts';
import type { ParsedYamlDocument } from '../parse/yaml-finding.ts';
import type { Schema } from '../schema/schemas.ts';
import { attachRemarks } from './attach-remarks.ts';
import { fieldSchema, makeCanonical } from './canonical.ts';
import { columnOf, linesOf, placeFor, rangeOf, startOfRemarks } from './field-lines.ts';
import { type FieldChange, isEqual, withChange } from './field-value.ts';
import { formatYaml } from './format-source.ts';
import { type FieldsHolder, joinParts, splitSource } from './parts.ts';
import { wordsOfRemarks } from './remarks.ts';
import { pairOf, updatedNode } from './update-node.ts';
import { printDocument, readDocument } from './yaml-document.ts';

export type { FieldChange } from './field-value.ts';

/**
 * Returns the file with the changes made one after the other. A changed field is written in its usual form, a new one stands in its
 * place among the others; all other lines are as they were, so that the difference of a formatted file is the edit alone.
 *
 * @param source a file with sound fields, with whatever line ends it has
 * @param schema of the fields, in the order in which they are written
 * @throws TypeError when the fields have faults
 * @example setFields(source, [{ pointer: ['image', 'alt'], value: 'A yurt' }, { pointer: ['tags', 0] }], schema)
 */
export function setFields(
  source: string,
  changes: readonly FieldChange[],
  schema: Schema,
  holder: FieldsHolder = 'front-matter',
): string {
  const parts = splitSource(source, holder);
  const yaml = changes.reduce((text, change) => setField(text, change, schema), parts.yaml);
  // What is taken out may leave an empty line or a comment where it would not be.
  const isFormatted = formatYaml(parts.yaml, schema) === parts.yaml;
  return joinParts(parts, isFormatted ? formatYaml(yaml, schema) : yaml);
}

function setField(yaml: string, change: FieldChange, schema: Schema): string {
  const before = dataOf(yaml);
  const after = withChange(before, change) ?? {};
  if (isEqual(before, after)) return yaml;
  const spliced = splice(yaml, change, after, schema);
  if (
    spliced !== undefined &&
    means(spliced, after) &&
    (change.value === undefined || keepsRemarks(yaml, spliced))
  )
    return spliced;
  const whole = rewrite(yaml, after, schema);
  if (!means(whole, after)) throw new TypeError(`cannot be written: ${JSON.stringify(change)}`);
  return whole;
}

function dataOf(yaml: string): Value {
  const { data, diagnostics } = parseAnyYaml(yaml, '', 1);
  if (diagnostics[0] !== undefined) throw new TypeError(`the fields have a fault: ${diagnostics[0].message}`);
  return data;
}

/** The lines of one field are made anew, or put in, or taken out. Nothing where the fields have no lines of their own. */
function splice(yaml: string, { pointer }: FieldChange, after: Value, schema: Schema): string | undefined {
  const document = readDocument(yaml);
  const ends = attachRemarks(document, yaml);
  const place = findPlace(document, pointer, after, schema);
  if (place === undefined) return undefined;
  const { map, key, value, schema: mapSchema } = place;
  const pair = map.items.find((item) => keyOf(item.key) === key);
  const column = columnOf(yaml, map);
  if (column === undefined) return undefined;
  if (pair === undefined) {
    if (value === undefined) return undefined;
    const fresh = pairOf(key, updatedNode(undefined, value));
    const at = placeFor(yaml, map, fresh, mapSchema, ends);
    const gap = at > 0 && yaml[at - 1] !== '\n' ? '\n' : '';
    return yaml.slice(0, at) + gap + linesOf(fresh, column, mapSchema) + yaml.slice(at);
  }
  const [from, to] = rangeOf(yaml, pair, ends);
  if (value === undefined) return yaml.slice(0, startOfRemarks(yaml, from)) + yaml.slice(to);
  pair.value = updatedNode(pair.value, value);
  return yaml.slice(0, from) + linesOf(pair, column, mapSchema) + yaml.slice(to);
}

/** The field whose lines change: the innermost one that has lines of its own. */
interface FieldPlace {
  readonly map: YAMLMap;
  readonly key: string;
  readonly value: Value | undefined;
  readonly schema: Schema | undefined;
}

function findPlace(
  { contents }: ParsedYamlDocument,
  pointer: readonly (string | number)[],
  after: Value,
  schema: Schema,
): FieldPlace | undefined {
  let found: FieldPlace | undefined;
  let node: unknown = contents;
  let value: Value | undefined = after;
  let known: Schema | undefined = schema;
  for (const key of pointer) {
    if (typeof key === 'number' || !isMap(node) || node.flow === true || node.items.length === 0) break;
    // A map that loses its last field is written as an empty one, with the field that holds it.
    if (JSON.stringify(value) === '{}') break;
    value = (value as Data)[key];
    found = { map: node, key, value, schema: known };
    known = fieldSchema(known, key);
    node = node.items.find((item) => keyOf(item.key) === key)?.value;
  }
  return found;
}

/** The whole in its usual form: for fields in brackets, and the few shapes that have no lines of their own. */
function rewrite(yaml: string, after: Value, schema: Schema): string {
  const document = readDocument(yaml);
  attachRemarks(document, yaml);
  const contents = updatedNode(document.contents, after);
  Object.assign(document, { contents });
  if (isMap(contents) && contents.items.length === 0) return yaml.replace(/^[^#\n].*\n?/gm, '');
  makeCanonical(document, schema);
  return printDocument(document);
}

const keepsRemarks = (before: string, after: string): boolean =>
  isEqual(wordsOfRemarks(before), wordsOfRemarks(after));

const means = (yaml: string, fields: Value): boolean => {
  const { data, diagnostics } = parseAnyYaml(yaml, '', 1);
  return diagnostics.length === 0 && isEqual(data, fields);
};
