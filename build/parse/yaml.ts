/**
 * YAML 1.2 for authors: unique keys, no aliases, no tags; numbers only where nothing of what was written is lost.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Data, Pointer, Positions, Value } from '../model/document.ts';
import { readPlainFields } from './plain-fields.ts';
import { explainYamlErrors, mostPerFile } from './yaml-errors.ts';
import { lineAt, quotedHint, tightField } from './yaml-text.ts';

export interface ParsedYaml {
  readonly data: Data;
  readonly positions: Positions;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper nesting is never meant, and would exhaust the stack. */
const deepest = 40;

/**
 * @param text YAML alone
 * @param file for the diagnostics
 * @param firstLine the line of the file on which `text` begins, from 1
 */
export function parseYaml(text: string, file: string, firstLine: number): ParsedYaml {
  const data = readPlainFields(text);
  return data === undefined
    ? parseAnyYaml(text, file, firstLine)
    : { data, positions: latePositions(text, file, firstLine), diagnostics: [] };
}

/** Nobody asks where something stands in a text without faults. */
function latePositions(text: string, file: string, firstLine: number): Positions {
  let known: Positions | undefined;
  const positions = (): Positions => {
    known ??= parseAnyYaml(text, file, firstLine).positions;
    return known;
  };
  return {
    value: (pointer) => positions().value(pointer),
    key: (pointer) => positions().key(pointer),
    written: (pointer) => positions().written(pointer),
  };
}

/** As {@link parseYaml}, by the parser, whatever the text is like. */
export function parseAnyYaml(text: string, file: string, firstLine: number): ParsedYaml {
  const lines = new LineCounter();
  const range = (from: number, to: number): Range => {
    const start = lines.linePos(from);
    const end = lines.linePos(Math.max(from, to));
    return {
      line: start.line + firstLine - 1,
      column: Math.max(1, start.col),
      endLine: end.line + firstLine - 1,
      endColumn: Math.max(1, end.col),
    };
  };
  const fault = (code: string, from: number, to: number, message: string, hint?: string): Diagnostic => ({
    code: `front-matter/${code}`,
    severity: 'error',
    file,
    ...range(from, to),
    message,
    ...(hint !== undefined && { hint }),
  });
  const fail = (diagnostics: readonly Diagnostic[]): ParsedYaml => ({
    data: {},
    positions: createPositions(null, range),
    diagnostics,
  });

  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    lines.addNewLine(0);
    for (let at = text.indexOf('\n'); at >= 0 && at < deep; at = text.indexOf('\n', at + 1))
      lines.addNewLine(at + 1);
    return fail([
      fault(
        'too-deep',
        deep,
        deep + 1,
        `lists and maps are nested more than ${deepest} deep here`,
        'write the list or map with one item on a line',
      ),
    ]);
  }
  // Its own search for keys that are written twice takes the square of their number.
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const problems = explainYamlErrors(document, text);
  if (problems.length > 0)
    return fail(problems.map(({ code, from, to, message, hint }) => fault(code, from, to, message, hint)));
  const twins = findTwins(document.contents);
  if (twins.length > 0) {
    return fail(
      twins
        .slice(0, mostPerFile)
        .map((key) =>
          fault(
            'duplicate-key',
            key.range?.[0] ?? 0,
            key.range?.[1] ?? 0,
            `the field "${keyOf(key)}" is written twice`,
            'keep one of the two',
          ),
        ),
    );
  }
  const references = findReferences(document.contents);
  if (references.length > 0) {
    return fail(
      references.slice(0, mostPerFile).map((node) => {
        const [value = 0, to = 0] = node.range ?? [];
        const from = isAlias(node) ? value : Math.max(0, text.lastIndexOf('&', value));
        const hint =
          text[from] === '&' || text[from] === '*' ? quotedHint(lineAt(text, from)) : 'write the value out';
        return fault(
          'alias',
          from,
          Math.max(to, from + 1),
          'refers to another value with & or *; front matter has no such references',
          hint,
        );
      }),
    );
  }
  const root = document.contents;
  const positions = createPositions(root, range);
  if (root === null || (isScalar(root) && root.value === null))
    return { data: {}, positions, diagnostics: [] };
  if (!isMap(root)) {
    const [from, to] = root.range;
    const tight = tightField(lineAt(text, from));
    if (tight !== undefined)
      return fail([fault('no-space', from, endOfLine(text, from), tight.message, tight.hint)]);
    const shape = isSeq(root) ? 'a list' : 'a single value';
    return fail([
      fault(
        'not-a-map',
        from,
        Math.min(to, endOfLine(text, from)),
        `holds ${shape}; fields are written as "name: value"`,
        'write one field on each line, for example "title: The treasure bag"',
      ),
    ]);
  }
  return { data: toValue(root) as Data, positions, diagnostics: [] };
}

/** What a node means here: dates and `1.10` are what was written. */
export function toValue(node: unknown): Value {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((pair) => [keyOf(pair.key), toValue(pair.value)]));
  }
  if (isSeq(node)) return node.items.map(toValue);
  if (!isScalar(node)) return null;
  const { value, source } = node;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return typeof value === 'number' && String(value) === source ? value : (source ?? String(value));
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** A key is what was written, be it a number or a word. */
export const keyOf = (key: unknown): string =>
  isScalar(key) ? (key.source ?? String(key.value)) : String(key);

/** Keys that an earlier one of the same map has taken. */
function findTwins(root: ParsedNode | null): Node[] {
  const twins: Node[] = [];
  visit(root, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (isNode(key) && seen.has(keyOf(key))) twins.push(key);
        seen.add(keyOf(key));
      }
    },
  });
  return twins;
}

/** Anchors, aliases; explicit tags are reported by the parser itself. */
function findReferences(root: ParsedNode | null): (Node | Alias)[] {
  const found: (Node | Alias)[] = [];
  visit(root, {
    Node(_, node) {
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) found.push(node);
    },
  });
  return found;
}

function createPositions(root: unknown, range: (from: number, to: number) => Range): Positions {
  const nodeRange = (node: unknown): Range | undefined =>
    isNode(node) && node.range ? range(node.range[0], node.range[1]) : undefined;
  const step = (node: unknown, key: string | number): { key?: unknown; value?: unknown } => {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item.key) === String(key));
      return pair === undefined ? {} : { key: pair.key, value: pair.value };
    }
    return isSeq(node) ? { value: node.items[Number(key)] } : {};
  };
  function find(pointer: Pointer): { key?: unknown; value?: unknown } {
    let found: { key?: unknown; value?: unknown } = { value: root };
    let nearest = found;
    for (const key of pointer) {
      found = step(found.value, key);
      if (found.value === undefined && found.key === undefined) return nearest;
      nearest = found;
    }
    return found;
  }
  const start = range(0, 0);
  return {
    value(pointer) {
      const { key, value } = find(pointer);
      return (isMap(value) || isSeq(value) ? nodeRange(key) : (nodeRange(value) ?? nodeRange(key))) ?? start;
    },
    key(pointer) {
      const { key, value } = find(pointer);
      return nodeRange(key) ?? nodeRange(value) ?? start;
    },
    written(pointer) {
      const { value } = find(pointer);
      return isScalar(value) ? value.source : undefined;
    },
  };
}

/**
 * Where nesting goes too far to be followed: brackets outside quotes, as an upper bound, or the marks and spaces before the first
 * word of a line.
 */
function tooDeepAt(text: string): number | undefined {
  const indented = new RegExp(`^(?:[ \\t]|[-?:](?=[ \\t])){${widestIndent}}`, 'm').exec(text);
  if (indented !== null) return indented.index + widestIndent;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === '\n' && depth < 0) depth = 0;
    if (depth > deepest) return index;
  }
  return undefined;
}

const widestIndent = 4 * deepest;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : Math.max(end, from);
}
