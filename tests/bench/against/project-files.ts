/** Writing many files. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of a project, by its path below the folder of the project. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

export async function writeFiles(folder: string, files: Iterable<ProjectFile>): Promise<void> {
  const made = new Set<string>();
  for (const { path: file, text } of files) {
    const target = path.join(folder, file);
    const parent = path.dirname(target);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(target, text);
  }
}

/** @param files absolute paths by their path below the folder */
export async function copyFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, source] of files) await cp(source, path.join(folder, file));
}

/** The files of a folder, with their paths below it. */
export async function readFolder(folder: string): Promise<ProjectFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return { path: path.relative(folder, file), text: await readFile(file, 'utf8') };
      }),
  );
}
