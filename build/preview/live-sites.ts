/**
 * Answers for the files of all national sites, each made when somebody asks for it: the same bytes as a build writes.
 */
import path from 'node:path';
import { renderPage } from '../../templates/pages/render-page.ts';
import { findHeavy, type HeavyPage } from '../budgets/heavy-page.ts';
import type { EditedContent } from '../editor/collect-facts.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import type { SourcePath } from '../model/paths.ts';
import { type AssetStore, openAssetStore } from '../pipeline/asset-store.ts';
import { ownBytes } from '../pipeline/own-files.ts';
import type { PlannedEdition } from '../pipeline/plan-editions.ts';
import { programKey } from '../pipeline/program-key.ts';
import type { SurveyedContent } from '../pipeline.ts';
import type { SiteAnswer } from '../serve/preview-server.ts';
import { findPage } from './find-page.ts';
import { createLiveContent, type EditedFolder } from './live-content.ts';
import type { ShownPage } from './panel-facts.ts';
import { createSiteFiles } from './site-files.ts';

export interface LiveSites {
  /** Takes over what a survey has found. */
  adopt(found: SurveyedContent): void;
  /** See `LiveContent`. */
  edit(files: readonly SourcePath[]): readonly EditedFolder[] | undefined;
  /** @param pathname of a request, as it was sent */
  answer(pathname: string): Promise<SiteAnswer>;
  editions(): readonly PlannedEdition[];
  /** See `LiveContent`. */
  whole(): EditedContent | undefined;
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
    whole: content.whole,
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

function decode(pathname: string): string | undefined {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes('\0') || text.includes('\\') ? undefined : path.posix.normalize(`/${text}`);
  } catch {
    return undefined;
  }
}
