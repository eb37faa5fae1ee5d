/**
 * Writes what has changed of each site: makes it beside the published one, and moves it into place.
 */
import { budgetFaults } from '../budgets/heavy-page.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutputPath } from '../model/paths.ts';
import type { Staging } from '../output/staging.ts';
import type { BuildOptions, BuiltSite, SiteParts } from '../pipeline.ts';
import type { Settings } from '../validate/settings.ts';
import type { BuildWork } from './build-work.ts';
import type { FolderJob } from './load-content.ts';
import {
  assetsOf,
  draftState,
  filesOf,
  type LanguageDraft,
  nextState,
  type SiteDraft,
} from './next-state.ts';
import type { PlannedEdition } from './plan-editions.ts';
import { isUntouched, openSite, type Site } from './site.ts';
import { type FileState, fileState, type LanguageState, type SiteState } from './site-state.ts';
import { stage } from './stage.ts';
import { assetStaging, type StageAssets } from './stage-assets.ts';
import { type Bundles, type SearchUpdate, writeBundles } from './write-bundles.ts';
import { type Groups, groupsJob, writeGroups } from './write-groups.ts';
import type { WrittenPages } from './write-pages.ts';
import { areShared, openToProcesses, writeTexts } from './write-texts.ts';

/** What pages are made from, and with what. */
export interface WriteContext extends SiteParts {
  readonly settings: Settings;
  readonly jobs: readonly FolderJob[];
  readonly editions: readonly PlannedEdition[];
  readonly work: BuildWork;
  readonly options: BuildOptions;
}

export interface WrittenSites {
  /** Empty when a page is too heavy: nothing was published. */
  readonly sites: readonly BuiltSite[];
  /** Of pages that are too heavy; warnings where drafts are shown. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function writeSites(context: WriteContext): Promise<WrittenSites> {
  const { editions, work, options } = context;
  const { onProgress = () => {}, signal } = options;
  const all = await Promise.all(editions.map((planned) => openSite(planned, work)));
  const sites = all.filter((site) => !isUntouched(site));
  return stage(options.out, async (staging) => {
    const stageAssets = assetStaging(sites, staging, context);
    const writing = writeAllPages(sites, staging, context, stageAssets);
    // Meanwhile, where processes make the pages.
    const drafts = sites.map(draftState);
    const [groups, texts] = await writing;
    const heavy = [texts, ...groups].flatMap((written) => written.heavy);
    if (heavy.length > 0 && !options.drafts) return { sites: [], diagnostics: budgetFaults(heavy, 'error') };
    signal?.throwIfAborted();
    const searched =
      options.search === false
        ? []
        : sites.flatMap((site, at) => searchUpdates(site, drafts[at] as SiteDraft));
    const bundles = await writeBundles(searched, staging, context);
    signal?.throwIfAborted();
    onProgress({ stage: 'publish' });
    const states = sites.map((site, at) =>
      nextState(site, drafts[at] as SiteDraft, texts, groups[at] as Groups, bundles),
    );
    await stageAssets(
      sites.map(({ country }, at) => [`${country}/`, { assets: assetsOf(states[at] as SiteState) }]),
    );
    await publish(all, sites, states, staging, options);
    for (const [at, site] of sites.entries())
      keepState(site, states[at] as SiteState, texts, groups[at] as Groups, bundles, context);
    const stateOf = (site: Site): SiteState => states[sites.indexOf(site)] ?? (site.known as SiteState);
    return {
      sites: all.map((site) => describe(site, stateOf(site), texts)),
      diagnostics: budgetFaults(
        all.flatMap((site) => stateOf(site).heavy),
        'warning',
      ),
    };
  });
}

/** Where processes make the pages of texts, they begin with the lists: those of a site take long, and would keep one waiting at the end. */
async function writeAllPages(
  sites: readonly Site[],
  staging: Staging,
  context: WriteContext,
  stageAssets: StageAssets,
): Promise<readonly [readonly Groups[], WrittenPages]> {
  const jobs = sites.map((site) => groupsJob(site, staging.folder));
  if (areShared(sites)) {
    openToProcesses(context);
    const pool = context.work.pool();
    const groups = Promise.all(jobs.map((job) => pool.run('groups', job)));
    return Promise.all([groups, writeTexts(sites, staging, context, stageAssets)]);
  }
  const texts = await writeTexts(sites, staging, context, stageAssets);
  const groups: Groups[] = [];
  for (const [at, job] of jobs.entries()) groups.push(await writeGroups(job, (sites[at] as Site).planned));
  return [groups, texts];
}

const searchUpdates = (
  { country, planned, known, altered, update }: Site,
  draft: SiteDraft,
): SearchUpdate[] =>
  planned.languages
    .filter(({ locale }) => update.search.includes(locale))
    .map((language) => {
      const before = known?.languages[language.locale];
      const isAltered = before?.search.files.some((file) => altered.has(file)) ?? true;
      const { searchKey } = draft.get(language.locale) as LanguageDraft;
      return { country, language, searchKey, known: before, isAltered };
    });

async function publish(
  all: readonly Site[],
  sites: readonly Site[],
  states: readonly SiteState[],
  staging: Staging,
  options: BuildOptions,
): Promise<void> {
  const updated = sites.filter(({ known }) => known !== undefined);
  const gone = sites.flatMap((site, at) => {
    if (site.known === undefined) return [];
    const files = filesOf(site, states[at] as SiteState);
    return (Object.keys(site.files) as OutputPath[]).filter((file) => !files.has(file));
  });
  await staging.update(
    updated.map(({ country }) => country),
    gone,
  );
  const whole = sites.filter(({ known }) => known === undefined).map(({ country }) => country);
  const keepOnly = all.map(({ country }) => country);
  await staging.publish(whole, options.countries === undefined ? { keepOnly } : {});
}

function keepState(
  site: Site,
  state: SiteState,
  texts: WrittenPages,
  lists: Groups,
  bundles: Bundles,
  { work, options }: WriteContext,
): void {
  const { known, update } = site;
  const made = new Set<OutputPath>(update.texts.map(({ output }) => output));
  const groups = [
    ...update.lists.map(({ locale }) => state.languages[locale]?.lists.files ?? []),
    ...[...(bundles.get(site.country)?.values() ?? [])].map(({ staged }) => staged),
    ...(update.outside ? [state.outside.files] : []),
  ];
  for (const file of groups.flat()) made.add(file);
  const files: Record<OutputPath, FileState> = {};
  for (const file of filesOf(site, state)) {
    const isAsBefore = known !== undefined && !made.has(file) && !site.altered.has(file);
    const before = isAsBefore ? site.files[file] : undefined;
    const moved = known === undefined ? (texts.files.get(file) ?? lists.files.get(file)) : undefined;
    // A file that somebody removed in this moment will be found altered.
    files[file] = before ?? moved ?? fileState(options.out, file) ?? [-1, 0];
  }
  work.keepSite(site.country, state, files);
}

function describe({ country, planned }: Site, state: SiteState, texts: WrittenPages): BuiltSite {
  const lists = Object.values<LanguageState>(state.languages);
  const pages =
    planned.texts.length +
    [...lists.map((language) => language.lists), state.outside].reduce(
      (sum, { files }) => sum + files.filter((file) => file.endsWith('.html')).length,
      0,
    );
  const { name } = planned.edition.country.country;
  return {
    country,
    name: name.en ?? Object.values(name)[0] ?? country,
    languages: planned.edition.languages.map(({ tag }) => tag),
    pages,
    made: planned.texts.filter(({ output }) => texts.states.has(output)).length,
  };
}
