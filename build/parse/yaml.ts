/**
 * YAML 1.2 for authors: unique keys, no aliases, no tags; numbers only where nothing of what was written is lost.
 */
import { type Alias, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, visit, type YAMLError } from 'yaml';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Data, Pointer, Positions, Value } from '../model/document.ts';
import { explainYamlError } from './yaml-errors.ts';

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
  const lines = new LineCounter();
  const range = (from: number, to: number): Range => {
    const start = lines.linePos(from);
    const end = lines.linePos(Math.max(from, to));
    return { line: start.line + firstLine - 1, column: Math.max(1, start.col), endLine: end.line + firstLine - 1, endColumn: Math.max(1, end.col) };
  };
  const fault = (code: string, from: number, to: number, message: string, hint?: string): Diagnostic => ({
    code: `front-matter/${code}`,
    severity: 'error',
    file,
    ...range(from, to),
    message,
    ...(hint !== undefined && { hint }),
  });
  const fail = (diagnostics: readonly Diagnostic[]): ParsedYaml => ({ data: {}, positions: createPositions(null, range), diagnostics });

  const depth = nestingOf(text);
  if (depth > deepest) {
    return fail([fault('too-deep', 0, 0, `brackets are nested ${depth} deep; ${deepest} is the most`, 'write the list or map with one item on a line')]);
  }
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false, lineCounter: lines });
  const problems: readonly YAMLError[] = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    return fail(problems.map((problem) => {
      const { code, message, hint } = explainYamlError(problem, text);
      const from = Math.min(problem.pos[0], text.length);
      return fault(code, from, Math.min(problem.pos[1], endOfLine(text, from)), message, hint);
    }));
  }
  const references = findReferences(document.contents);
  if (references.length > 0) {
    return fail(references.map((node) => {
      const [from = 0, to = 0] = node.range ?? [];
      return fault('alias', from, to, 'refers to another value with & or *; front matter has no such references', 'write the value out, or put it in quotes if the character is meant');
    }));
  }
  const root = document.contents;
  const positions = createPositions(root, range);
  if (root === null || (isScalar(root) && root.value === null)) return { data: {}, positions, diagnostics: [] };
  if (!isMap(root)) {
    const [from, to] = root.range;
    const shape = isSeq(root) ? 'a list' : 'a single value';
    return fail([fault('not-a-map', from, Math.min(to, endOfLine(text, from)), `holds ${shape}; fields are written as "name: value"`, 'write one field on each line, for example "title: The treasure bag"')]);
  }
  return { data: toValue(root) as Data, positions, diagnostics: [] };
}

function toValue(node: unknown): Value {
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

const keyOf = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : String(key));

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

/** Counts brackets of flow collections outside quotes, as an upper bound. */
function nestingOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}') depth--;
    else if (character === '\n' && depth < 0) depth = 0;
  }
  return most;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : Math.max(end, from);
}
