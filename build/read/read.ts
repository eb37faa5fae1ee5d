/**
 * Reads texts of the content folder: bytes become text, and faults of encoding end here.
 */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourcePath } from '../model/paths.ts';
import type { ReadFile, SourceTree } from '../model/source.ts';
import { decodeText } from './decode.ts';
import { type FoundText, listContent } from './list-content.ts';

export interface ReadTexts {
  readonly files: readonly ReadFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param onRead gets the bytes of each text
 * @throws the error of the file system, when a file has gone since it was found
 */
export function readTexts(
  found: readonly FoundText[],
  onRead: (path: SourcePath, bytes: Uint8Array) => void = () => {},
): ReadTexts {
  const diagnostics: Diagnostic[] = [];
  const files = found.map(({ path, place, absolutePath, unread }): ReadFile => {
    if (unread) return { path, place, text: '', unread };
    const bytes = readFileSync(absolutePath);
    onRead(path, bytes);
    const decoded = decodeText(bytes, path);
    diagnostics.push(...decoded.diagnostics);
    return { path, place, text: decoded.text };
  });
  return { files, diagnostics };
}

export interface ReadResult {
  readonly tree: SourceTree & { readonly files: readonly ReadFile[] };
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a whole content folder.
 *
 * @throws the error of the file system
 */
export function readContent(folder: string): ReadResult {
  const { texts, assets, diagnostics } = listContent(folder);
  const read = readTexts(texts);
  return {
    tree: { files: read.files, assets },
    diagnostics: [...diagnostics, ...read.diagnostics],
  };
}
