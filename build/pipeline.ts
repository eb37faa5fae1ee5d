/**
 * The pipeline: composes the stages, which do not know each other.
 *
 * read → parse → validate → markdown | references → assets | for each country: resolve → pages | Eleventy → search → output
 *
 * Everything that only one entry decides is kept from build to build, and so is what each page was made from: a build makes anew
 * what a change touches, and gives the same bytes as one that begins from nothing.
 */
import type { CountryCode, Locale } from '../schemas/brands.ts';
import type { Theme } from '../templates/styles/stylesheet.ts';
import { type EarlyPictures, prepareAssets, preparePicturesEarly } from './assets/assets.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { CountryFolders } from './model/content-folders.ts';
import type { SourcePath } from './model/paths.ts';
import type { PublishedAsset } from './model/published.ts';
import type { Asset } from './model/source.ts';
import { type AssetIndex, noShelf } from './pipeline/asset-store.ts';
import { type BuildWork, type FinishedBuild, openWork } from './pipeline/build-work.ts';
import { type ContentWork, openContentWork } from './pipeline/content-work.ts';
import { indexContent, type LoadedContent, loadContent } from './pipeline/load-content.ts';
import { makeOwnFiles, noOwnFiles, type OwnFiles, type OwnPrograms } from './pipeline/own-files.ts';
import { type EditionOptions, type PlannedEdition, planEditions } from './pipeline/plan-editions.ts';
import type { OnProgress } from './pipeline/progress.ts';
import { readTextsOf } from './pipeline/read-texts-of.ts';
import { describeSession, type Session } from './pipeline/session.ts';
import type { SourceIndex } from './pipeline/source-index.ts';
import { themesOf } from './pipeline/themes.ts';
import { writeBodyEdits } from './pipeline/write-body-edits.ts';
import { type WrittenSites, writeSites } from './pipeline/write-sites.ts';
import { type ContentList, listContent } from './read/list-content.ts';
import { checkReferences } from './references/references.ts';
import type { TextContext } from './validate/folders.ts';

export type { PlannedEdition } from './pipeline/plan-editions.ts';
export type { Progress } from './pipeline/progress.ts';

export interface PlanOptions extends EditionOptions {
  readonly contentFolder: string;
  readonly countryFolders?: CountryFolders;
}

/** The content after every stage that is done once for all countries. */
export interface CheckedContent {
  readonly catalogue: Catalogue;
  /** What single texts are checked against. */
  readonly context: TextContext;
  /** Every text that was checked, by path; decoded where it has a fault, to show its lines. */
  readonly texts: ReadonlyMap<string, string>;
  /** Empty when the content has errors. */
  readonly editions: readonly PlannedEdition[];
  /** All faults of all files, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildOptions extends PlanOptions {
  /** The folder that gets one site for each country. */
  readonly out: string;
  /** Where results are kept for the next build; without it nothing is kept. */
  readonly cache?: string;
  /** Make everything anew, whatever is kept. */
  readonly clean?: boolean;
  /** `false` leaves out the search bundles, without which the search page finds nothing. */
  readonly search?: boolean;
  /** Told of each stage as it begins, and of its progress. */
  readonly onProgress?: OnProgress;
  /** Stops between two steps; what was staged is removed. */
  readonly signal?: AbortSignal;
}

export interface BuildResult {
  /** All faults of all files, sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every text that was checked, by path; decoded where it has a fault, to show its lines. */
  readonly texts: ReadonlyMap<string, string>;
  /** Empty when the content has errors, or a page is too heavy: nothing was published. */
  readonly sites: readonly BuiltSite[];
}

export interface BuiltSite {
  readonly country: CountryCode;
  /** Of the country, in English where there is an English name. */
  readonly name: string;
  readonly languages: readonly Locale[];
  readonly pages: number;
  /** Pages of texts that were made anew. */
  readonly made: number;
}

/** Reads, checks and plans everything, and writes nothing. */
export async function checkContent(options: PlanOptions): Promise<CheckedContent> {
  const list = listContent(options.contentFolder, options.countryFolders);
  const loaded = await loadContent({ list, index: indexContent(list, '', undefined, 0), trustedBeforeMs: 0 });
  const planned = await planSites(loaded, list, options);
  return planned.content;
}

/** Builds the sites; when the content has errors nothing is written and the published sites stay. */
export async function buildSites(options: BuildOptions): Promise<BuildResult> {
  const { onProgress = () => {}, signal } = options;
  const work = await openWork(options);
  try {
    onProgress({ stage: 'content' });
    const list = work.list(options.contentFolder, options.countryFolders);
    const index = work.index(list);
    const finished = work.last();
    if (finished !== undefined) {
      const digest = work.digest(list, index);
      const isUntouched = (): Promise<boolean> => areUntouched(finished, work);
      if (finished.digest === digest?.all && (await isUntouched())) {
        const { diagnostics, sites } = finished;
        return { diagnostics, texts: readTextsOf(diagnostics, list), sites: sites.map(withNothingMade) };
      }
      const edited = await writeBodyEdits({ list, index, digest, finished, isUntouched, work, options });
      if (edited) return edited;
    }
    const { loaded, ...begun } = await loadShared(list, index, work, signal);
    const { content, ...parts } = await planSites(loaded, list, options, begun);
    const { editions } = content;
    const digest = work.digest(list, loaded.index);
    const { sites, ...written }: WrittenSites = hasErrors(content.diagnostics)
      ? { sites: [], diagnostics: [] }
      : await writeSites({ settings: loaded.settings, jobs: loaded.jobs, ...parts, editions, work, options });
    const diagnostics = sortDiagnostics([...content.diagnostics, ...written.diagnostics]);
    work.keepSources(loaded.index, digest);
    work.keepSettings(loaded.index, loaded.settings);
    work.forgetUnused(loaded.index);
    if (sites.length > 0 && digest !== undefined) work.keepLast({ digest: digest.all, diagnostics, sites });
    return { diagnostics, texts: readTextsOf(diagnostics, list), sites };
  } finally {
    await work.close();
  }
}

export interface SurveyOptions extends PlanOptions {
  /** Where results are kept for the next survey. */
  readonly cacheFolder: string;
  /** Whether what is kept of former contents is removed: whoever still shows them would lose it. */
  readonly forgets: boolean;
  readonly onProgress?: OnProgress;
}

/** Content from which any page can be made. */
export interface SurveyedContent {
  readonly session: Session;
  readonly index: SourceIndex;
  /** What the files beside the texts were made into, and these files. */
  readonly assets: AssetIndex;
  readonly files: ReadonlyMap<SourcePath, Asset>;
}

export interface Survey {
  /** All faults of all files, sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every text that was checked, by path; decoded where it has a fault, to show its lines. */
  readonly texts: ReadonlyMap<string, string>;
  /** Nothing when the content has errors. */
  readonly content?: SurveyedContent;
}

/** Reads, checks and plans everything, and keeps what is needed to make any page when somebody asks for it. */
export async function surveyContent({
  cacheFolder,
  forgets,
  onProgress,
  ...options
}: SurveyOptions): Promise<Survey> {
  const work = await openContentWork(cacheFolder, onProgress === undefined ? {} : { onProgress });
  try {
    const list = work.list(options.contentFolder, options.countryFolders);
    const { loaded, ...begun } = await loadShared(list, work.index(list), work);
    const { index } = loaded;
    const { content, ...parts } = await planSites(loaded, list, options, begun);
    const { diagnostics, editions, texts } = content;
    work.keepSources(index, undefined);
    if (forgets) work.forgetUnused(index);
    if (hasErrors(diagnostics)) return { diagnostics, texts };
    const session = describeSession({ ...loaded, ...parts, editions, options });
    const surveyed = { session, index, assets: work.assets.index(), files: list.assets };
    return { diagnostics, texts, content: surveyed };
  } finally {
    await work.close();
  }
}

/** Whether the published files of all sites are as they were left. */
async function areUntouched({ sites }: FinishedBuild, work: BuildWork): Promise<boolean> {
  const altered = await work.altered;
  return sites.every(({ country }) => altered.get(country)?.size === 0);
}

const withNothingMade = (site: BuiltSite): BuiltSite => ({ ...site, made: 0 });

/** Of the sites, what is not text. */
export interface SiteParts {
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  readonly themes: ReadonlyMap<CountryCode, Theme>;
  readonly own: OwnFiles;
}

interface PlannedSites extends SiteParts {
  readonly content: CheckedContent;
}

/** What is made while texts are read. */
interface Begun {
  readonly work: ContentWork;
  readonly pictures: EarlyPictures;
  readonly programs: Promise<OwnPrograms>;
}

/** Where processes share the texts, this one would wait, and begins with what it can. */
async function loadShared(
  list: ContentList,
  index: SourceIndex,
  work: ContentWork,
  signal?: AbortSignal,
): Promise<Begun & { readonly loaded: LoadedContent }> {
  const programs = work.programs();
  // Told to whoever awaits it.
  programs.catch(() => {});
  const pictures = preparePicturesEarly(list.assets, work.assets);
  try {
    const loaded = await loadContent(work.loadOptions(list, index));
    signal?.throwIfAborted();
    return { loaded, work, pictures, programs };
  } catch (error) {
    // Nothing is written into the cache once another process may have it.
    await Promise.allSettled([pictures.stop(), programs]);
    throw error;
  }
}

async function planSites(
  { catalogue, settings, bodies, unreadable, diagnostics }: LoadedContent,
  list: ContentList,
  options: PlanOptions,
  begun?: Begun,
): Promise<PlannedSites> {
  const shelf = begun?.work.assets ?? noShelf;
  const prepared = await prepareAssets(catalogue, bodies, shelf, begun?.pictures);
  const themes = themesOf(catalogue, prepared.assets);
  // Icons are drawn by other threads.
  const making = begun && makeOwnFiles(themes, begun.work, begun.programs);
  const found = [
    ...diagnostics,
    ...checkReferences({ catalogue, bodies, unreadable }),
    ...prepared.diagnostics,
  ];
  const own = (await making) ?? noOwnFiles(themes);
  const content = { catalogue, bodies, assets: prepared.assets, themes, own };
  // Pages of faulty content would only repeat its faults.
  const editions = hasErrors(found) ? [] : planEditions(content, options);
  const all = sortDiagnostics([...found, ...editions.flatMap((edition) => edition.diagnostics)]);
  return {
    assets: prepared.assets,
    themes,
    own,
    content: {
      catalogue,
      context: settings.forTexts,
      editions,
      diagnostics: all,
      texts: readTextsOf(all, list),
    },
  };
}
