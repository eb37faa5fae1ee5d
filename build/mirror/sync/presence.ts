/** Whether files are there, told by the names in their folders: to ask for each of a hundred thousand takes ten times as long. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';

/** Returns what tells it. Files of a folder are best asked for one after the other. */
export function openPresence(): (file: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  let names = 0;
  return (file) => {
    const folder = path.dirname(file);
    let found = folders.get(folder);
    if (found === undefined) {
      if (names > mostNames) {
        folders.clear();
        names = 0;
      }
      found = namesIn(folder);
      folders.set(folder, found);
      names += found.size;
    }
    return found.has(path.basename(file));
  };
}

/** Held at the same time: some megabytes. */
const mostNames = 20_000;

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return new Set();
    throw error;
  }
}
