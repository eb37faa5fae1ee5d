/**
 * The entry that is open in the editor, as the files that it would be saved as.
 */
import type { Locale } from '../../../schemas/brands.ts';
import { type SourcePath, toSourcePath } from '../../model/paths.ts';
import type { TextPlace } from '../../model/place.ts';
import type { ReadFile } from '../../model/source.ts';
import { type ProcessedFolder, processTexts } from '../../pipeline/process-texts.ts';
import { placeOf } from '../../read/place-of.ts';
import { contextOf, type EditorFacts } from '../facts.ts';
import { Recent } from './recent.ts';
import type { FormValues, SourceFormat } from './source-format.ts';

/** A list of entries in the editor: those whose folders lie in one. */
export interface EntryCollection {
  /** Below the content folder. */
  readonly folder: SourcePath;
  readonly isPatch: boolean;
  readonly format: SourceFormat;
}

export interface OpenEntry {
  readonly collection: EntryCollection;
  /** Empty while a new entry has none. */
  readonly slug: string;
  readonly values: ReadonlyMap<Locale, FormValues>;
}

/** One of its texts. */
export interface OpenText {
  readonly entry: OpenEntry;
  readonly locale: Locale;
}

/** A new entry that has not been named yet is checked under this name. */
const unnamed = 'unnamed';

export const folderPathOf = ({ collection, slug }: Omit<OpenEntry, 'values'>): SourcePath =>
  toSourcePath(`${collection.folder}/${slug === '' ? unnamed : slug}`);

export function pathOf(entry: Omit<OpenEntry, 'values'>, locale: Locale): SourcePath {
  const name = `index.${locale}${entry.collection.isPatch ? '.patch' : ''}.md`;
  return toSourcePath(`${folderPathOf(entry)}/${name}`);
}

/** Where a text of the entry lies; nothing for what has no place, such as a name that is none. */
export function placeIn(entry: Omit<OpenEntry, 'values'>, locale: Locale): TextPlace | undefined {
  const { place } = placeOf(pathOf(entry, locale));
  return place?.kind === 'text' ? place : undefined;
}

/** Checks and renders the entry as `npm run check` and the sites do, each text by itself and all of them together. */
export function processEntry(entry: OpenEntry, facts: EditorFacts): ProcessedFolder {
  const folder = folderPathOf(entry);
  const texts = [...entry.values].flatMap(([locale, values]): ReadFile[] => {
    const path = pathOf(entry, locale);
    const { place } = placeOf(path);
    return place === undefined ? [] : [{ path, place, text: fileText(entry.collection.format, values) }];
  });
  const key = JSON.stringify([folder, texts.map(({ path, text }) => [path, text])]);
  return recentOf(processed, facts, 6).get(key, () => processTexts(folder, texts, contextOf(facts)));
}

/** The file that a form would be saved as; kept for forms with a dozen languages, of which one is being written. */
export const fileText = (format: SourceFormat, values: FormValues): string =>
  recentOf(written, format, 24).get(JSON.stringify(values), () => format.toFile(values));

const processed = new WeakMap<EditorFacts, Recent<ProcessedFolder>>();
const written = new WeakMap<SourceFormat, Recent<string>>();

function recentOf<K extends object, T>(known: WeakMap<K, Recent<T>>, key: K, most: number): Recent<T> {
  const recent = known.get(key) ?? new Recent<T>(most);
  known.set(key, recent);
  return recent;
}
