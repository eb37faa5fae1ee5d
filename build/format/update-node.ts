/**
 * Gives a node of YAML another value and keeps of it what stays the same: nodes of equal values with their comments, the fields and
 * items around a change, brackets.
 */
import { isMap, isScalar, isSeq, type Node, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Data, Value } from '../model/document.ts';
import { keyOf, toValue } from '../parse/yaml.ts';
import { isEqual, isMapValue } from './field-value.ts';

export function updatedNode(node: unknown, value: Value): Node {
  if (isNodeOf(node) && isEqual(toValue(node), value)) return node;
  if (Array.isArray(value)) return withItems(isSeq(node) ? node : new YAMLSeq(), value as readonly Value[]);
  if (isMapValue(value)) return withFields(isMap(node) ? node : new YAMLMap(), value);
  const scalar = new Scalar(value);
  if (isScalar(node)) Object.assign(scalar, { comment: node.comment, commentBefore: node.commentBefore });
  return scalar;
}

function withFields(map: YAMLMap, value: Data): YAMLMap {
  const known = new Map(map.items.map((pair) => [keyOf(pair.key), pair]));
  map.items = map.items.filter(({ key }) => Object.hasOwn(value, keyOf(key)));
  for (const [key, member] of Object.entries(value)) {
    const pair = known.get(key);
    if (pair === undefined) map.items.push(pairOf(key, updatedNode(undefined, member)));
    else pair.value = updatedNode(pair.value, member);
  }
  return map;
}

/** Items that are equal from the beginning and from the end stay; of those between, each takes the place of one. */
function withItems(list: YAMLSeq, value: readonly Value[]): YAMLSeq {
  const old = list.items;
  const same = (from: (index: number) => number, to: (index: number) => number, most: number): number => {
    let count = 0;
    while (count < most && isEqual(toValue(old[from(count)]), value[to(count)] ?? null)) count++;
    return count;
  };
  const ahead = same(
    (index) => index,
    (index) => index,
    Math.min(old.length, value.length),
  );
  const behind = same(
    (index) => old.length - 1 - index,
    (index) => value.length - 1 - index,
    Math.min(old.length, value.length) - ahead,
  );
  const replaced = old.slice(ahead, old.length - behind);
  const fresh = value.slice(ahead, value.length - behind);
  list.items = [
    ...old.slice(0, ahead),
    ...fresh.map((item, index) =>
      updatedNode(replaced.length === fresh.length ? replaced[index] : undefined, item),
    ),
    ...old.slice(old.length - behind),
  ];
  return list;
}

export function pairOf(key: string, value: Node): Pair {
  const map = new YAMLMap();
  map.set(new Scalar(key), value);
  return map.items[0] as Pair;
}

const isNodeOf = (node: unknown): node is Node => isMap(node) || isSeq(node) || isScalar(node);
