/**
 * Does something for each item, with a few at work at once. What fails first ends the others, and is thrown once they have ended.
 *
 * @throws the first error, or the reason of the signal
 */
export async function forEachAtOnce<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const ends = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  let first: { readonly error: unknown } | undefined;
  const row = Iterator.from(items);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (;;) {
        if (ends.aborted) return;
        const { value, done } = row.next();
        if (done) return;
        try {
          await work(value, ends);
        } catch (error) {
          first ??= { error };
          stop.abort();
        }
      }
    }),
  );
  signal?.throwIfAborted();
  if (first !== undefined) throw first.error;
}
