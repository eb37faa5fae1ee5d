/**
 * The formats of files that the editor registers (`CMS.registerCustomFormat`), so that saving changes only what was edited.
 *
 * An extension stands here and not in the collections: Sveltia takes it from the registered format, and refuses a collection that
 * says `md` beside a format that is none of its own.
 */
import type { EntryKind } from '../../model/place.ts';

export type SettingsKind = 'country' | 'site' | 'taxonomy' | 'glossary' | 'framework';

export interface EditorFormat {
  readonly name: string;
  /** Without a dot before it: `md`, `patch.md`, `yml`. */
  readonly extension: string;
  /** The schema of the fields. */
  readonly entry: EntryKind | SettingsKind;
  /** Whether the fields stand above a text (an original or a translation, or a country's patch of one), or are the whole file. */
  readonly role: 'text' | 'patch' | 'settings';
}

export const entryKinds = ['course', 'lesson', 'material', 'group', 'page'] as const;
const settingsKinds = ['country', 'site', 'taxonomy', 'glossary', 'framework'] as const;

export const formatNameOf = (entry: EntryKind | SettingsKind, isPatch = false): string =>
  `passport-${entry}${isPatch ? '-patch' : ''}`;

export const editorFormats: readonly EditorFormat[] = [
  ...entryKinds.flatMap((entry): EditorFormat[] => [
    { name: formatNameOf(entry), extension: 'md', entry, role: 'text' },
    { name: formatNameOf(entry, true), extension: 'patch.md', entry, role: 'patch' },
  ]),
  ...settingsKinds.map(
    (entry): EditorFormat => ({ name: formatNameOf(entry), extension: 'yml', entry, role: 'settings' }),
  ),
];
