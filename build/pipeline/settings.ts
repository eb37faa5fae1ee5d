import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlacedFile, SourceFile } from '../model/source.ts';
import { parseContent } from '../parse/parse.ts';
import type { ContentList, FoundText } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import { type Settings, type SettingsContent, validateSettings } from '../validate/settings.ts';

export interface ReadSettings {
  readonly settings: Settings;
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks the few files that all texts depend on: the site, its vocabularies, interface strings and countries. */
export function readSettings(list: Omit<ContentList, 'diagnostics'>): ReadSettings {
  const { content, diagnostics } = parseSettings(list);
  const validated = validateSettings(content);
  return {
    settings: validated.settings,
    unreadable: content.unreadable,
    diagnostics: [...diagnostics, ...validated.diagnostics],
  };
}

/** @param more files that are not written yet */
export function parseSettings(
  list: Omit<ContentList, 'diagnostics'>,
  more: readonly SourceFile[] = [],
): { readonly content: SettingsContent; readonly diagnostics: readonly Diagnostic[] } {
  const read = readTexts(settingsOf(list));
  const { diagnostics, ...parsed } = parseContent([...read.files, ...more]);
  return {
    content: { ...parsed, files: [...list.texts, ...more], assets: list.assets },
    diagnostics: [...read.diagnostics, ...diagnostics],
  };
}

/** The files that all texts depend on. */
export const settingsOf = ({ texts }: Pick<ContentList, 'texts'>): readonly FoundText[] =>
  texts.filter(({ place }) => place.kind !== 'text');

/** The texts of entries. */
export const textsOf = ({ texts }: Pick<ContentList, 'texts'>): readonly FoundText[] =>
  texts.filter(({ place }) => place.kind === 'text');
