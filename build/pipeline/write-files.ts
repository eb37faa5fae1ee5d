import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputPath } from '../model/paths.ts';

export interface StagedFile {
  readonly output: OutputPath;
  readonly bytes: Uint8Array;
}

/** One after the other: waiting for each of thousands of small files takes longer than writing it. */
export function writeFiles(folder: string, files: readonly StagedFile[]): void {
  for (const parent of new Set(files.map(({ output }) => path.dirname(output))))
    mkdirSync(path.join(folder, parent), { recursive: true });
  for (const { output, bytes } of files) writeFileSync(path.join(folder, output), bytes);
}
