/**
 * Brings sites up to date after edits of bodies: makes the pages of these texts, and the search bundles that hold their words.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import type { BuildResult } from '../pipeline.ts';
import type { BuildWork } from './build-work.ts';
import { type EditedContent, findBodyEdits } from './find-body-edits.ts';
import { recallContent } from './load-content.ts';
import { makeOwnFiles } from './own-files.ts';
import { type EditedSite, planBodyEdits } from './plan-body-edits.ts';
import { recallEditions } from './plan-editions.ts';
import { readTextsOf } from './read-texts-of.ts';
import { type FileState, fileState, type LanguageState, type SiteFrame } from './site-state.ts';
import { stage } from './stage.ts';
import { themesOf } from './themes.ts';
import { type Bundles, type SearchUpdate, writeBundles } from './write-bundles.ts';
import { writePages } from './write-pages.ts';

/** @returns nothing when there is, or may be, any other change, the sites are not as they were left, or a page is too heavy now */
export async function writeBodyEdits(content: EditedContent): Promise<BuildResult | undefined> {
  const edits = findBodyEdits(content);
  if (edits === undefined) return undefined;
  const { list, index, digest, finished, work, options } = content;
  const { settings, jobs, assets, frames } = edits;
  const { catalogue, bodies } = recallContent(settings, jobs, work.folders);
  const themes = themesOf(catalogue, assets);
  const own = await makeOwnFiles(themes, work);
  const editions = recallEditions({ catalogue, bodies, assets, themes, own }, options, (country) =>
    entriesOf(frames.get(country)),
  );
  const sites = planBodyEdits(edits, editions, options.search !== false);
  if (sites === undefined) return undefined;
  const { onProgress = () => {}, signal } = options;
  const pages = sites.flatMap(({ update }) => update.texts);
  const isPublished = await stage(options.out, async (staging) => {
    onProgress({ stage: 'pages', done: 0, total: pages.length });
    const { heavy } = await writePages(pages, staging.folder);
    if (heavy.length > 0) return false;
    const context = { settings, jobs, editions, assets, themes, own, work, options };
    const searched = options.search === false ? [] : sites.flatMap(searchUpdates);
    const bundles = await writeBundles(searched, staging, context);
    if (!(await content.isUntouched())) return false;
    signal?.throwIfAborted();
    onProgress({ stage: 'publish' });
    const countries = sites.map(({ country }) => country);
    await staging.update(
      countries,
      sites.flatMap((site) => filesGone(site, bundles)),
    );
    for (const site of sites) keepSite(site, bundles, options.out, work);
    return true;
  });
  if (!isPublished) return undefined;
  work.keepSources(index, digest);
  const { diagnostics } = finished;
  const built = finished.sites.map((site) => ({
    ...site,
    made: sites.find(({ country }) => country === site.country)?.update.texts.length ?? 0,
  }));
  if (digest !== undefined) work.keepLast({ digest: digest.all, diagnostics, sites: built });
  return { diagnostics, texts: readTextsOf(diagnostics, list), sites: built };
}

/** Addresses of all entries of a site, which every language has. */
const entriesOf = (frame: SiteFrame | undefined): readonly string[] =>
  Object.keys(Object.values<LanguageState>(frame?.languages ?? {})[0]?.entries ?? {});

function searchUpdates({ country, planned, languages, update }: EditedSite): SearchUpdate[] {
  return planned.languages.flatMap(({ locale, records }) => {
    const edited = update.search.includes(locale) ? languages.get(locale) : undefined;
    if (edited === undefined) return [];
    const { known, entryKeys, searchKey } = edited;
    const language = { locale, key: known.key, entryKeys, records };
    return [{ country, language, searchKey, known, isAltered: false }];
  });
}

/** Files of the bundles that have been replaced, which are named by what they hold. */
function filesGone({ country, frame }: EditedSite, bundles: Bundles): readonly OutputPath[] {
  return [...(bundles.get(country) ?? [])].flatMap(([locale, bundle]) => {
    const left = new Set(bundle.files);
    return frame.languages[locale]?.search.files.filter((file) => !left.has(file)) ?? [];
  });
}

function keepSite(site: EditedSite, bundles: Bundles, out: string, work: BuildWork): void {
  const { country, update } = site;
  const changes: Record<OutputPath, FileState | null> = {};
  for (const file of filesGone(site, bundles)) changes[file] = null;
  const made = [...(bundles.get(country)?.values() ?? [])].flatMap(({ staged }) => staged);
  // A file that somebody removed in this moment will be found altered.
  for (const file of [...update.texts.map(({ output }) => output), ...made])
    changes[file] = fileState(out, file) ?? [-1, 0];
  work.keepSiteChanges(country, nextFrame(site, bundles), changes);
}

function nextFrame({ country, frame, languages: edited }: EditedSite, bundles: Bundles): SiteFrame {
  const languages: Record<Locale, LanguageState> = { ...frame.languages };
  for (const [locale, { known, entryKeys, searchKey }] of edited) {
    const files = bundles.get(country)?.get(locale)?.files ?? known.search.files;
    const entries = Object.fromEntries(entryKeys);
    languages[locale] = { ...known, entries, search: { key: searchKey, files } };
  }
  return { ...frame, languages };
}
