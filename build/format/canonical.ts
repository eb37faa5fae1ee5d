/**
 * The one way to write a set of fields: keys in the order of the schema, quotation marks only where YAML needs them.
 *
 * Works on the tree of a document, in place. Comments stay with the field that they stand above, beside or in.
 */
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { keyOf } from '../parse/yaml.ts';
import type { ParsedYamlDocument } from '../parse/yaml-finding.ts';
import type { Schema } from '../schema/schemas.ts';
import { branchFor } from '../schema/walk.ts';

export function makeCanonical(document: ParsedYamlDocument, schema: Schema): void {
  const root = document.contents;
  if (!isMap(root) || root.items.length === 0) return;
  root.flow = false;
  settle(root, schema, false);
}

/** @param isInFlow inside brackets, where a value has one line */
export function settle(node: unknown, schema: Schema | undefined, isInFlow: boolean): void {
  if (isScalar(node)) settleScalar(node, isInFlow);
  if (!isCollection(node)) return;
  node.flow = isInFlow || node.items.length === 0 || (node.flow === true && fitsOnLine(node));
  const isFlow = node.flow === true;
  if (isMap(node)) settleMap(node, schema, isFlow);
  else if (isSeq(node)) {
    const items = schema && branchFor(schema, 'array')?.items;
    for (const item of node.items) settle(item, items, isFlow);
  }
  const first: unknown = node.items[0];
  const head = isPair(first) ? first.key : first;
  if (isScalar(head) || isCollection(head)) delete head.spaceBefore;
}

function settleMap(map: YAMLMap, schema: Schema | undefined, isFlow: boolean): void {
  const branch = schema && branchFor(schema, 'object');
  map.items.sort((a, b) => rankOf(a, branch) - rankOf(b, branch));
  for (const { key, value } of map.items) {
    settle(key, undefined, true);
    settle(value, fieldSchema(branch, keyOf(key)), isFlow);
  }
}

/** The place of a field in its map; those that the schema does not know come last, as they stood. */
export function rankOf({ key }: Pair, schema: Schema | undefined): number {
  const rank = Object.keys(schema?.properties ?? {}).indexOf(keyOf(key));
  return rank === -1 ? Number.MAX_SAFE_INTEGER : rank;
}

export function fieldSchema(schema: Schema | undefined, key: string): Schema | undefined {
  const others = schema?.additionalProperties;
  return schema?.properties?.[key] ?? (typeof others === 'object' ? others : undefined);
}

/** A text of several lines is written as such, below a `|`; any other stands on one line, plain where that is the same text. */
function settleScalar(scalar: Scalar, isInFlow: boolean): void {
  const { value } = scalar;
  if (typeof value !== 'string') return;
  if (unprintable.test(value)) scalar.type = 'QUOTE_DOUBLE';
  else scalar.type = value.includes('\n') && !isInFlow ? 'BLOCK_LITERAL' : 'PLAIN';
}

/** Control characters are written as escapes; a tab inside of a text of several lines is one of its own. */
const unprintable = /(?!\n)\p{Cc}/u;

/** Longer ones are read more easily with one item a line, and so are those that have remarks. */
const widestFlow = 80;

function fitsOnLine(node: Node): boolean {
  let width = 2;
  let hasComment = false;
  visit(node, {
    Node: (_, inner) => {
      if (isScalar(inner)) width += String(inner.value).length + 2;
      if (inner !== node && (inner.comment || inner.commentBefore)) hasComment = true;
      delete inner.spaceBefore;
    },
  });
  return !hasComment && width <= widestFlow;
}
