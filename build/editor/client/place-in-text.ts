/**
 * Where a fault stands in the text of a form, which shows it without the fields that stand above it in its file.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseFrontMatter } from '../../parse/front-matter.ts';
import type { EditorFacts } from '../facts.ts';
import { completed } from './complete-entry.ts';
import { fileText, type OpenText } from './entry-form.ts';

/** Offsets in UTF-16 units, as those of a selection. */
export interface PlaceInText {
  readonly start: number;
  readonly end: number;
}

/**
 * @param text as it stands in the form: in the file there is other space around it
 * @returns nothing for a fault of the fields
 */
export function placeInText(
  { line, column, endLine, endColumn }: Diagnostic,
  text: string,
  { entry, locale }: OpenText,
  facts: EditorFacts,
): PlaceInText | undefined {
  // The first line of a file is never of its text.
  if (line === 1) return undefined;
  const values = completed(entry, facts).get(locale);
  if (values === undefined) return undefined;
  const { body, bodyLine } = parseFrontMatter(fileText(entry.collection.format, values), '');
  const firstLine = bodyLine + spaceBefore(body).split('\n').length - 1;
  if (line < firstLine) return undefined;
  const space = spaceBefore(text).length;
  const lines = text.slice(space).split('\n');
  const offsetOf = (lineOfFile: number, columnOfFile: number): number => {
    const above = lines.slice(0, lineOfFile - firstLine);
    return space + above.reduce((sum, { length }) => sum + length + 1, 0) + columnOfFile - 1;
  };
  return { start: offsetOf(line, column), end: offsetOf(endLine, endColumn) };
}

const spaceBefore = (text: string): string => text.slice(0, text.length - text.trimStart().length);
