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
  const texts = [...entry.values].flatMap(([locale, values]): ReadFile[] => {
    const path = pathOf(entry, locale);
    const { place } = placeOf(path);
    return place === undefined ? [] : [{ path, place, text: entry.collection.format.toFile(values) }];
  });
  return processTexts(folderPathOf(entry), texts, contextOf(facts));
}
