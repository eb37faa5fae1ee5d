/**
 * Answers for the files of all national sites, each made when somebody asks for it: the same bytes as a build writes.
 */
import path from 'node:path';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { findHeavy, type HeavyPage } from '../budgets/heavy-page.ts';
import type { Entry } from '../model/edition.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import type { SourcePath } from '../model/paths.ts';
import type { LanguagePages, MadePage } from '../pages/pages.ts';
import { type AssetStore, openAssetStore } from '../pipeline/asset-store.ts';
import { keptClient } from '../pipeline/kept-client.ts';
import type { SearchStore } from '../pipeline/kept-search.ts';
import { ownBytes } from '../pipeline/own-files.ts';
import type { PlannedEdition } from '../pipeline/plan-editions.ts';
import { programKey } from '../pipeline/program-key.ts';
import type { SurveyedContent } from '../pipeline.ts';
import { buildSearchBundle } from '../search/search.ts';
import type { SiteAnswer } from '../serve/preview-server.ts';
import { createLiveContent, type EditedFolder } from './live-content.ts';
import type { ShownPage } from './panel-facts.ts';

export interface LiveSites {
  /** Takes over what a survey has found. */
  adopt(found: SurveyedContent): void;
  /** See `LiveContent`. */
  edit(files: readonly SourcePath[]): readonly EditedFolder[] | undefined;
  /** @param pathname of a request, as it was sent */
  answer(pathname: string): Promise<SiteAnswer>;
  editions(): readonly PlannedEdition[];
  /** A page with what it was made from; nothing where there is none. */
  shown(pathname: string): ShownPage | undefined;
  /** Of a published file, by its site path. */
  bytesOf(sitePath: string): Promise<Uint8Array | undefined>;
  /** Pages of these entries that are heavier than they may be, in all countries and languages. */
  heavyPages(targets: readonly string[]): readonly HeavyPage[];
}

export function createLiveSites(cacheFolder: string): LiveSites {
  const content = createLiveContent(cacheFolder);
  const program = programKey();
  const store = { cacheFolder, program };
  let files = createSiteFiles(store);
  let assets: AssetStore | undefined;
  let ours: ReadonlyMap<string, Uint8Array> = new Map();

  /** What was saved since the last survey may not fit the rest: then the page is as it was. */
  function make<T>(work: (editions: readonly PlannedEdition[]) => T): T {
    try {
      return work(content.now());
    } catch (error) {
      if (content.now() === content.surveyed()) throw error;
      return work(content.surveyed());
    }
  }

  const page = (sitePath: string, country: string): string | undefined =>
    make((editions) => {
      const found = findPage(sitePath, editionOf(editions, country));
      return found && renderPage(found.made.page);
    });

  const bytesOf = async (sitePath: string): Promise<Uint8Array | undefined> =>
    ours.get(sitePath) ?? (await assets?.bytes(sitePath));

  async function file(sitePath: string, country: string): Promise<Uint8Array | undefined> {
    const edition = make((editions) => editionOf(editions, country));
    if (edition === undefined) return undefined;
    const asset = sitePath.startsWith('/assets/') ? await bytesOf(sitePath) : undefined;
    return asset ?? files.find(sitePath, edition);
  }

  return {
    adopt(found) {
      content.adopt(found);
      files = createSiteFiles(store);
      ours = ownBytes(found.session.own);
      assets = openAssetStore(cacheFolder, program, found.assets, 0);
      assets.recall(found.files);
    },
    edit(changed) {
      const edited = content.edit(changed);
      files = createSiteFiles(store);
      return edited;
    },
    async answer(pathname) {
      const decoded = decode(pathname);
      if (decoded === undefined) return { kind: 'nothing' };
      const [country = '', language = ''] = decoded.split('/').slice(1);
      const sitePath = decoded.slice(country.length + 1);
      const html = sitePath === '' ? undefined : page(sitePath, country);
      if (html !== undefined) return { kind: 'page', html, status: 200 };
      const bytes = await file(sitePath, country);
      if (bytes !== undefined)
        return { kind: 'file', bytes, type: mediaTypeOf(path.posix.extname(sitePath)) };
      // Two slashes at the beginning would be the name of another computer (RFC 3986, 4.2).
      if (!decoded.endsWith('/') && page(`${sitePath}/`, country) !== undefined)
        return { kind: 'redirect', location: `${pathname.replace(/^\/+/, '/')}/` };
      const notFound = page(`/${language}/404.html`, country) ?? page('/404.html', country);
      return notFound === undefined ? { kind: 'nothing' } : { kind: 'page', html: notFound, status: 404 };
    },
    editions: () => content.now(),
    shown(pathname) {
      const [, country = '', sitePath = ''] = /^\/([^/]+)(\/.*)$/.exec(decode(pathname) ?? '') ?? [];
      return make((editions) => findPage(sitePath, editionOf(editions, country)));
    },
    bytesOf,
    heavyPages: (targets) =>
      make((editions) => editions.flatMap((planned) => heavyPagesOf(planned, targets))),
  };
}

const heavyPagesOf = ({ edition, textsOf }: PlannedEdition, targets: readonly string[]): HeavyPage[] =>
  targets.flatMap((target) => {
    const entry = edition.entries.get(target);
    return (entry === undefined ? [] : textsOf(entry)).flatMap(({ output, sources, make }) => {
      const { page } = make();
      const found = findHeavy(page.kind, renderPage(page));
      return found ? [{ ...found, output, source: sources[0] as SourcePath, kind: page.kind }] : [];
    });
  });

const editionOf = (editions: readonly PlannedEdition[], country: string): PlannedEdition | undefined =>
  editions.find(({ edition }) => edition.country.code === country);

/** The page of a text, a list of a language, or one outside of all languages. */
function findPage(sitePath: string, planned: PlannedEdition | undefined): ShownPage | undefined {
  if (planned === undefined || !/(?:\/|\.html)$/.test(sitePath)) return undefined;
  const path = sitePath.replace(/\/index\.html$/, '/');
  const [folder = ''] = path.split('/').slice(1);
  const language = planned.languages.find(({ locale }) => locale.toLowerCase() === folder);
  const entry = language && planned.edition.entries.get(path.slice(folder.length + 1));
  const made =
    language === undefined ? siteMade(path, planned) : languageMade(path, language, entry, planned);
  return made && { made, planned, locale: language?.locale, entry };
}

const siteMade = (path: string, planned: PlannedEdition): MadePage | undefined =>
  planned
    .sitePages()
    .map((site) => site.make())
    .find(({ page }) => page.path === path);

function languageMade(
  path: string,
  { locale, list }: LanguagePages,
  entry: Entry | undefined,
  planned: PlannedEdition,
): MadePage | undefined {
  if (entry === undefined) return list(path);
  return planned
    .textsOf(entry)
    .find((text) => text.locale === locale)
    ?.make();
}

/** Files that are made from everything, kept until something changes. */
function createSiteFiles(store: SearchStore): {
  find(sitePath: string, planned: PlannedEdition): Promise<Uint8Array | undefined>;
} {
  type Made = ReadonlyMap<string, Uint8Array>;
  const known = new Map<string, Promise<Made>>();
  const once = (name: string, make: () => Promise<Made>): Promise<Made> => {
    const made = known.get(name) ?? make();
    known.set(name, made);
    return made;
  };
  return {
    async find(sitePath, planned) {
      const { code } = planned.edition.country;
      const [, folder = '', file] = /^\/([^/]+)\/pagefind\/(.+)$/.exec(sitePath) ?? [];
      const language = planned.languages.find(({ locale }) => locale.toLowerCase() === folder);
      if (file === undefined || language === undefined)
        return (await once(code, async () => filesOf(planned, code))).get(sitePath);
      const bundle = await once(`${code} ${language.locale}`, () =>
        bundleOf(planned, language.locale, store),
      );
      return bundle.get(file);
    },
  };
}

const filesOf = (planned: PlannedEdition, code: CountryCode): ReadonlyMap<string, Uint8Array> =>
  new Map(
    planned
      .files()
      .map(({ output, content }) => [
        output.slice(code.length),
        typeof content === 'string' ? Buffer.from(content) : content,
      ]),
  );

async function bundleOf(
  { languages }: PlannedEdition,
  wanted: Locale,
  store: SearchStore,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const language = languages.find(({ locale, searchedIn }) => locale === wanted && searchedIn === locale);
  const files = language === undefined ? [] : buildSearchBundle(language.records(), await keptClient(store));
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

function decode(pathname: string): string | undefined {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes('\0') || text.includes('\\') ? undefined : path.posix.normalize(`/${text}`);
  } catch {
    return undefined;
  }
}
