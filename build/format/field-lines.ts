/**
 * The lines of a file that are one field.
 */
import { type Document, isCollection, isPair, isScalar, type Pair, YAMLMap } from 'yaml';
import { lineStart } from '../parse/yaml-text.ts';
import type { Schema } from '../schema/schemas.ts';
import type { RemarkEnds } from './attach-remarks.ts';
import { rankOf, settle } from './canonical.ts';
import { contentEnd } from './layout.ts';
import { printDocument, readDocument } from './yaml-document.ts';

/** Of the keys of a map, each of which begins a line. */
export function columnOf(yaml: string, map: YAMLMap): number | undefined {
  const start = startOf(map.items[0]);
  const indent = yaml.slice(lineStart(yaml, start), start);
  return /^ *$/.test(indent) ? indent.length : undefined;
}

const startOf = (pair: Pair | undefined): number => (isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);

/** The lines of a field, with the remarks in and beside it, without those above. */
export function rangeOf(yaml: string, pair: Pair, ends: RemarkEnds): readonly [number, number] {
  const end = Math.max(contentEnd(pair.key), contentEnd(pair.value), remarksEnd(pair.value, ends));
  // The lines below a "|" have theirs.
  if (end > 0 && yaml[end - 1] === '\n') return [lineStart(yaml, startOf(pair)), end];
  const lineEnd = yaml.indexOf('\n', end);
  return [lineStart(yaml, startOf(pair)), lineEnd === -1 ? yaml.length : lineEnd + 1];
}

/** Of the comments that close a value, or the last one in it. */
function remarksEnd(node: unknown, ends: RemarkEnds): number {
  if (!isCollection(node)) return 0;
  const last: unknown = node.items.at(-1);
  return Math.max(ends.get(node) ?? 0, remarksEnd(isPair(last) ? last.value : last, ends));
}

/** Behind the last field that comes before it, or in front of the first one and its remarks. */
export function placeFor(
  yaml: string,
  map: YAMLMap,
  fresh: Pair,
  schema: Schema | undefined,
  ends: RemarkEnds,
): number {
  const rank = rankOf(fresh, schema);
  const last = map.items.findLast((pair) => rankOf(pair, schema) <= rank);
  if (last !== undefined) return rangeOf(yaml, last, ends)[1];
  return startOfRemarks(yaml, lineStart(yaml, startOf(map.items[0])));
}

/** Of the comments directly above a line. */
export function startOfRemarks(yaml: string, at: number): number {
  let start = at;
  while (start > 0 && /^ *#/.test(yaml.slice(lineStart(yaml, start - 1), start)))
    start = lineStart(yaml, start - 1);
  return start;
}

/** A field as it is written, without the remarks above it. */
export function linesOf(pair: Pair, column: number, schema: Schema | undefined): string {
  const key = isScalar(pair.key) ? pair.key : undefined;
  if (key !== undefined) Object.assign(key, { commentBefore: undefined, spaceBefore: undefined });
  const single = new YAMLMap();
  single.items = [pair];
  settle(single, schema, false);
  const document: Document = readDocument('');
  document.contents = single;
  return printDocument(document).replace(/^(?=.)/gm, ' '.repeat(column));
}
