/**
 * The part of the pipeline that looks at one entry alone: its texts in all languages, read, parsed, checked and rendered.
 *
 * It is done once for all countries, in whichever process, and its result is kept for as long as the files do not change.
 */
import type { SourcePath } from '../model/paths.ts';
import type { FoundText } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import type { TextContext } from '../validate/folders.ts';
import { type ProcessedFolder, processTexts } from './process-texts.ts';

/**
 * @param onRead gets the bytes of each text
 * @throws the error of the file system, when a file has gone since it was found
 */
export function processFolder(
  path: SourcePath,
  found: readonly FoundText[],
  context: TextContext,
  onRead?: (path: SourcePath, bytes: Uint8Array) => void,
): ProcessedFolder {
  const { files, diagnostics } = readTexts(found, onRead);
  const processed = processTexts(path, files, context);
  return { ...processed, diagnostics: [...diagnostics, ...processed.diagnostics] };
}
