import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The Node of the machine, which is often the older one; else the project's. */
export function systemNode(): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const outside = folders.filter((folder) => folder !== '' && !folder.includes('node_modules'));
  const found = outside.map((folder) => path.join(folder, 'node')).find(isProgram);
  return found ?? process.execPath;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
