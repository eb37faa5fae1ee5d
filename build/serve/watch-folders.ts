/**
 * Watches folders for the preview and for `check --watch`.
 */
import path from 'node:path';
import { watch } from 'chokidar';

export interface FolderWatch {
  /** Settles after a change since the last call, also one that came before this call; or when the signal is aborted. */
  nextChange(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

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
  let changed = false;
  let wake = (): void => {};
  watcher.on('all', () => {
    changed = true;
    wake();
  });
  await new Promise<void>((resolve) => {
    watcher.on('ready', resolve);
    watcher.on('error', (error) => {
      onError(error);
      resolve();
    });
  });
  return {
    async nextChange(signal) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      signal.addEventListener('abort', wake, { once: true });
      if (!changed && !signal.aborted) await woken;
      signal.removeEventListener('abort', wake);
      changed = false;
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
