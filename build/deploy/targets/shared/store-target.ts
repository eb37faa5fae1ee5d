/** What all object stores have in common: single files by HTTP, each tried again by itself, many at once. */
import type { Target, Upload } from '../target.ts';
import { forEachAtOnce } from './at-once.ts';
import type { Attempts, Effort } from './attempts.ts';
import { readSource } from './read-source.ts';
import { checkSiteFolder, checkSitePaths, isSitePath, keyPrefix } from './site-path.ts';

/** One request each, which throws what its library throws. Keys have the prefix. */
export interface Store {
  get(key: string, signal: AbortSignal): Promise<Uint8Array | undefined>;
  put(key: string, content: Buffer, headers: StoredHeaders, signal: AbortSignal): Promise<unknown>;
  /** @returns false where there is one already */
  create(key: string, content: Buffer, type: string, signal: AbortSignal): Promise<boolean>;
  /** Does no harm where there is none. */
  delete(key: string, signal: AbortSignal): Promise<unknown>;
  /** @param next what the page before said */
  listPage(keyPrefix: string, next: string | undefined, signal: AbortSignal): Promise<Page>;
  close(): void;
}

export type StoredHeaders = Pick<Upload, 'type' | 'cacheControl' | 'encoding'>;

export interface Page {
  readonly keys: readonly string[];
  readonly next?: string | undefined;
}

const usualAtOnce = 16;

/** @param prefix without a slash at either end */
export function storeTarget(
  name: string,
  prefix: string,
  store: Store,
  attempt: Attempts,
  atOnce = usualAtOnce,
): Target {
  const keyOf = (path: string): string => keyPrefix(prefix) + path;
  const read = (effort: Effort, path: string) =>
    attempt(effort, ({ signal }) => store.get(keyOf(path), signal));

  return {
    name,
    servesTwins: false,
    async read(path, signal) {
      checkSitePaths(name, [path]);
      return read({ what: `reading "${path}"`, signal }, path);
    },
    async create(path, content, type, signal) {
      checkSitePaths(name, [path]);
      const effort = { what: `creating "${path}"`, bytes: content.length, signal };
      let attempts = 0;
      const isCreated = await attempt(effort, (now) => {
        attempts = now.number;
        return store.create(keyOf(path), Buffer.from(content), type, now.signal);
      });
      if (isCreated || attempts === 1) return isCreated;
      // An attempt before may have succeeded without our hearing of it.
      const found = await read(effort, path);
      return found !== undefined && Buffer.from(found).equals(content);
    },
    async write(files, onDone, signal) {
      checkSitePaths(
        name,
        files.map(({ path }) => path),
      );
      const writeOne = async (file: Upload, ends: AbortSignal): Promise<void> => {
        const content = await readSource(file);
        const effort = { what: `writing "${file.path}"`, bytes: content.length, signal: ends };
        await attempt(effort, (now) => store.put(keyOf(file.path), content, file, now.signal));
        onDone(file);
      };
      await forEachAtOnce(files, atOnce, writeOne, signal);
    },
    async remove(paths, signal) {
      checkSitePaths(name, paths);
      const removeOne = async (path: string, ends: AbortSignal): Promise<void> => {
        const effort = { what: `removing "${path}"`, signal: ends };
        await attempt(effort, (now) => store.delete(keyOf(path), now.signal));
      };
      await forEachAtOnce(paths, atOnce, removeOne, signal);
    },
    async list(folder, signal) {
      checkSiteFolder(name, folder);
      const paths: string[] = [];
      let next: string | undefined;
      do {
        const page: Page = await attempt({ what: `listing "${folder}"`, signal }, (now) =>
          store.listPage(keyOf(folder), next, now.signal),
        );
        // What is not the path of a file, `folder/` for example, was made by another program.
        paths.push(...page.keys.map((key) => key.slice(keyPrefix(prefix).length)).filter(isSitePath));
        next = page.next;
      } while (next !== undefined && next !== '');
      return paths;
    },
    async close() {
      store.close();
    },
  };
}
