import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ContentList } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';

/** The texts of the files that have a fault, to show its lines. */
export function readTextsOf(
  diagnostics: readonly Diagnostic[],
  list: ContentList,
): ReadonlyMap<string, string> {
  const faulty = new Set<string>(diagnostics.map(({ file }) => file));
  const { files } = readTexts(list.texts.filter(({ path }) => faulty.has(path)));
  return new Map(files.map(({ path, text }) => [path, text]));
}
