import type { Locale } from '../../../schemas/brands.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EditorFacts } from '../facts.ts';
import { completed } from './complete-entry.ts';
import { type OpenEntry, pathOf, processEntry } from './entry-form.ts';

/** What `npm run check` would say of the texts of an entry once they are saved. */
export const faultsOf = (entry: OpenEntry, facts: EditorFacts): readonly Diagnostic[] =>
  processEntry({ ...entry, values: completed(entry, facts) }, facts).diagnostics;

export const faultsIn = (entry: OpenEntry, locale: Locale, facts: EditorFacts): readonly Diagnostic[] =>
  faultsOf(entry, facts).filter(({ file }) => file === pathOf(entry, locale));

/** A fault in a sentence; the place is given where the author sees lines. Fields are boxes here, and no lines to be added. */
export const sentenceOf = ({ code, message, hint }: Diagnostic): string => {
  const wayOut = code === 'front-matter/required' ? 'fill it in' : hint;
  return wayOut === undefined ? message : `${message} – ${wayOut}`;
};
