/**
 * Watches folders for the preview and for `check --watch`.
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
  /** Files that were written, each below the folder as it was given. */
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
export async function watchFolders(
  folders: readonly string[],
  onError: (error: unknown) => void,
): Promise<FolderWatch> {
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (file) => folders.some((folder) => isIgnored(folder, file)),
  });
  let written = new Set<string>();
  let isOther = false;
  let wake = (): void => {};
  watcher.on('all', (event, file) => {
    if (event === 'change') written.add(file);
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

/** Files of editors and systems below a folder; how the folder itself is named does not matter. */
function isIgnored(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  // Another folder that is watched, or those above, of which chokidar asks as well.
  if (relative === '..' || relative.startsWith(`..${path.sep}`)) return false;
  return /(^|[/\\])\.|~$/.test(relative);
}
