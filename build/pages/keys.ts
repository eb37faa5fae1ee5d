/**
 * Digests of all that pages are made from, so that a build can tell which pages a change touches without making them.
 *
 * What a page shows of an entry comes from the fields of its texts (whose digests a variant carries), from how they were resolved,
 * and from the published files beside them.
 */
import { hash } from 'node:crypto';
import type { Locale } from '../../schemas/brands.ts';
import type { Edition, Entry, Variant } from '../model/edition.ts';
import type { SourcePath } from '../model/paths.ts';
import { folderOf } from '../model/paths.ts';
import type { PublishedAsset } from '../model/published.ts';
import type { EntryKey } from './pages.ts';
import type { PagesContext, View } from './view.ts';

export function createEntryKeys(
  edition: Edition,
  { assets }: PagesContext,
): (entry: Entry) => (locale: Locale) => EntryKey {
  const namesOf = publishedNames(assets);
  return (entry) => {
    const own = edition.languages.filter(({ tag }) => entry.variants.get(tag)?.fallback === false);
    const common = `${entry.origin} ${own.map(({ tag }) => tag).join(' ')}`;
    return (locale) => {
      const variant = entry.variants.get(locale);
      if (variant === undefined) throw new TypeError(`${entry.target} has no variant in ${locale}`);
      const { shown, text } = variantKeys(variant, namesOf);
      return { kind: entry.entry, shown: `${shown} ${common}`, text };
    };
  };
}

/** A variant may stand in several countries, and those have the same files beside it. */
const knownKeys = new WeakMap<Variant, { readonly shown: string; readonly text: string }>();

function variantKeys(variant: Variant, namesOf: (folder: SourcePath) => string) {
  const { fieldsDigest, locale, fallback, freshness, folders, bodySource, rulesSource, bodyDigest } = variant;
  const keys = knownKeys.get(variant) ?? {
    shown: digest([fieldsDigest, locale, fallback, freshness, folders.map(namesOf)].join('\n')),
    text: digest([bodySource, rulesSource, bodyDigest].join('\n')),
  };
  knownKeys.set(variant, keys);
  return keys;
}

/** What all pages of a language share: words, formats, colours, navigation, and the settings that stand behind them. */
export function languageKey({ context, edition, chrome }: View): string {
  return digest(JSON.stringify([context.settingsDigest(edition), chrome]));
}

/** The names of the published files beside a text. */
function publishedNames(assets: ReadonlyMap<SourcePath, PublishedAsset>): (folder: SourcePath) => string {
  const byFolder = new Map<SourcePath, string>();
  for (const [source, { path }] of assets) {
    const folder = folderOf(source);
    byFolder.set(folder, `${byFolder.get(folder) ?? ''} ${source}=${path}`);
  }
  return (folder) => byFolder.get(folder) ?? '';
}

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16);
