/**
 * What is done with the texts of one entry once they are read: parsed, checked and rendered.
 *
 * Pure, so that it runs in a browser too: whoever edits a text there gets the same answers.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderBodies } from '../markdown/bodies.ts';
import type { Folder } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import type { TextPlace } from '../model/place.ts';
import type { RenderedBodies } from '../model/rendered.ts';
import type { PlacedFile, ReadFile } from '../model/source.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { checkQuality } from '../quality/quality.ts';
import { checkQuizzes } from '../references/quizzes.ts';
import { type TextContext, validateFolder } from '../validate/folders.ts';

export interface ProcessedFolder {
  /** Absent when none of its texts could be read. */
  readonly folder?: Folder;
  readonly bodies: RenderedBodies;
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param texts of the folder, in all languages */
export function processTexts(
  path: SourcePath,
  texts: readonly ReadFile[],
  context: TextContext,
): ProcessedFolder {
  const documents: Document<TextPlace>[] = [];
  const unreadable: PlacedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const text of texts) {
    const document = text.unread ? undefined : parseDocument(text);
    diagnostics.push(...(document?.diagnostics ?? []));
    if (document?.diagnostics.length === 0) documents.push(document as Document & Document<TextPlace>);
    else unreadable.push({ path: text.path, place: text.place });
  }
  const validated = validateFolder({ path, documents, unreadable }, context);
  diagnostics.push(...validated.diagnostics);
  if (validated.folder === undefined) return { bodies: new Map(), unreadable, diagnostics };
  const rendered = renderBodies(validated.folder);
  diagnostics.push(...rendered.diagnostics, ...checkQuizzes(validated.folder, rendered.bodies));
  const { glossary } = context;
  if (glossary !== undefined) {
    const faulty = new Set(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file),
    );
    diagnostics.push(...checkQuality(validated.folder, rendered, { glossary, faulty }));
  }
  return { folder: validated.folder, bodies: rendered.bodies, unreadable, diagnostics };
}
