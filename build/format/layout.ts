import { isCollection, isPair, isScalar, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineStart } from '../parse/yaml-text.ts';

type Collection = YAMLMap | YAMLSeq;

/** A field or an item of a list: what a comment can stand above. */
export interface Item {
  readonly start: number;
  /** From 0: of the field, or of the dash. */
  readonly column: number;
  /** The key, or the item. */
  readonly holder: Node;
  /** What takes the comments above it: itself, or of a list in a list the outer item, with which the first inner one shares its line. */
  readonly bearer: Node;
}

/** A value that ends on a line: text, a number, something in brackets. */
export interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly node: Node;
}

/** A list or map in lines of its own. */
export interface Block {
  readonly end: number;
  readonly column: number;
  readonly node: Collection;
}

/** Where everything stands; each in the order of the text, the outer before the inner. */
export interface Layout {
  readonly nodes: readonly Node[];
  readonly items: readonly Item[];
  readonly leaves: readonly Leaf[];
  readonly blocks: readonly Block[];
}

export function layoutOf(root: Collection, yaml: string): Layout {
  const [nodes, items, leaves, blocks]: [Node[], Item[], Leaf[], Block[]] = [[], [], [], []];
  function walk(node: unknown, outer?: Node): void {
    if (isScalar(node)) {
      nodes.push(node);
      leaves.push({ start: startOf(node), end: contentEnd(node), node });
    }
    if (!isCollection(node)) return;
    nodes.push(node);
    const [start, end] = [startOf(node), contentEnd(node)];
    const column = start - lineStart(yaml, start);
    if (node.flow === true) leaves.push({ start, end, node });
    else blocks.push({ end, column, node });
    for (const [index, item] of node.items.entries()) {
      const holder = isPair(item) ? item.key : item;
      if (!isScalar(holder) && !isCollection(holder)) continue;
      const bearer = (index === 0 ? outer : undefined) ?? holder;
      items.push({ start: startOf(holder), column, holder, bearer });
      if (!isPair(item)) walk(item, bearer);
      else {
        if (isScalar(item.key)) nodes.push(item.key);
        walk(item.value);
      }
    }
  }
  walk(root);
  return { nodes, items, leaves, blocks };
}

const startOf = (node: Scalar | Collection): number => node.range?.[0] ?? 0;

/** Behind the last character of a value. */
export function contentEnd(node: unknown): number {
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    return isPair(last) ? Math.max(contentEnd(last.key), contentEnd(last.value)) : contentEnd(last);
  }
  return isScalar(node) || isCollection(node) ? (node.range?.[1] ?? 0) : 0;
}
