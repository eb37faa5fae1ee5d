/** Files that are asked for when a question needs them. */
import { once } from './once.ts';

export interface LoadedFiles<T> {
  /** @param file relative to where the files lie */
  load(file: string): Promise<T>;
  /** Whether it was asked for. */
  has(file: string): boolean;
}

/** @param take is given each file when it comes */
export function openFiles<T>(base: URL, take: (content: T) => void = () => {}): LoadedFiles<T> {
  const known = new Map<string, () => Promise<T>>();
  return {
    load(file) {
      const loaded =
        known.get(file) ??
        once(async () => {
          const content = await fetchJson<T>(new URL(file, base));
          take(content);
          return content;
        });
      known.set(file, loaded);
      return loaded();
    },
    has: (file) => known.has(file),
  };
}

/** @throws Error where there is no such file */
export async function fetchJson<T>(address: URL): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()) as T;
}
