/**
 * Says which comment belongs to which field.
 *
 * The YAML parser gives a comment to whatever it was reading, often the field above; when fields change their places, it would go with
 * the wrong one. Here a comment beside a value belongs to that value; one on a line of its own to the field or item below, or, when it
 * is indented like a list or map that ends above it, to the end of that.
 */
import { isCollection, type Node } from 'yaml';
import type { ParsedYamlDocument } from '../parse/yaml-finding.ts';
import { lineStart } from '../parse/yaml-text.ts';
import { type Block, type Layout, layoutOf } from './layout.ts';
import { findRemarks, type Remark } from './remarks.ts';

/** Where the comments end that close a list or a map. */
export type RemarkEnds = ReadonlyMap<unknown, number>;

/** Gives each comment and each empty line of a document to the node that it belongs to. */
export function attachRemarks(document: ParsedYamlDocument, yaml: string): RemarkEnds {
  const root = document.contents;
  const ends = new Map<unknown, number>();
  if (!isCollection(root)) return ends;
  const layout = layoutOf(root, yaml);
  for (const node of layout.nodes)
    Object.assign(node, { comment: undefined, commentBefore: undefined, spaceBefore: undefined });
  const above = new Map<Node, Remark[]>();
  const behind = new Map<Node, Remark[]>();
  for (const remark of findRemarks(yaml)) {
    const beside = remark.isBeside ? leafBeside(layout, remark, yaml) : undefined;
    const block = remark.isBeside ? undefined : blockAbove(layout, remark);
    const below = layout.items.find(({ start }) => start > remark.start)?.bearer;
    if (block !== undefined) ends.set(block.node, remark.end);
    if (beside !== undefined) push(behind, beside, remark);
    else if (block !== undefined || below === undefined) push(behind, block?.node ?? root, remark);
    else push(above, below, remark);
  }
  for (const [node, remarks] of behind) node.comment = textOf(remarks, yaml);
  document.comment = null;
  document.commentBefore = takeHead(above, layout, yaml);
  for (const [index, { holder, start }] of layout.items.entries()) {
    const remarks = above.get(holder) ?? [];
    if (remarks.length > 0) holder.commentBefore = textOf(remarks, yaml);
    if (index > 0 && beginsLine(yaml, start) && hasGapAbove(yaml, remarks[0]?.start ?? start))
      holder.spaceBefore = true;
  }
  return ends;
}

/** The value that a comment stands behind, or whose `|` it stands behind. */
const leafBeside = ({ leaves }: Layout, { start }: Remark, yaml: string): Node | undefined =>
  leaves
    .filter(
      (leaf) =>
        (leaf.end > lineStart(yaml, start) && leaf.end <= start) ||
        (isBlockText(leaf.node) && leaf.start < start && leaf.end > start),
    )
    .toSorted((a, b) => a.end - b.end)
    .at(-1)?.node;

const isBlockText = (node: Node): boolean => 'type' in node && String(node.type).startsWith('BLOCK');

/** The innermost list or map that has just ended and is not indented further than the comment; it has to be indented further than what follows. */
function blockAbove({ leaves, blocks, items }: Layout, { start, column }: Remark): Block | undefined {
  const lastEnd = Math.max(...leaves.map(({ end }) => end).filter((end) => end <= start));
  const below = items.find((item) => item.start > start)?.column ?? -1;
  return blocks.findLast((block) => block.end === lastEnd && block.column <= column && block.column > below);
}

/** Comments above the first field with an empty line below them are about the file. */
function takeHead(above: Map<Node, Remark[]>, { items }: Layout, yaml: string): string | null {
  const [first] = items;
  const remarks = (first && above.get(first.holder)) ?? [];
  const starts = [...remarks.slice(1).map(({ start }) => start), first?.start ?? 0];
  const end = starts.findLastIndex((start) => hasGapAbove(yaml, start)) + 1;
  if (first !== undefined) above.set(first.holder, remarks.slice(end));
  return end === 0 ? null : textOf(remarks.slice(0, end), yaml);
}

const textOf = (remarks: readonly Remark[], yaml: string): string =>
  remarks
    .map(({ text, start }, index) => (index > 0 && hasGapAbove(yaml, start) ? `\n${text}` : text))
    .join('\n');

/** Whether the line above is empty. */
const hasGapAbove = (yaml: string, at: number): boolean =>
  /\n[ \t]*\n$/.test(yaml.slice(0, lineStart(yaml, at)));

const beginsLine = (yaml: string, at: number): boolean =>
  /^[\s-]*$/.test(yaml.slice(lineStart(yaml, at), at));

function push(map: Map<Node, Remark[]>, node: Node, remark: Remark): void {
  map.set(node, [...(map.get(node) ?? []), remark]);
}
