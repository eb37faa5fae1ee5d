import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ContentList } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';

/** All texts that were checked, by path; read are only those that have a fault, to show its lines. */
export function readTextsOf(
  diagnostics: readonly Diagnostic[],
  list: ContentList,
): ReadonlyMap<string, string> {
  const faulty = new Set<string>(diagnostics.map(({ file }) => file));
  const { files } = readTexts(list.texts.filter(({ path }) => faulty.has(path)));
  return new Map([
    ...list.texts.map(({ path }) => [path, ''] as const),
    ...files.map(({ path, text }) => [path, text] as const),
  ]);
}
