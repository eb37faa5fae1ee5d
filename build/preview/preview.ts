/**
 * The loop of an author: a text is saved, and open pages show it, or say what is wrong with it.
 *
 * A saved text is on its pages within milliseconds; beside that, a process of its own looks through the whole content, and then all
 * else follows: lists, what other texts say of it, faults that only the whole has.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { budgetFaults } from '../budgets/heavy-page.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../diagnostics/report.ts';
import type { GalleryPage } from '../gallery/gallery.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import type { PlannedEdition, Survey } from '../pipeline.ts';
import { openPool, type Pool } from '../processes/pool.ts';
import { placeOf } from '../read/place-of.ts';
import { startPreviewServer } from '../serve/preview-server.ts';
import { type FolderChanges, watchFolder } from '../serve/watch-folder.ts';
import { createLiveSites } from './live-sites.ts';
import type { SurveyJobs, SurveySetup } from './survey-worker.ts';

export interface PreviewOptions {
  readonly contentFolder: string;
  /** The content folder as the author knows it, which is put before the paths of files. */
  readonly shownFolder: string;
  /** Of this preview alone. */
  readonly cacheFolder: string;
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
  /** @param version changes with the content */
  readonly gallery: (pathname: string, query: string, version: number) => Promise<GalleryPage | undefined>;
}

/**
 * Runs until the signal is aborted.
 *
 * @throws the error of the operating system when the address is taken
 */
export async function runPreview(options: PreviewOptions): Promise<void> {
  const { contentFolder, cacheFolder, signal, pages, print, explain, printError } = options;
  const sites = createLiveSites(cacheFolder);
  /** Of the last survey, with what has been edited since. */
  let diagnostics: readonly Diagnostic[] = [];
  let texts: ReadonlyMap<string, string> = new Map();
  let report: string | undefined;
  let isReady = false;
  let version = 0;
  const server = await startPreviewServer({
    host: options.host,
    port: options.port,
    answer: sites.answer,
    faults: () => report,
    faultsPage: pages.faults,
    galleryPage: (pathname, query) => pages.gallery(pathname, query, version),
    frontPage() {
      if (isReady) return pages.front(sites.editions());
      return report === undefined ? pages.building() : pages.faults(report);
    },
  });
  const setup = { contentFolder, cacheFolder, baseUrl: server.url } satisfies SurveySetup;
  let pool: Pool<SurveyJobs> | undefined;
  /** Written while a survey runs, which may have read them before. */
  let writtenMeanwhile = new Set<SourcePath>();
  let isWanted = false;
  let isRunning = false;

  /** One survey at a time; whatever changes during one is seen by the next. */
  async function survey(): Promise<void> {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted && !signal.aborted) {
      [isWanted, writtenMeanwhile] = [false, new Set()];
      const startMs = performance.now();
      try {
        pool ??= openPool(new URL('./survey-worker.ts', import.meta.url), 1, setup);
        await takeOver(await pool.run('survey', { forgets: !isReady }), performance.now() - startMs);
      } catch (error) {
        if (signal.aborted) break;
        pool?.close();
        pool = undefined;
        // A file that is away for a moment must not end the preview: what fails now may succeed after the next change.
        const sentence = explain(error);
        if (sentence !== report) printError(sentence);
        report = sentence;
        await server.update();
      }
    }
    isRunning = false;
  }

  async function takeOver(found: Survey, tookMs: number): Promise<void> {
    version++;
    texts = found.texts;
    if (found.content !== undefined) sites.adopt(found.content);
    isReady ||= found.content !== undefined;
    const edited = writtenMeanwhile.size === 0 ? [] : (sites.edit([...writtenMeanwhile]) ?? []);
    diagnostics = withEdited(found.diagnostics, edited);
    const shown = showReport();
    if (found.content !== undefined && !shown)
      print(`${inWords(sites.editions())}, checked in ${(tookMs / 1000).toFixed(1)} s – ${server.url}`);
    await server.update();
  }

  /** @returns whether there are errors */
  function showReport(): boolean {
    const shown = diagnostics.filter(({ severity }) => severity !== 'info');
    const now = formatReport(createReport(shown, options.shownFolder, withLines(shown)), 'pretty');
    const isFaulty = hasErrors(shown);
    if (shown.length > 0 && now !== lastPrinted) print(`\n${now}`);
    if (isFaulty && now !== lastPrinted)
      print('\nThe preview shows the last good pages; save a corrected file and it follows.');
    lastPrinted = shown.length > 0 ? now : undefined;
    report = isFaulty ? now : undefined;
    return isFaulty;
  }
  let lastPrinted: string | undefined;

  /** The lines of files with faults, as they are now. */
  function withLines(shown: readonly Diagnostic[]): ReadonlyMap<string, string> {
    const lines = new Map(texts);
    for (const { file } of shown)
      if (!lines.get(file)) lines.set(file, readQuietly(path.join(contentFolder, file)));
    return lines;
  }

  async function show({ written, isOther }: FolderChanges): Promise<void> {
    const startMs = performance.now();
    const files = written as readonly SourcePath[];
    for (const file of files) writtenMeanwhile.add(file);
    const edited = isOther || files.length === 0 ? undefined : sites.edit(files);
    if (edited === undefined) return;
    diagnostics = withEdited(diagnostics, edited);
    for (const file of files) texts = new Map(texts).set(file, '');
    const isFaulty = showReport();
    await server.update();
    if (isFaulty) return;
    const tookMs = Math.ceil(performance.now() - startMs);
    print(
      `${files.map((file) => path.join(options.shownFolder, file)).join(', ')}: shown after ${tookMs} ms`,
    );
    await setImmediate();
    const heavy = budgetFaults(sites.heavyPages(targetsOf(files)), 'warning');
    if (heavy.length > 0)
      print(formatReport(createReport(heavy, options.shownFolder, withLines(heavy)), 'pretty'));
  }

  print(`looking through the content … ${server.url}`);
  // Before the first survey, so that no change during it is lost.
  const watch = await watchFolder(contentFolder, (error) => printError(explain(error)));
  try {
    void survey();
    while (!signal.aborted) {
      const changes = await watch.nextChanges(signal);
      if (signal.aborted) break;
      await show(changes);
      void survey();
    }
  } finally {
    pool?.close();
    await Promise.all([watch.close(), server.close()]);
  }
}

/** With what is known of the texts of single folders in place of what was. */
function withEdited(
  all: readonly Diagnostic[],
  edited: readonly { readonly path: SourcePath; readonly diagnostics: readonly Diagnostic[] }[],
): readonly Diagnostic[] {
  const folders = new Set(edited.map(({ path: folder }) => folder));
  const others = all.filter(({ file }) => !folders.has(folderOf(file as SourcePath)));
  return sortDiagnostics([...others, ...edited.flatMap((folder) => folder.diagnostics)]);
}

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

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
