/**
 * The settings as they are kept: checking them takes longer than making the pages of one text.
 */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Country } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { CountryDocument } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import { parseContent } from '../parse/parse.ts';
import { parsePluralRule } from '../parse/plural-rule.ts';
import type { ContentList, FoundText } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import type { Settings } from '../validate/settings.ts';

/** Plain data: what is made from a file is made again from it. */
export interface StoredSettings extends Omit<Settings, 'assets' | 'countries' | 'strings'> {
  readonly countries: readonly StoredCountry[];
  readonly strings: ReadonlyMap<Locale, Omit<MessageCatalogue, 'pluralIndex'>>;
}

interface StoredCountry {
  readonly code: CountryCode;
  readonly country: Country;
  readonly path: SourcePath;
}

const fileOf = (cacheFolder: string): string => path.join(cacheFolder, 'settings');

/** @param key of the files that they were made from */
export const keepSettings = (cacheFolder: string, key: string, settings: Settings): void =>
  writeCached(fileOf(cacheFolder), key, serialize(toStoredSettings(settings)));

export function readKeptSettings(
  cacheFolder: string,
  key: string,
  list: Omit<ContentList, 'diagnostics'>,
): Settings | undefined {
  const kept = readCached(fileOf(cacheFolder), key);
  return kept && reviveSettings(deserialize(kept) as StoredSettings, list);
}

export function toStoredSettings({ assets: _, countries, strings, ...plain }: Settings): StoredSettings {
  return {
    ...plain,
    countries: countries.map(({ code, country, document }) => ({ code, country, path: document.path })),
    strings: new Map(
      [...strings].map(([locale, { pluralForms, messages }]) => [locale, { pluralForms, messages }]),
    ),
  };
}

export function reviveSettings(
  { countries, strings, ...plain }: StoredSettings,
  { texts, assets }: Omit<ContentList, 'diagnostics'>,
): Settings {
  return {
    ...plain,
    assets,
    countries: countries.map((country) => reviveCountry(country, texts)),
    strings: new Map(
      [...strings].map(([locale, { pluralForms, messages }]) => [
        locale,
        { pluralForms, messages, pluralIndex: parsePluralRule(pluralForms)?.index ?? (() => 0) },
      ]),
    ),
  };
}

/** The file of a country is read again when somebody asks where a value stands in it. */
function reviveCountry({ code, country, path }: StoredCountry, texts: readonly FoundText[]): CountryDocument {
  const read = (): Document => {
    const found = texts.filter((text) => text.path === path);
    const [document] = parseContent(readTexts(found).files).documents;
    if (document === undefined) throw new TypeError(`${path} can no longer be read`);
    return document;
  };
  let known: Document | undefined;
  const document = (): Document => {
    known ??= read();
    return known;
  };
  return {
    code,
    country,
    get document() {
      return document();
    },
  };
}
