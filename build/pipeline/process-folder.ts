/**
 * The part of the pipeline that looks at one entry alone: its texts in all languages, read, parsed, checked and rendered.
 *
 * It is done once for all countries, in whichever process, and its result is kept for as long as the files do not change.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderBodies } from '../markdown/bodies.ts';
import type { Folder } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import type { TextPlace } from '../model/place.ts';
import type { RenderedBodies } from '../model/rendered.ts';
import type { PlacedFile } from '../model/source.ts';
import { parseContent } from '../parse/parse.ts';
import type { FoundText } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import { checkQuizzes } from '../references/quizzes.ts';
import { type TextContext, validateFolder } from '../validate/folders.ts';

export interface ProcessedFolder {
  /** Absent when none of its texts could be read. */
  readonly folder?: Folder;
  readonly bodies: RenderedBodies;
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws the error of the file system, when a file has gone since it was found */
export function processFolder(
  path: SourcePath,
  found: readonly FoundText[],
  context: TextContext,
): ProcessedFolder {
  const read = readTexts(found);
  const parsed = parseContent(read.files);
  const documents = parsed.documents as readonly Document<TextPlace>[];
  const unreadable = parsed.unreadable.map((file) => ({ path: file.path, place: file.place }));
  const validated = validateFolder({ path, documents, unreadable }, context);
  const diagnostics = [...read.diagnostics, ...parsed.diagnostics, ...validated.diagnostics];
  if (validated.folder === undefined) return { bodies: new Map(), unreadable, diagnostics };
  const rendered = renderBodies(validated.folder);
  return {
    folder: validated.folder,
    bodies: rendered.bodies,
    unreadable,
    diagnostics: [
      ...diagnostics,
      ...rendered.diagnostics,
      ...checkQuizzes(validated.folder, rendered.bodies),
    ],
  };
}
