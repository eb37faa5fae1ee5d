import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * Sets one field of front matter in the text of a file and leaves every other character as it is.
 *
 * @param raw a file with sound front matter, with whatever line ends it has
 * @param pointer the way to the field; the map that holds it must exist
 * @param value needs no quotes as text: letters and digits
 */
export const writeField = (raw: string, pointer: readonly string[], value: string): string =>
  editFrontMatter(raw, (yaml) => setIn(yaml, pointer, quoted(value)));

/** Changes what stands between the two lines of dashes; all else stays as it is, byte for byte. */
export function editFrontMatter(raw: string, edit: (yaml: string) => string): string {
  const opening = /^\uFEFF?---\r?\n/.exec(raw)?.[0] ?? '';
  const closing = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(raw.slice(opening.length - 1));
  const end =
    closing === null
      ? raw.length
      : opening.length - 1 + closing.index + (closing[0].startsWith('\r') ? 2 : 1);
  return raw.slice(0, opening.length) + edit(raw.slice(opening.length, end)) + raw.slice(end);
}

/** Digits alone, or with one e among them, would be read as a number. */
const quoted = (value: string): string => (/^\d+(?:e\d+)?$/.test(value) ? `"${value}"` : value);

function setIn(yaml: string, pointer: readonly string[], value: string): string {
  const root = parseDocument(yaml, { version: '1.2', schema: 'core' }).contents;
  const name = pointer.at(-1) ?? '';
  const parent = pointer.slice(0, -1).reduce<unknown>((map, key) => pairOf(map, key)?.value, root);
  const pair = pairOf(parent, name);
  if (isScalar(pair?.value) && pair.value.range) {
    const [from, to] = pair.value.range;
    return yaml.slice(0, from) + value + yaml.slice(to);
  }
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  if (!isMap(parent) || parent.items.length === 0) return `${yaml}${name}: ${value}${lineEnd}`;
  return parent.flow === true
    ? intoFlow(yaml, parent, `${name}: ${value}`)
    : intoBlock(yaml, parent, `${name}: ${value}`, lineEnd);
}

const pairOf = (map: unknown, key: string): Pair | undefined =>
  isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;

function intoFlow(yaml: string, map: YAMLMap, entry: string): string {
  const brace = (map.range?.[1] ?? yaml.length) - 1;
  const inside = yaml.slice(0, brace).trimEnd();
  return `${inside}, ${entry}${yaml.slice(inside.length)}`;
}

/** On a line of its own below the last line of the map, in the column of its other keys. */
function intoBlock(yaml: string, map: YAMLMap, entry: string, lineEnd: string): string {
  const first = map.items[0]?.key;
  const start = isScalar(first) ? (first.range?.[0] ?? 0) : 0;
  const indent = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  const last = map.range?.[1] ?? yaml.length;
  const lineStart = yaml.indexOf('\n', Math.max(0, last - 1)) + 1;
  const at = lineStart === 0 ? yaml.length : lineStart;
  const before = yaml.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : lineEnd}${indent}${entry}${lineEnd}${yaml.slice(at)}`;
}
