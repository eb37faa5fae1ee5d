/** Numbers that look random and are the same for the same key, on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
  /** Different items, in the order in which they were drawn; fewer when the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** @param keys what the numbers are for: the same keys give the same numbers, whatever was drawn elsewhere */
export function createRandom(...keys: readonly (string | number)[]): Random {
  let state = hash(keys.join('\u0000'));
  // Mulberry32: 32 bits of state, enough for choosing words.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[below(list.length)] as T;
  };
  return {
    next,
    below,
    pick,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    sample(list, count) {
      if (count >= list.length) return [...list];
      const drawn = new Set<number>();
      while (drawn.size < count) drawn.add(below(list.length));
      return [...drawn].map((index) => list[index] as (typeof list)[number]);
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
