/**
 * So many tasks at the same time as a disk and two cores have use for, each with a buffer of its own: whoever hands in one waits until
 * it has begun, so that a hundred thousand of them take no memory.
 */
export interface WorkPool {
  /** @throws what an earlier task has thrown */
  begin(task: (buffer: Buffer) => Promise<void>): Promise<void>;
  /** Waits for all that have begun. @throws what one of them has thrown */
  end(): Promise<void>;
}

export function createWorkPool(): WorkPool {
  const free = Array.from({ length: atOnce }, () => Buffer.allocUnsafe(bufferBytes));
  const running = new Set<Promise<void>>();
  let fault: { readonly error: unknown } | undefined;
  const requireNone = (): void => {
    if (fault !== undefined) throw fault.error;
  };
  return {
    async begin(task) {
      let buffer = free.pop();
      while (buffer === undefined) {
        await Promise.race(running);
        buffer = free.pop();
      }
      requireNone();
      const own = buffer;
      const work = task(own)
        .catch((error: unknown) => {
          fault ??= { error };
        })
        .then(() => {
          free.push(own);
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
const bufferBytes = 128 * 1024;
