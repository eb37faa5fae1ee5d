/**
 * Writes what has changed of each site: makes it beside the published one, and moves it into place.
 */

import { type OutputPath, toOutputPath } from '../model/paths.ts';
import { openStaging, type Staging } from '../output/staging.ts';
import type { BuildOptions, BuiltSite, PlannedSites } from '../pipeline.ts';
import type { ContentList } from '../read/list-content.ts';
import type { BuildWork } from './build-work.ts';
import type { LoadedContent } from './load-content.ts';
import { assetsOf, filesOf, nextState } from './next-state.ts';
import { ownBytes } from './own-files.ts';
import { isUntouched, openSite, type Site } from './site.ts';
import { type FileState, fileState, type LanguageState, type SiteState } from './site-state.ts';
import { type Bundles, writeBundles } from './write-bundles.ts';
import { type Groups, writeGroups } from './write-groups.ts';
import { type Texts, writeTexts } from './write-texts.ts';

export interface WriteContext extends PlannedSites {
  readonly list: ContentList;
  readonly loaded: LoadedContent;
  readonly work: BuildWork;
  readonly options: BuildOptions;
}

export async function writeSites(context: WriteContext): Promise<readonly BuiltSite[]> {
  const { content, work, options } = context;
  const { onProgress = () => {}, signal } = options;
  const all = await Promise.all(content.editions.map((planned) => openSite(planned, work)));
  const sites = all.filter((site) => !isUntouched(site));
  const staging = await openStaging(options.out);
  const onAbort = (): void => void closeSearch();
  signal?.addEventListener('abort', onAbort);
  try {
    const texts = await writeTexts(sites, staging, context);
    const groups: Groups[] = [];
    for (const site of sites) groups.push(await writeGroups(site, staging));
    signal?.throwIfAborted();
    const bundles = await writeBundles(sites, staging, context);
    signal?.throwIfAborted();
    onProgress({ stage: 'publish' });
    const states = sites.map((site, at) => nextState(site, texts, groups[at] as Groups, bundles));
    for (const [at, site] of sites.entries())
      await stageAssets(site, states[at] as SiteState, staging, context);
    await publish(all, sites, states, staging, options);
    for (const [at, site] of sites.entries()) keepState(site, states[at] as SiteState, bundles, context);
    return all.map((site) => describe(site, states[sites.indexOf(site)] ?? (site.known as SiteState), texts));
  } finally {
    signal?.removeEventListener('abort', onAbort);
    if (sites.some(({ update }) => update.search.length > 0)) await closeSearch();
    await staging.discard();
  }
}

/** A terminal's Ctrl-C reaches Pagefind's process too, whose answer we would wait for in vain. */
const closeSearch = async (): Promise<void> => (await import('../search/search.ts')).closeSearch();

/** Stages the published files that the site does not have yet. */
async function stageAssets(
  site: Site,
  state: SiteState,
  staging: Staging,
  { assets, own, work }: WriteContext,
): Promise<void> {
  const ours = ownBytes(own);
  const byPath = new Map([...assets.values()].map((asset) => [asset.path, asset]));
  for (const asset of assetsOf(state)) {
    const output = toOutputPath(`${site.country}${asset}`);
    if (site.known !== undefined && site.files[output] !== undefined && !site.altered.has(output)) continue;
    const published = byPath.get(asset);
    const bytes = ours.get(asset) ?? (published && (await work.assets.bytes(published)));
    if (bytes === undefined) throw new TypeError(`${asset} was not prepared`);
    await staging.write(output, bytes);
  }
}

async function publish(
  all: readonly Site[],
  sites: readonly Site[],
  states: readonly SiteState[],
  staging: Staging,
  options: BuildOptions,
): Promise<void> {
  const updated = sites.filter(({ known }) => known !== undefined);
  const gone = sites.flatMap((site, at) => {
    const files = filesOf(site, states[at] as SiteState);
    const before = site.known === undefined ? {} : site.files;
    return (Object.keys(before) as OutputPath[]).filter((file) => !files.has(file));
  });
  await staging.update(
    updated.map(({ country }) => country),
    gone,
  );
  const whole = sites.filter(({ known }) => known === undefined).map(({ country }) => country);
  const keepOnly = all.map(({ country }) => country);
  await staging.publish(whole, options.countries === undefined ? { keepOnly } : {});
}

function keepState(site: Site, state: SiteState, bundles: Bundles, { work, options }: WriteContext): void {
  const { known, update } = site;
  const made = new Set<OutputPath>(update.texts.map(({ output }) => output));
  const groups = [
    ...update.lists.map(({ locale }) => state.languages[locale]?.lists.files ?? []),
    ...[...(bundles.get(site)?.values() ?? [])].map(({ staged }) => staged),
    ...(update.outside ? [state.outside.files] : []),
  ];
  for (const file of groups.flat()) made.add(file);
  const files: Record<OutputPath, FileState> = {};
  for (const file of filesOf(site, state)) {
    const isKnown = known !== undefined && !made.has(file) && !site.altered.has(file);
    const before = isKnown ? site.files[file] : undefined;
    // A file that somebody removed in this moment will be found altered.
    files[file] = before ?? fileState(options.out, file) ?? [-1, 0];
  }
  work.keepSite(site.country, state, files);
}

function describe({ country, planned }: Site, state: SiteState, texts: Texts): BuiltSite {
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
    made: planned.texts.filter(({ output }) => texts.has(output)).length,
  };
}
