/** Resolves the countries and plans their pages: the part of the pipeline that every process does for itself. */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Translate } from '../../templates/locale/locale.ts';
import { createTranslate } from '../../templates/locale/translate.ts';
import { type StyleSheets, styleSheets, type Theme } from '../../templates/styles/stylesheet.ts';
import { typographText } from '../markdown/typography.ts';
import type { Catalogue, CountryDocument } from '../model/catalogue.ts';
import { type SourcePath, sha256 } from '../model/paths.ts';
import type { PublishedAsset } from '../model/published.ts';
import type { BodyLookup } from '../model/rendered.ts';
import { type EditionPages, planPages } from '../pages/pages.ts';
import type { PagesContext } from '../pages/view.ts';
import { recallEdition, resolveEdition } from '../resolve/resolve.ts';
import { plainMaps } from './load-content.ts';
import type { OwnFiles } from './own-files.ts';
import { rememberConverters, stringsInBothScripts } from './script-converters.ts';

export type PlannedEdition = EditionPages;

export interface EditionOptions {
  /** Without it, every country. */
  readonly countries?: readonly string[];
  /** Also drafts and texts under review. */
  readonly drafts: boolean;
  /** Where the sites are served, one folder each; without it, each at the address in its `country.yml`. */
  readonly baseUrl?: string;
}

export interface EditionContent {
  readonly catalogue: Catalogue;
  readonly bodies: BodyLookup;
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  readonly themes: ReadonlyMap<CountryCode, Theme>;
  readonly own: OwnFiles;
}

export function planEditions(content: EditionContent, options: EditionOptions): PlannedEdition[] {
  const context = createContext(content, options);
  return selectCountries(content.catalogue, options.countries).map((country) => {
    const edition = resolveEdition(content.catalogue, country, options);
    return planPages(edition, context);
  });
}

/**
 * The same, when it is known which entries each edition has: nothing is resolved before somebody asks for it.
 *
 * @param targets addresses of the entries of a country, sorted
 */
export function recallEditions(
  content: EditionContent,
  options: EditionOptions,
  targets: (country: CountryCode) => readonly string[],
): PlannedEdition[] {
  const context = createContext(content, options);
  return selectCountries(content.catalogue, options.countries).map((country) =>
    planPages(recallEdition(content.catalogue, country, targets(country.code), options), context),
  );
}

export const selectCountries = (
  { countries }: Catalogue,
  wanted?: readonly string[],
): readonly CountryDocument[] =>
  wanted === undefined ? countries : countries.filter((country) => wanted.includes(country.code));

function createContext(
  { catalogue, bodies, assets, themes, own }: EditionContent,
  { baseUrl }: EditionOptions,
): PagesContext {
  const translators = new Map<Locale, Translate>();
  const sheets = new Map<CountryCode, StyleSheets>();
  const { site, taxonomies, frameworks } = catalogue;
  const converter = rememberConverters(site.spellings);
  const strings = stringsInBothScripts(catalogue, converter);
  let shared: string | undefined;
  return {
    catalogue,
    bodies,
    assets,
    scripts: own.scripts,
    lastingScripts: own.lastingScripts,
    mirrorProgram: own.mirrorProgram,
    converter,
    typograph: rememberTexts(typographText),
    translate(locale) {
      const translate = translators.get(locale) ?? createTranslate(strings.get(locale));
      translators.set(locale, translate);
      return translate;
    },
    siteUrl: ({ country }) =>
      baseUrl === undefined ? country.country.url : `${baseUrl.replace(/\/*$/, '/')}${country.code}/`,
    css({ country: { code } }) {
      const sheet = sheets.get(code) ?? styleSheets(known(themes, code));
      sheets.set(code, sheet);
      return sheet;
    },
    icons: ({ country: { code } }) => known(own.icons, code),
    settingsDigest({ country: { code, country } }) {
      shared ??= sha256(
        JSON.stringify({ site, taxonomies, frameworks, strings: catalogue.strings }, plainMaps),
      );
      return sha256(`${shared} ${JSON.stringify([country, known(themes, code)])}`);
    },
  };
}

/** The same words stand in several countries, in every language that falls back to them, and on many pages. */
function rememberTexts(
  typograph: (text: string, locale: Locale) => string,
): (text: string, locale: Locale) => string {
  const known = new Map<Locale, Map<string, string>>();
  return (text, locale) => {
    const ofLocale = known.get(locale) ?? new Map<string, string>();
    known.set(locale, ofLocale);
    const set = ofLocale.get(text) ?? typograph(text, locale);
    ofLocale.set(text, set);
    return set;
  };
}

function known<T>(byCountry: ReadonlyMap<CountryCode, T>, code: CountryCode): T {
  const found = byCountry.get(code);
  if (found === undefined) throw new TypeError(`nothing was prepared for ${code}`);
  return found;
}
