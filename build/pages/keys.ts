/**
 * Digests of all that pages are made from, so that a build can tell which pages a change touches without making them.
 *
 * What a page shows of an entry comes from the fields of its texts (whose digests a variant carries), from how they were resolved,
 * from the published files beside them, and from the names of their quizzes.
 */
import { hash } from 'node:crypto';
import type { Locale } from '../../schemas/brands.ts';
import { bundleLanguage, type Edition, type Entry, type Variant } from '../model/edition.ts';
import type { SourcePath } from '../model/paths.ts';
import { folderOf } from '../model/paths.ts';
import type { EntryKey } from './pages.ts';
import type { PagesContext, View } from './view.ts';

export type KeysOf = (entry: Entry) => (locale: Locale) => EntryKey;

export function createEntryKeys(edition: Edition, context: PagesContext): KeysOf {
  const known = new WeakMap<Entry, string>();
  const sharing = Map.groupBy(
    edition.languages
      .map((language) => [bundleLanguage(language, edition), language.tag] as const)
      .filter(([bundle, tag]) => bundle !== tag),
    ([bundle]) => bundle,
  );
  const commonOf = (entry: Entry): string => {
    const own = edition.languages.filter(({ tag }) => entry.variants.get(tag)?.fallback === false);
    return `${entry.origin} ${own.map(({ tag }) => tag).join(' ')}`;
  };
  return (entry) => {
    const common = known.get(entry) ?? commonOf(entry);
    known.set(entry, common);
    return (locale) => {
      const variant = entry.variants.get(locale);
      if (variant === undefined) throw new TypeError(`${entry.target} has no variant in ${locale}`);
      const { shown, text } = variantKeys(variant, context);
      const stale = variant.freshness === 'stale';
      // Search knows the text in both scripts.
      const others = (sharing.get(locale) ?? []).map(([, other]) =>
        variantKeys(entry.variants.get(other) ?? variant, context),
      );
      const both =
        others.length === 0 ? text : `${text} ${others.map((key) => key.shown + key.text).join(' ')}`;
      return { kind: entry.entry, shown: `${shown} ${common}`, text: both, ...(stale && { stale }) };
    };
  };
}

/** A variant may stand in several countries, and those have the same files beside it. */
const knownKeys = new WeakMap<Variant, { readonly shown: string; readonly text: string }>();

function variantKeys(variant: Variant, { assets, bodies }: PagesContext) {
  const namesOf = (folder: SourcePath): string => publishedNames(assets).get(folder) ?? '';
  const { fieldsDigest, locale, fallback, folders, bodySource, rulesSource, bodyDigest } = variant;
  const keys = knownKeys.get(variant) ?? {
    shown: digest(
      [
        fieldsDigest,
        locale,
        fallback,
        folders.map(namesOf),
        // A certificate asks for them.
        bodies.get(bodySource)?.markedQuizzes,
      ].join('\n'),
    ),
    text: digest([bodySource, rulesSource, bodyDigest].join('\n')),
  };
  knownKeys.set(variant, keys);
  return keys;
}

/** What all pages of a language share: words, formats, colours, navigation, and the settings that stand behind them. */
export function languageKey({ context, edition, chrome }: View): string {
  return digest(JSON.stringify([context.settingsDigest(edition), chrome]));
}

type PublishedAssets = PagesContext['assets'];

const knownNames = new WeakMap<PublishedAssets, ReadonlyMap<SourcePath, string>>();

/** The names of the published files beside a text, by folder. */
function publishedNames(assets: PublishedAssets): ReadonlyMap<SourcePath, string> {
  const known = knownNames.get(assets);
  if (known !== undefined) return known;
  const byFolder = new Map<SourcePath, string>();
  for (const [source, { path }] of assets) {
    const folder = folderOf(source);
    byFolder.set(folder, `${byFolder.get(folder) ?? ''} ${source}=${path}`);
  }
  knownNames.set(assets, byFolder);
  return byFolder;
}

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16);
