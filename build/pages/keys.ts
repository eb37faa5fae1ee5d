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
): (entry: Entry, locale: Locale) => EntryKey {
  const namesOf = publishedNames(assets);
  return (entry, locale) => {
    const variant = entry.variants.get(locale);
    if (variant === undefined) throw new TypeError(`${entry.target} has no variant in ${locale}`);
    const own = edition.languages.filter(({ tag }) => entry.variants.get(tag)?.fallback === false);
    return {
      kind: entry.entry,
      shown: digest(
        [
          entry.origin,
          variant.fieldsDigest,
          variant.locale,
          variant.fallback,
          variant.freshness,
          own.map(({ tag }) => tag),
          variant.folders.map(namesOf),
        ].join('\n'),
      ),
      text: textDigest(variant),
    };
  };
}

const textDigest = ({ bodySource, rulesSource, bodyDigest }: Variant): string =>
  digest([bodySource, rulesSource, bodyDigest].join('\n'));

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
