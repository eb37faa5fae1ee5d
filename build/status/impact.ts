/**
 * What a change of the content does to the national sites.
 *
 * In: the sites as they were and as they are. Out: the pages whose text, pictures or files differ, the translations that the change
 * makes stale, and the national versions from under which the shared text moves.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Edition, Variant } from '../model/edition.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import { derivedOf } from './derived-texts.ts';

export interface Impact {
  readonly countries: readonly CountryImpact[];
  /** Translations that were made from the original as it was. */
  readonly stale: readonly SourcePath[];
  /** Patches and replacements that were made from the shared text as it was. */
  readonly conflicts: readonly SourcePath[];
  /** Stale translations and diverged national texts that fit again. */
  readonly mended: readonly SourcePath[];
  /** Changed files that every page of a site, or of all sites, may show something of. */
  readonly settings: readonly SourcePath[];
}

export interface CountryImpact {
  readonly country: CountryCode;
  readonly pages: readonly PageImpact[];
}

export interface PageImpact {
  readonly locale: Locale;
  /** Language-free address: `/courses/play/`. */
  readonly target: string;
  readonly change: 'added' | 'changed' | 'removed';
}

/** The content at one time. */
export interface ContentState {
  readonly catalogue: Catalogue;
  readonly editions: readonly Edition[];
}

export interface Comparison {
  readonly before: ContentState;
  readonly after: ContentState;
  /** Files that differ, whatever they are. */
  readonly files: readonly SourcePath[];
}

export function impactOf({ before, after, files }: Comparison): Impact {
  const codes = [
    ...new Set([...before.editions, ...after.editions].map(({ country }) => country.code)),
  ].toSorted();
  const ofCode = ({ editions }: ContentState, code: CountryCode): Edition | undefined =>
    editions.find(({ country }) => country.code === code);
  const touched = new Set(files.filter((file) => !file.endsWith('.md')).map(folderOf));
  const [was, is] = [fitOf(before), fitOf(after)];
  return {
    countries: codes
      .map((country) => ({
        country,
        pages: pageImpacts(ofCode(before, country), ofCode(after, country), touched),
      }))
      .filter(({ pages }) => pages.length > 0),
    stale: [...is.stale].filter((file) => !was.stale.has(file)).toSorted(),
    conflicts: [...is.diverged].filter((file) => !was.diverged.has(file)).toSorted(),
    mended: [...was.stale, ...was.diverged].filter((file) => is.fitting.has(file)).toSorted(),
    settings: files.filter((file) => settings.test(file)),
  };
}

const settings = /^(?:site\.yml|taxonomy\/.*\.yml|strings\/[^/]*\.po|countries\/[a-z]{2}\/[^/]+)$/;

function pageImpacts(
  before: Edition | undefined,
  after: Edition | undefined,
  touched: ReadonlySet<SourcePath>,
): PageImpact[] {
  const [was, is] = [pagesOf(before), pagesOf(after)];
  const keys = [...new Set([...is.keys(), ...was.keys()])].toSorted();
  return keys.flatMap((key): PageImpact[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const page = now ?? old;
    if (page === undefined) return [];
    const { target, locale } = page;
    if (old === undefined) return [{ locale, target, change: 'added' }];
    if (now === undefined) return [{ locale, target, change: 'removed' }];
    const isSame = old.shows === now.shows && !now.variant.folders.some((folder) => touched.has(folder));
    return isSame ? [] : [{ locale, target, change: 'changed' }];
  });
}

interface PageText {
  readonly target: string;
  readonly locale: Locale;
  readonly variant: Variant;
  /** Changes with what a reader gets to read. */
  readonly shows: string;
}

function pagesOf(edition: Edition | undefined): ReadonlyMap<string, PageText> {
  const pages = new Map<string, PageText>();
  if (edition === undefined) return pages;
  for (const { target, variants } of edition.entries.values())
    for (const [locale, variant] of variants) {
      const { fieldsDigest, bodyDigest, fallback, folders } = variant;
      const shows = JSON.stringify([variant.locale, fallback, fieldsDigest, bodyDigest, folders]);
      pages.set(`${target} ${locale}`, { target, locale, variant, shows });
    }
  return pages;
}

interface Fit {
  readonly stale: ReadonlySet<SourcePath>;
  readonly diverged: ReadonlySet<SourcePath>;
  readonly fitting: ReadonlySet<SourcePath>;
}

/** Of texts in the languages of the sites, whether a page shows them or a country has laid its own over them. */
function fitOf({ catalogue, editions }: ContentState): Fit {
  const codes = new Set<string>(editions.map(({ country }) => country.code));
  const locales = new Set(editions.flatMap(({ languages }) => languages.map(({ tag }) => tag)));
  const fit = {
    stale: new Set<SourcePath>(),
    diverged: new Set<SourcePath>(),
    fitting: new Set<SourcePath>(),
  };
  for (const folder of catalogue.folders.values()) {
    if (folder.scope !== 'shared' && !codes.has(folder.scope)) continue;
    for (const { text, kind, basis, hash } of derivedOf(folder, catalogue)) {
      if (hash === undefined || !locales.has(text.place.locale)) continue;
      if (hash === basis.contentHash) fit.fitting.add(text.path);
      else (kind === 'translation' ? fit.stale : fit.diverged).add(text.path);
    }
  }
  return fit;
}
