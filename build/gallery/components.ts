/** Finds the components and their examples: a new folder is in the gallery by being there. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Examples } from '../../templates/components/examples.ts';

export interface Component {
  /** `lesson-path` */
  readonly name: string;
  /** Absent where nobody has written any. */
  readonly examples?: Examples;
}

const folder = new URL('../../templates/components/', import.meta.url);
const ending = '.examples.ts';

/** Returns the components by name: each folder, and what has examples without having a folder. */
export async function loadComponents(): Promise<readonly Component[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => {
    if (entry.isDirectory()) return [`${entry.name}/${entry.name}`];
    return entry.name.endsWith(ending) ? [entry.name.slice(0, -ending.length)] : [];
  });
  return Promise.all(names.toSorted().map(load));
}

async function load(path: string): Promise<Component> {
  const name = path.split('/').at(-1) ?? path;
  const file = new URL(path + ending, folder);
  if (!existsSync(file)) return { name };
  const { examples } = (await import(file.href)) as { examples: Examples };
  return { name, examples };
}
