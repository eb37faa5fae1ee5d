/**
 * Requests that do not burden anybody: one at a time to each host, with a pause between two.
 */
export type Polite = <T>(host: string, request: () => Promise<T>) => Promise<T>;

/** @param pause waits between two requests to one host */
export function politely(pause: () => Promise<unknown>): Polite {
  const last = new Map<string, Promise<unknown>>();
  return (host, request) => {
    const before = last.get(host);
    const own = before === undefined ? request() : before.then(pause).then(request);
    last.set(
      host,
      own.catch(() => {}),
    );
    return own;
  };
}

/** Does something for each item, with a few at work at once; those of one host are spread over the row. */
export async function forEachSpread<T>(
  items: readonly T[],
  hostOf: (item: T) => string,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queues = [...Map.groupBy(items, hostOf).values()];
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  const row = Array.from({ length: longest }, (_, turn) =>
    queues.flatMap((queue) => queue.slice(turn, turn + 1)),
  )
    .flat()
    .values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of row) await work(item);
    }),
  );
}
