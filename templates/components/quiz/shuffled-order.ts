/**
 * Returns the indexes 0…count-1 in an order that depends on the seed alone, and is never the given one (for two and
 * more): a quiz must neither change from build to build nor show its answer.
 *
 * @param seed The id of the quiz.
 */
export function shuffledOrder(seed: string, count: number): readonly number[] {
  const random = randomFrom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? other, order[last] ?? last];
  }
  const isGivenOrder = order.every((value, index) => value === index);
  return isGivenOrder ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** FNV-1a into mulberry32: small, well-known, the same everywhere. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
