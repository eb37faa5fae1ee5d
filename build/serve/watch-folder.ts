/**
 * Watches the content folder for the preview.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch } from 'chokidar';

export interface FolderWatch {
  /** Settles with what has changed since the last call, also before this one; with nothing when the signal is aborted. */
  nextChanges(signal: AbortSignal): Promise<FolderChanges>;
  close(): Promise<void>;
}

export interface FolderChanges {
  /** Files that were written, relative to the folder, with forward slashes. */
  readonly written: readonly string[];
  /** Whether files or folders have come or gone. */
  readonly isOther: boolean;
}

/** Writing a file makes several events, and a program may write several files. */
const settleMs = 5;

/**
 * Returns when every change from now on will be seen.
 *
 * @param onError told of what cannot be watched; the rest still is
 */
export async function watchFolder(folder: string, onError: (error: unknown) => void): Promise<FolderWatch> {
  const watcher = watch(folder, { ignoreInitial: true, ignored: (file) => isIgnored(folder, file) });
  let written = new Set<string>();
  let isOther = false;
  let wake = (): void => {};
  watcher.on('all', (event, file) => {
    if (event === 'change') written.add(path.relative(folder, file).replaceAll('\\', '/'));
    else isOther = true;
    wake();
  });
  await new Promise<void>((resolve) => {
    watcher.on('ready', resolve);
    watcher.on('error', (error) => {
      onError(error);
      resolve();
    });
  });
  const hasChanged = (): boolean => isOther || written.size > 0;
  return {
    async nextChanges(signal) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      signal.addEventListener('abort', wake, { once: true });
      if (!hasChanged() && !signal.aborted) await woken;
      signal.removeEventListener('abort', wake);
      if (!signal.aborted) await setTimeout(settleMs, undefined, { signal }).catch(() => {});
      const changes = { written: [...written], isOther };
      [written, isOther] = [new Set(), false];
      return changes;
    },
    close: () => watcher.close(),
  };
}

/** Files of editors and systems below the folder; how the folder itself is named does not matter. */
function isIgnored(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  // The folders above it, of which chokidar asks as well.
  if (relative === '..' || relative.startsWith(`..${path.sep}`)) return false;
  return /(^|[/\\])\.|~$/.test(relative);
}
