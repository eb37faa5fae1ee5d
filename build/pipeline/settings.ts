import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlacedFile } from '../model/source.ts';
import { parseContent } from '../parse/parse.ts';
import type { ContentList, FoundText } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import { type Settings, validateSettings } from '../validate/settings.ts';

export interface ReadSettings {
  readonly settings: Settings;
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks the few files that all texts depend on: the site, its vocabularies, interface strings and countries. */
export function readSettings(list: Omit<ContentList, 'diagnostics'>): ReadSettings {
  const read = readTexts(settingsOf(list));
  const parsed = parseContent(read.files);
  const { documents, strings, unreadable } = parsed;
  const validated = validateSettings({
    documents,
    strings,
    unreadable,
    files: list.texts,
    assets: list.assets,
  });
  return {
    settings: validated.settings,
    unreadable,
    diagnostics: [...read.diagnostics, ...parsed.diagnostics, ...validated.diagnostics],
  };
}

/** The files that all texts depend on. */
export const settingsOf = ({ texts }: Pick<ContentList, 'texts'>): readonly FoundText[] =>
  texts.filter(({ place }) => place.kind !== 'text');

/** The texts of entries. */
export const textsOf = ({ texts }: Pick<ContentList, 'texts'>): readonly FoundText[] =>
  texts.filter(({ place }) => place.kind === 'text');
