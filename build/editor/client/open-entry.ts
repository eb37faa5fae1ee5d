import { isLocale, type Locale } from '../../../schemas/brands.ts';
import { withFileNames } from './blob-files.ts';
import type { EntryCollection, OpenEntry } from './entry-form.ts';
import type { ImmutableMap } from './immutable-map.ts';
import type { FormValues } from './source-format.ts';

/**
 * The entry that a form is about, as Sveltia tells of it: the values of one language, and beside them those of the others.
 *
 * @param locale the language of `data`
 * @returns nothing for what is no entry of ours, such as a file of settings
 */
export function openEntry(
  map: ImmutableMap,
  locale: Locale,
  collections: ReadonlyMap<string, EntryCollection>,
): OpenEntry | undefined {
  const { collection: name, slug, data, i18n } = map.toJS() as unknown as SveltiaEntry;
  const collection = collections.get(name);
  if (collection === undefined) return undefined;
  const others = Object.entries(i18n).flatMap(([tag, other]) =>
    isLocale(tag) && isWritten(other.data) ? [[tag, withFileNames(other.data)] as const] : [],
  );
  // The form of a new text has all its fields, empty as they are; a language that is switched off has none.
  const own = Object.keys(data ?? {}).length === 0 ? [] : [[locale, withFileNames(data ?? {})] as const];
  const values = new Map<Locale, FormValues>([...own, ...others]);
  return { collection, slug, values };
}

interface SveltiaEntry {
  readonly collection: string;
  readonly slug: string;
  readonly data: FormValues | undefined;
  readonly i18n: Readonly<Record<string, { readonly data: FormValues | undefined }>>;
}

/** A language that is switched off has no values, or none that says anything. */
const isWritten = (values: FormValues | undefined): values is FormValues =>
  Object.values(values ?? {}).some((value) => value !== undefined && value !== '' && value !== null);
