/**
 * Languages of a new entry in which its author has said nothing: Sveltia switches the first language on by itself, and would write an
 * empty file.
 */
import { sourceKey } from '../source-key.ts';
import { writtenValue } from './field-changes.ts';
import type { FormValues } from './source-format.ts';

/** Under this name the program of Sveltia finds {@link withoutBlank}. */
export const switchOffBlank = 'window.switchOffBlankLanguages';

/** What a form holds without its author's doing. */
const notSaid = [sourceKey, 'basedOn'];

export const saysNothing = (values: FormValues): boolean =>
  Object.entries(values).every(
    ([name, value]) => notSaid.includes(name) || writtenValue(value) === undefined,
  );

/** The part of Sveltia's draft that tells which languages have files, and which are to have one. */
export interface DraftLanguages {
  /** The entry as it was opened; nothing while it is new. */
  readonly originalEntry?: SavingEntry;
  readonly currentLocales: Record<string, boolean>;
}

export interface SavingEntry {
  readonly locales: Readonly<Record<string, { readonly content?: FormValues }>>;
}

/** Switches off what says nothing and has no file yet; returns the draft. */
export function withoutBlank(draft: DraftLanguages, { locales }: SavingEntry): DraftLanguages {
  for (const [tag, { content = {} }] of Object.entries(locales))
    if (draft.currentLocales[tag] && draft.originalEntry?.locales[tag] === undefined && saysNothing(content))
      draft.currentLocales[tag] = false;
  return draft;
}
