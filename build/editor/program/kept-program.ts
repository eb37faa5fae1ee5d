/** The program of the editor, made once for a version of ours: bundling it takes seconds. */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readCached, writeCached } from '../../cache/cached-file.ts';
import { programKey } from '../../pipeline/program-key.ts';
import { bundleEditor, type EditorProgram } from './bundle-editor.ts';

let known: Promise<EditorProgram> | undefined;

/**
 * @param cacheFolder without one, it is kept for this process alone
 * @throws the error of esbuild, for a fault in our own code
 */
export function keptProgram(cacheFolder: string | undefined): Promise<EditorProgram> {
  known ??= cacheFolder === undefined ? bundleEditor() : fromCache(path.join(cacheFolder, 'program'));
  return known;
}

async function fromCache(file: string): Promise<EditorProgram> {
  const key = programKey();
  const kept = readCached(file, key);
  if (kept !== undefined) return deserialize(kept) as EditorProgram;
  const made = await bundleEditor();
  writeCached(file, key, serialize(made));
  return made;
}
