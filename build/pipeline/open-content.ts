/**
 * The content as far as `npm run new` has to know it: the settings, which texts there are, and single folders on demand. Reading
 * and rendering all texts would let an author wait.
 */
import { readFileSync } from 'node:fs';
import type { Locale } from '../../schemas/brands.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Folder } from '../model/catalogue.ts';
import { type CountryFolders, locate, noCountryFolders } from '../model/content-folders.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import type { Scope, TextPlace } from '../model/place.ts';
import type { PlacedFile, SourceFile } from '../model/source.ts';
import { parseContent } from '../parse/parse.ts';
import { type FoundText, listContent } from '../read/list-content.ts';
import { checkName } from '../read/names.ts';
import { placeOf } from '../read/place-of.ts';
import { readTexts } from '../read/read.ts';
import { type ParsedFolder, validateFolder } from '../validate/folders.ts';
import { type Settings, validateSettings } from '../validate/settings.ts';
import { parseSettings, type ReadSettings, readSettings, textsOf } from './settings.ts';

export interface NewContent extends ReadSettings {
  /** Of entries: every text whose place is certain. */
  readonly texts: readonly PlacedFile<TextPlace>[];
  sourceLanguageOf(scope: Scope): Locale;
  has(path: SourcePath): boolean;
  /** A file as it is, with its own line ends and BOM. */
  raw(path: SourcePath): string;
  /** The texts of one folder, with their faults. */
  folder(path: SourcePath): OpenFolder;
  /** What `check` would find in a new text of an entry, or in a new `country.yml`, apart from what other entries say of it. */
  check(path: SourcePath, text: string): readonly Diagnostic[];
}

export interface OpenFolder {
  readonly folder?: Folder;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws the error of the file system */
export function openContent(
  contentFolder: string,
  countryFolders: CountryFolders = noCountryFolders,
): NewContent {
  const list = listContent(contentFolder, countryFolders);
  const read = readSettings(list);
  const { settings } = read;
  const found = textsOf(list).filter(({ unread }) => unread !== true) as readonly (FoundText &
    PlacedFile<TextPlace>)[];
  const paths = new Set([...list.texts.map((text) => text.path), ...list.assets.keys()]);
  const byFolder = Map.groupBy(found, (text) => folderOf(text.path));
  return {
    ...read,
    texts: found,
    sourceLanguageOf: (scope) => settings.forTexts.sourceLanguages.get(scope) ?? settings.sourceLanguage,
    has: (file) => paths.has(file),
    raw: (file) => readFileSync(locate(file, contentFolder, countryFolders), 'utf8'),
    folder(folder) {
      const parsed = parseFolder(folder, readTexts(byFolder.get(folder) ?? []).files);
      const validated = validateFolder(parsed, settings.forTexts);
      return { ...validated, diagnostics: [...parsed.diagnostics, ...validated.diagnostics] };
    },
    check(file, text) {
      const placed = placeOf(file);
      const { place } = placed;
      const diagnostics = [...placed.diagnostics, ...(placed.folder ? [placed.folder.fault] : [])];
      if (place === undefined || diagnostics.length > 0) return diagnostics;
      const all =
        place.kind === 'text'
          ? checkInFolder({ path: file, place, text }, byFolder.get(folderOf(file)) ?? [], settings)
          : checkAmongSettings({ path: file, place, text }, list);
      return [...checkName(file), ...all.filter((diagnostic) => diagnostic.file === file)];
    },
  };
}

function parseFolder(
  folder: SourcePath,
  files: readonly SourceFile[],
): ParsedFolder & { readonly diagnostics: readonly Diagnostic[] } {
  const { documents, unreadable, diagnostics } = parseContent(files);
  return { path: folder, documents: documents as ParsedFolder['documents'], unreadable, diagnostics };
}

function checkInFolder(
  file: SourceFile,
  beside: readonly FoundText[],
  { forTexts }: Settings,
): readonly Diagnostic[] {
  const parsed = parseFolder(folderOf(file.path), [...readTexts(beside).files, file]);
  return [...parsed.diagnostics, ...validateFolder(parsed, forTexts).diagnostics];
}

function checkAmongSettings(file: SourceFile, list: Parameters<typeof parseSettings>[0]): Diagnostic[] {
  const { content, diagnostics } = parseSettings(list, [file]);
  return [...diagnostics, ...validateSettings(content).diagnostics];
}
