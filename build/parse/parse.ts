/**
 * Parses every text of the content folder.
 *
 * In: decoded files. Out: documents (fields with their positions, and a body) and interface strings. A file whose fields cannot
 * be read is reported and left out, so that its one real fault does not bring a dozen others.
 */
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Locale } from '../../schemas/brands.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { SourceFile } from '../model/source.ts';
import { parseFrontMatter } from './front-matter.ts';
import { parsePo } from './po.ts';
import { parseYaml } from './yaml.ts';

export interface ParseResult {
  readonly documents: readonly Document[];
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  /** Files that could not be read: what refers to them is no fault of its own. */
  readonly unreadable: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function parseContent(files: readonly SourceFile[]): ParseResult {
  const documents: Document[] = [];
  const strings = new Map<Locale, MessageCatalogue>();
  const unreadable: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    if (file.place.kind === 'strings') {
      const po = parsePo(file.text, file.path);
      strings.set(file.place.locale, po.catalogue);
      diagnostics.push(...po.diagnostics);
      continue;
    }
    const document = parseDocument(file);
    diagnostics.push(...document.diagnostics);
    if (document.diagnostics.length === 0) documents.push(document);
    else unreadable.push(file);
  }
  return { documents, strings, unreadable, diagnostics };
}

function parseDocument(file: SourceFile): Document & { readonly diagnostics: readonly Diagnostic[] } {
  if (file.place.kind === 'text') return { ...file, ...parseFrontMatter(file.text, file.path) };
  return { ...file, ...parseYaml(file.text, file.path, 1), body: '', bodyLine: 1 };
}
