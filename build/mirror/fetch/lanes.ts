/** Works on items side by side, in as many lanes as are open at that moment. */

export interface Lanes {
  /** How many are at work at once; asked again whenever one has ended, and when woken. */
  readonly open: () => number;
  /** Is given what wakes: for when more lanes are open before an item has ended. */
  readonly onBegin?: (wake: () => void) => void;
}

/**
 * @throws the first error, when all that had begun has ended; nothing begins after it
 */
export async function forEachInLanes<T>(
  items: Iterable<T>,
  { open, onBegin }: Lanes,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let busy = 0;
  let first: { readonly error: unknown } | undefined;
  let wake = (): void => {};
  onBegin?.(() => wake());
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  for (const item of items) {
    await until(() => busy < Math.max(1, open()));
    if (first !== undefined) break;
    busy++;
    work(item)
      .catch((error: unknown) => {
        first ??= { error };
      })
      .finally(() => {
        busy--;
        wake();
      });
  }
  await until(() => busy === 0);
  if (first !== undefined) throw first.error;
}
