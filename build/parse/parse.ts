/**
 * Parses every text of the content folder.
 *
 * In: decoded files. Out: documents (fields with their positions, and a body) and interface strings. A file whose fields cannot
 * be read is reported and left out, so that its one real fault does not bring a dozen others.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { PlacedFile, ReadFile } from '../model/source.ts';
import { findConflict } from './conflict.ts';
import { parseDocument } from './parse-document.ts';
import { noStrings, parsePo } from './po.ts';

export interface ParseResult {
  readonly documents: readonly Document[];
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  /** Files that could not be read: what refers to them is no fault of its own. */
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function parseContent(files: readonly ReadFile[]): ParseResult {
  const documents: Document[] = [];
  const strings = new Map<Locale, MessageCatalogue>();
  const unreadable: PlacedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const { place } = file;
    if (place.kind === 'strings') {
      const conflict = findConflict(file.text, file.path);
      const po = file.unread || conflict !== undefined ? noStrings : parsePo(file.text, file.path);
      if (conflict !== undefined) diagnostics.push(conflict);
      if (!file.unread || !strings.has(place.locale)) strings.set(place.locale, po.catalogue);
      diagnostics.push(...po.diagnostics);
      continue;
    }
    const document = file.unread ? undefined : parseDocument(file);
    diagnostics.push(...(document?.diagnostics ?? []));
    if (document?.diagnostics.length === 0) documents.push(document);
    else unreadable.push(file);
  }
  return { documents, strings, unreadable, diagnostics };
}
