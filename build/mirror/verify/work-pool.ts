/**
 * So many tasks at the same time as a disk and two cores have use for: whoever hands in one waits until it has begun, so that a hundred
 * thousand of them take no memory.
 */
export interface WorkPool {
  /** @throws what an earlier task has thrown */
  begin(task: () => Promise<void>): Promise<void>;
  /** Waits for all that have begun. @throws what one of them has thrown */
  end(): Promise<void>;
}

export function createWorkPool(): WorkPool {
  const running = new Set<Promise<void>>();
  let fault: { readonly error: unknown } | undefined;
  const requireNone = (): void => {
    if (fault !== undefined) throw fault.error;
  };
  return {
    async begin(task) {
      while (running.size >= atOnce) await Promise.race(running);
      requireNone();
      const work = task()
        .catch((error: unknown) => {
          fault ??= { error };
        })
        .then(() => {
          running.delete(work);
        });
      running.add(work);
    },
    async end() {
      await Promise.all(running);
      requireNone();
    },
  };
}

/** Node reads in four threads. */
const atOnce = 8;
