/**
 * The pipeline: composes the stages, which do not know each other.
 *
 * read → parse → validate → markdown → references → assets | for each country: resolve → pages | Eleventy → search → output
 */
import type { CountryCode, Locale } from '../schemas/brands.ts';
import type { Translate } from '../templates/locale/locale.ts';
import { createTranslate } from '../templates/locale/translate.ts';
import { styleSheets } from '../templates/styles/stylesheet.ts';
import { prepareAssets } from './assets/assets.ts';
import { bundleScript } from './client/bundle.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic.ts';
import { compilePages } from './eleventy/compile-pages.ts';
import { typographText } from './markdown/typography.ts';
import type { Catalogue, CountryDocument, Folder } from './model/catalogue.ts';
import type { Edition } from './model/edition.ts';
import { folderOf, type SourcePath, toOutputPath } from './model/paths.ts';
import type { PublishedAsset } from './model/published.ts';
import type { RenderedBodies, RenderedBody } from './model/rendered.ts';
import { recoverOutput } from './output/recover.ts';
import { openStaging, type Staging } from './output/staging.ts';
import { type EditionPages, planPages } from './pages/pages.ts';
import type { PagesContext } from './pages/view.ts';
import { processFolder } from './pipeline/process-folder.ts';
import { readSettings, textsOf } from './pipeline/settings.ts';
import { listContent } from './read/list-content.ts';
import { readTexts } from './read/read.ts';
import { checkReferences } from './references/references.ts';
import { resolveEdition } from './resolve/resolve.ts';
import { buildSearchBundle, closeSearch } from './search/search.ts';

export interface ContentOptions {
  readonly contentFolder: string;
}

/** The content after every stage that is done once for all countries. */
export interface CheckedContent {
  readonly catalogue: Catalogue;
  readonly bodies: RenderedBodies;
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  /** Decoded texts by path, to show the lines of a fault. */
  readonly texts: ReadonlyMap<string, string>;
  readonly editions: readonly PlannedEdition[];
  /** All faults of all files, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlannedEdition extends EditionPages {
  readonly edition: Edition;
}

export interface PlanOptions extends ContentOptions {
  /** Without it, every country. */
  readonly countries?: readonly string[];
  /** Also drafts and texts under review. */
  readonly drafts: boolean;
  /** Where the sites are served, one folder each; without it, each at the address in its `country.yml`. */
  readonly baseUrl?: string;
}

export interface BuildOptions extends PlanOptions {
  /** The folder that gets one site for each country. */
  readonly out: string;
  /** Told of each stage as it begins. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops between two stages; what was staged is removed. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly stage: 'content' | 'pages' | 'search' | 'publish';
  /** Of pages or of bundles. */
  readonly count?: number;
}

export interface BuildResult {
  readonly content: CheckedContent;
  /** Empty when the content has faults: nothing was written. */
  readonly sites: readonly BuiltSite[];
}

export interface BuiltSite {
  readonly country: CountryCode;
  readonly languages: readonly Locale[];
  readonly pages: number;
}

/** Reads, checks and plans everything, and writes nothing. */
export async function checkContent(options: PlanOptions): Promise<CheckedContent> {
  const list = listContent(options.contentFolder);
  const settings = readSettings(list);
  const folders = new Map<SourcePath, Folder>();
  const bodies = new Map<SourcePath, RenderedBody>();
  const unreadable = [...settings.unreadable];
  const inFolders: Diagnostic[] = [];
  for (const [path, texts] of Map.groupBy(textsOf(list), (text) => folderOf(text.path))) {
    const processed = processFolder(path, texts, settings.settings.forTexts);
    if (processed.folder !== undefined) folders.set(path, processed.folder);
    for (const [key, body] of processed.bodies) bodies.set(key, body);
    unreadable.push(...processed.unreadable);
    inFolders.push(...processed.diagnostics);
  }
  const catalogue: Catalogue = { ...settings.settings, folders };
  const references = checkReferences({ catalogue, bodies, unreadable });
  const prepared = await prepareAssets(catalogue, bodies);
  const found = [list, settings, { diagnostics: inFolders }, { diagnostics: references }, prepared].flatMap(
    (stage) => stage.diagnostics,
  );
  const content = {
    catalogue,
    bodies,
    assets: prepared.assets,
    texts: new Map<string, string>(readTexts(list.texts).files.map((file) => [file.path, file.text])),
  };
  // Pages of faulty content would only repeat its faults.
  const editions = hasErrors(found) ? [] : await planEditions(content, options);
  return {
    ...content,
    editions,
    diagnostics: sortDiagnostics([...found, ...editions.flatMap((edition) => edition.diagnostics)]),
  };
}

/** Builds the sites; when the content has errors nothing is written and the published sites stay. */
export async function buildSites(options: BuildOptions): Promise<BuildResult> {
  const { onProgress = () => {}, signal } = options;
  await recoverOutput(options.out);
  onProgress({ stage: 'content' });
  const content = await checkContent(options);
  if (hasErrors(content.diagnostics)) return { content, sites: [] };
  const staging = await openStaging(options.out);
  // A terminal's Ctrl-C reaches Pagefind's process too, whose answer we would wait for in vain.
  const endSearch = (): void => void closeSearch();
  signal?.addEventListener('abort', endSearch);
  try {
    const pages = content.editions.flatMap((edition) => edition.pages);
    signal?.throwIfAborted();
    onProgress({ stage: 'pages', count: pages.length });
    await compilePages(pages, staging.folder);
    for (const edition of content.editions) await writeAssets(edition, staging);
    signal?.throwIfAborted();
    onProgress({
      stage: 'search',
      count: content.editions.flatMap(({ edition }) => edition.languages).length,
    });
    for (const edition of content.editions) await writeSearch(edition, staging);
    signal?.throwIfAborted();
    onProgress({ stage: 'publish' });
    const countries = content.editions.map(({ edition }) => edition.country.code);
    await staging.publish(countries, options.countries === undefined ? { keepOnly: countries } : {});
  } finally {
    signal?.removeEventListener('abort', endSearch);
    await closeSearch();
    await staging.discard();
  }
  const sites = content.editions.map(({ edition, pages }) => ({
    country: edition.country.code,
    languages: edition.languages.map(({ tag }) => tag),
    pages: pages.length,
  }));
  return { content, sites };
}

async function planEditions(
  content: Pick<CheckedContent, 'catalogue' | 'bodies' | 'assets'>,
  options: PlanOptions,
): Promise<PlannedEdition[]> {
  const context = await createContext(content, options);
  return selectCountries(content.catalogue, options.countries).map((country) => {
    const edition = resolveEdition(content.catalogue, country, options);
    return { edition, ...planPages(edition, context) };
  });
}

async function createContext(
  { catalogue, bodies, assets }: Pick<CheckedContent, 'catalogue' | 'bodies' | 'assets'>,
  { baseUrl }: PlanOptions,
): Promise<PagesContext> {
  const translators = new Map<Locale, Translate>();
  const searchScript = await bundleScript('search');
  return {
    catalogue,
    bodies,
    assets,
    searchScript,
    typograph: typographText,
    translate(locale) {
      const translate = translators.get(locale) ?? createTranslate(catalogue.strings.get(locale));
      translators.set(locale, translate);
      return translate;
    },
    siteUrl: ({ country }) =>
      baseUrl === undefined ? country.country.url : `${baseUrl.replace(/\/*$/, '/')}${country.code}/`,
    css: (edition) => styleSheets(themeOf(edition.country, assets)),
  };
}

function themeOf({ code, country }: CountryDocument, assets: ReadonlyMap<SourcePath, PublishedAsset>) {
  const motif =
    country.theme?.motif === undefined
      ? undefined
      : assets.get(`countries/${code}/${country.theme.motif}` as SourcePath);
  return {
    accent: country.theme?.accent ?? defaultAccent,
    ...(motif !== undefined && { motifSvg: Buffer.from(motif.bytes).toString('utf8') }),
  };
}

/** The blue of UNICEF, for a country that has not chosen. */
const defaultAccent = '#1c75bc';

const selectCountries = ({ countries }: Catalogue, wanted?: readonly string[]): readonly CountryDocument[] =>
  wanted === undefined ? countries : countries.filter((country) => wanted.includes(country.code));

async function writeAssets({ edition, assets }: PlannedEdition, staging: Staging): Promise<void> {
  for (const { path, bytes } of assets)
    await staging.write(toOutputPath(`${edition.country.code}${path}`), bytes);
}

async function writeSearch({ edition, records }: PlannedEdition, staging: Staging): Promise<void> {
  for (const { tag } of edition.languages) {
    const files = await buildSearchBundle(
      records.filter((record) => record.locale === tag),
      tag,
    );
    for (const { path, bytes } of files)
      await staging.write(
        toOutputPath(`${edition.country.code}/${tag.toLowerCase()}/pagefind/${path}`),
        bytes,
      );
  }
}
