/**
 * What a text records of the one that it was made from: written when it is first saved, so that nobody has to know of it.
 */
import type { Locale } from '../../../schemas/brands.ts';
import { sharedPathOf } from '../../model/overlay-basis.ts';
import type { EditorFacts } from '../facts.ts';
import { sourceKey } from '../source-key.ts';
import { folderPathOf, type OpenEntry, placeIn, processEntry } from './entry-form.ts';
import { writtenValue } from './field-changes.ts';
import { type FormValues, hasFile } from './source-format.ts';

/**
 * Returns the values with the record of the original in new translations, and that of the shared text in new patches. A text that
 * is a file already says itself where it comes from.
 */
export function completed(entry: OpenEntry, facts: EditorFacts): ReadonlyMap<Locale, FormValues> {
  const complete = entry.collection.isPatch ? patchOf : translationOf;
  return new Map(
    [...entry.values].map(([locale, values]) => [
      locale,
      hasFile(values[sourceKey]) ? values : { ...values, ...complete(entry, locale, facts) },
    ]),
  );
}

function patchOf(entry: OpenEntry, locale: Locale, { shared }: EditorFacts): FormValues {
  if (says(entry.values.get(locale), 'basedOn')) return {};
  const { hashes, original } = shared[sharedPathOf(folderPathOf(entry))] ?? {};
  const basedOn = hashes?.[locale] ?? (original === undefined ? undefined : hashes?.[original]);
  return basedOn === undefined ? {} : { basedOn };
}

function translationOf(entry: OpenEntry, locale: Locale, facts: EditorFacts): FormValues {
  const original = originalOf(entry, facts);
  if (original === undefined || original === locale || says(entry.values.get(locale), 'translation'))
    return {};
  const hash = originalHash(entry, original, facts);
  if (hash === undefined) return {};
  // Sveltia takes over the day of the original, which says nothing of this text.
  const isTakenOver = entry.values.get(locale)?.updated === entry.values.get(original)?.updated;
  return {
    translation: { of: original, hash, by: 'human', reviewed: false },
    ...(isTakenOver && { updated: undefined }),
  };
}

/** What a translation records of its original as that now stands in the form. */
export function originalHash(entry: OpenEntry, original: Locale, facts: EditorFacts): string | undefined {
  const values = entry.values.get(original);
  if (values === undefined) return undefined;
  return processEntry({ ...entry, values: new Map([[original, values]]) }, facts).folder?.texts.get(original)
    ?.contentHash;
}

const says = (values: FormValues | undefined, field: string): boolean =>
  writtenValue(values?.[field]) !== undefined;

/** The language that the tree is written in, where the entry has a text in it; else that of its one text that is no translation. */
function originalOf(entry: OpenEntry, { context }: EditorFacts): Locale | undefined {
  const [locale] = entry.values.keys();
  const scope = locale === undefined ? undefined : placeIn(entry, locale)?.scope;
  const source = new Map(context.sourceLanguages).get(scope ?? 'shared') ?? context.sourceLanguage;
  if (entry.values.has(source)) return source;
  const written = [...entry.values].filter(
    ([, values]) => !says(values, 'translation') && hasFile(values[sourceKey]),
  );
  return written.length === 1 ? written[0]?.[0] : undefined;
}
