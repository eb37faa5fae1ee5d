import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';
import { joinParts, splitSource } from '../format/parts.ts';
import { writeScalar } from './front-matter.ts';

/**
 * Adds an item to the end of a list in the front matter of a file and leaves every other character as it is.
 *
 * @param raw a file with sound front matter, with whatever line ends it has
 * @param field a list with at least one item
 */
export function addItem(raw: string, field: string, item: string): string {
  const parts = splitSource(raw, 'front-matter');
  const { yaml } = parts;
  const root = parseDocument(yaml, { version: '1.2', schema: 'core' }).contents;
  const list = isMap(root)
    ? root.items.find(({ key }) => isScalar(key) && key.value === field)?.value
    : undefined;
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || last === undefined) throw new TypeError(`"${field}" is not a list with items`);
  const longer =
    list.flow === true
      ? intoBrackets(yaml, last as Node, writeScalar(item))
      : ontoLine(yaml, list, last as Node, writeScalar(item));
  return joinParts(parts, longer);
}

/** On a line of its own, with the indent and the hyphen of the last one; a remark there stays with its own item. */
function ontoLine(yaml: string, list: YAMLSeq, last: Node, item: string): string {
  const [start, end] = rangeOf(last);
  const lineStart = yaml.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = yaml.indexOf('\n', end);
  const mark = yaml.slice(lineStart, start).match(/^\s*-\s+$/)?.[0] ?? `${indentOf(yaml, list)}- `;
  const at = lineEnd === -1 ? yaml.length : lineEnd + 1;
  return `${yaml.slice(0, at)}${mark}${item}\n${yaml.slice(at)}`;
}

const indentOf = (yaml: string, list: YAMLSeq): string => {
  const [start] = rangeOf(list);
  return yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
};

/** Behind the last one, on a line of its own where that one has one. */
function intoBrackets(yaml: string, last: Node, item: string): string {
  const [start, end] = rangeOf(last);
  const ownLine = /\n[ \t]*$/.exec(yaml.slice(0, start))?.[0] ?? ' ';
  return `${yaml.slice(0, end)},${ownLine}${item}${yaml.slice(end)}`;
}

/** From the first character of a value to the one behind its last. */
const rangeOf = ({ range }: Node): readonly [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];
