/**
 * The loop of an author: a text is saved, and open pages show it, or say what is wrong with it.
 *
 * A saved text is on its pages within milliseconds; beside that, a process of its own looks through the whole content, and then all
 * else follows: lists, what other texts say of it, faults that only the whole has.
 */
import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { PanelFacts } from '../../templates/pages/author-panel.ts';
import { budgetFaults } from '../budgets/heavy-page.ts';
import type { EditedContent } from '../editor/collect-facts.ts';
import type { EditorFile, EditorOptions } from '../editor/editor.ts';
import { localBackend } from '../editor/local-backend.ts';
import { createLocalRepository } from '../editor/repository/repository.ts';
import type { GalleryPage } from '../gallery/gallery.ts';
import { shownPathOf, sourcePathOf } from '../model/content-folders.ts';
import type { SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import { checkUnsaved } from '../pipeline/check-unsaved.ts';
import type { PlannedEdition, Survey } from '../pipeline.ts';
import { placeOf } from '../read/place-of.ts';
import { type PreviewServer, startPreviewServer } from '../serve/preview-server.ts';
import { type FolderChanges, watchFolders } from '../serve/watch-folders.ts';
import type { ContentPlaces } from './content-places.ts';
import { createLiveSites } from './live-sites.ts';
import { createOpenFaults } from './open-faults.ts';
import { panelFactsOf } from './panel-facts.ts';
import { createSurveys } from './surveys.ts';

export interface PreviewOptions extends ContentPlaces {
  /** Of this preview alone. */
  readonly cacheFolder: string;
  /** Of all previews: the program of the editor is the same. */
  readonly editorCacheFolder: string;
  /** Versions that the editor replaced or could not save are kept below it; authors are told of it as it is written here. */
  readonly keptFolder: string;
  readonly host: string;
  readonly port: number;
  /** Ends the preview. */
  readonly signal: AbortSignal;
  readonly pages: PreviewPages;
  /** One line, or a report. */
  readonly print: (text: string) => void;
  /** What is wrong with the machine, in a sentence. */
  readonly explain: (error: unknown) => string;
  readonly printError: (sentence: string) => void;
}

/** Pages that are no part of a site. */
export interface PreviewPages {
  readonly front: (editions: readonly PlannedEdition[]) => string;
  /** Before the first survey has ended. */
  readonly building: () => string;
  readonly faults: (report: string) => string;
  readonly panel: (facts: PanelFacts) => string;
  /** @param version changes with the content */
  readonly gallery: (pathname: string, query: string, version: number) => Promise<GalleryPage | undefined>;
  /** The state of the translations. */
  readonly translations: (pathname: string, version: number) => Promise<string | undefined>;
  /** A file of the editor. */
  readonly editor: (
    pathname: string,
    options: EditorOptions,
    /** As the last survey found it; before the first that found no faults, none. */
    content: EditedContent | undefined,
    version: number,
  ) => Promise<EditorFile | undefined>;
}

/**
 * Runs until the signal is aborted.
 *
 * @throws the error of the operating system when the address is taken
 */
export async function runPreview(options: PreviewOptions): Promise<void> {
  const { contentFolder, countryFolders, cacheFolder, signal, print, explain, printError } = options;
  const shown = createShown(options);
  const server = await shown.serve();
  const surveys = createSurveys({
    setup: { contentFolder, countryFolders, cacheFolder, baseUrl: server.url },
    onStart: shown.surveyBegins,
    onFound: (survey, tookMs) => shown.adopt(survey, tookMs),
    onError: (error) => shown.fail(explain(error)),
  });
  print(`looking through the content … ${server.url}`);
  // Before the first survey, so that no change during it is lost.
  const watch = await watchFolders([contentFolder, ...countryFolders.values()], (error) =>
    printError(explain(error)),
  );
  try {
    surveys.request();
    while (!signal.aborted) {
      const changes = await watch.nextChanges(signal);
      if (signal.aborted) break;
      await shown.edit(changes);
      surveys.request();
    }
  } finally {
    surveys.close();
    await Promise.all([watch.close(), server.close()]);
  }
}

/** What the pages show, and what is said of it. */
interface Shown {
  serve(): Promise<PreviewServer>;
  surveyBegins(): void;
  adopt(survey: Survey, tookMs: number): Promise<void>;
  fail(sentence: string): Promise<void>;
  edit(changes: FolderChanges): Promise<void>;
}

function createShown(options: PreviewOptions): Shown {
  const {
    contentFolder,
    countryFolders,
    shownFolder,
    cacheFolder,
    editorCacheFolder,
    pages,
    print,
    printError,
  } = options;
  const sites = createLiveSites(cacheFolder);
  const faults = createOpenFaults(options);
  const token = randomBytes(24).toString('base64url');
  const repository = createLocalRepository({
    contentFolder,
    countryFolders,
    keptFolder: options.keptFolder,
    token,
    isOwnOrigin: (origin) => server !== undefined && isSameServer(origin, server.url),
    check: async (unsaved) => checkUnsaved(options, unsaved),
    print,
  });
  let server: PreviewServer | undefined;
  /** Over every page: the report of errors, or what is wrong with the machine. */
  let report: string | undefined;
  let printed: string | undefined;
  let isReady = false;
  let version = 0;
  /** Written while a survey runs, which may have read them before. */
  let writtenMeanwhile = new Set<SourcePath>();

  function showFaults(): void {
    const all = faults.all();
    const now = all.length > 0 ? faults.report(all) : undefined;
    report = faults.hasErrors() ? now : undefined;
    if (now !== undefined && now !== printed) {
      print(`\n${now}`);
      if (report !== undefined)
        print('\nThe preview shows the last good pages; save a corrected file and it follows.');
    }
    printed = now;
  }

  return {
    async serve() {
      server = await startPreviewServer({
        host: options.host,
        port: options.port,
        answer: sites.answer,
        explain: options.explain,
        faults: () => report,
        faultsPage: pages.faults,
        galleryPage: (pathname, query) => pages.gallery(pathname, query, version),
        translationPage: (pathname) => pages.translations(pathname, version),
        editor: {
          file: (pathname, origin) =>
            pages.editor(
              pathname,
              {
                backend: localBackend(origin),
                token,
                previewUrl: `${origin}/`,
                cacheFolder: editorCacheFolder,
              },
              sites.whole(),
              version,
            ),
          repository,
        },
        async panel(pathname) {
          const page = sites.shown(pathname);
          if (page === undefined) return undefined;
          const facts = await panelFactsOf(page, {
            editions: sites.editions(),
            diagnostics: faults.all(),
            contentFolder,
            countryFolders,
            shownFolder,
            bytesOf: sites.bytesOf,
          });
          return pages.panel(facts);
        },
        frontPage() {
          if (isReady) return pages.front(sites.editions());
          return report === undefined ? pages.building() : pages.faults(report);
        },
      });
      return server;
    },
    surveyBegins() {
      writtenMeanwhile = new Set();
    },
    async adopt(survey, tookMs) {
      version++;
      faults.adopt(survey);
      if (survey.content !== undefined) sites.adopt(survey.content);
      isReady ||= survey.content !== undefined;
      if (writtenMeanwhile.size > 0) faults.edit(sites.edit([...writtenMeanwhile]) ?? []);
      showFaults();
      if (report === undefined)
        print(`${inWords(sites.editions())}, checked in ${(tookMs / 1000).toFixed(1)} s – ${server?.url}`);
      await server?.update();
    },
    async fail(sentence) {
      if (sentence !== report) printError(sentence);
      report = sentence;
      await server?.update();
    },
    async edit({ written, isOther }) {
      const startMs = performance.now();
      const files = written.flatMap((file) => sourcePathOf(file, contentFolder, countryFolders) ?? []);
      if (files.length === 0 && !isOther) return;
      for (const file of files) writtenMeanwhile.add(file);
      const edited = isOther ? undefined : sites.edit(files);
      if (edited === undefined) return;
      faults.edit(edited);
      showFaults();
      await server?.update();
      if (report !== undefined) return;
      const names = files.map((file) => shownPathOf(file, shownFolder, countryFolders)).join(', ');
      print(`${names}: shown after ${Math.ceil(performance.now() - startMs)} ms`);
      await setImmediate();
      const heavy = budgetFaults(sites.heavyPages(targetsOf(files)), 'warning');
      if (heavy.length > 0) print(faults.report(heavy));
    },
  };
}

/** Whether an origin is this server, under whichever of its names. */
const isSameServer = (origin: string, url: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].some((name) => origin === `http://${name}:${new URL(url).port}`);

const targetsOf = (files: readonly SourcePath[]): readonly string[] => [
  ...new Set(
    files.flatMap((file) => {
      const { place } = placeOf(file);
      return place?.kind === 'text' ? [targetOf(place)] : [];
    }),
  ),
];

function inWords(editions: readonly PlannedEdition[]): string {
  const pages = editions.reduce(
    (sum, { edition }) => sum + edition.entries.size * edition.languages.length,
    0,
  );
  return `${pages} pages of texts in ${editions.length} national site${editions.length === 1 ? '' : 's'}`;
}
