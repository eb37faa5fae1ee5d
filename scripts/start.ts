/** `npm start`: builds every national site with its drafts, serves them on this computer, and rebuilds when content changes. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { galleryPage } from '../build/gallery/gallery.ts';
import { type BuildResult, buildSites, type CheckedContent, checkContent } from '../build/pipeline.ts';
import { startPreviewServer } from '../build/serve/preview-server.ts';
import { type FolderWatch, watchFolders } from '../build/serve/watch-folders.ts';
import { describeLanguage } from '../templates/locale/languages.ts';
import { type Edition, renderBuilding, renderEditions } from '../templates/pages/editions.ts';
import { renderFaults } from '../templates/pages/faults.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { explainError, run } from './run.ts';

const usage = `usage: npm start -- [--content DIR] [--port N] [--host ADDRESS]

  --content DIR    the content folder (content)
  --port N         the port to listen on (8080)
  --host ADDRESS   the address to listen on (127.0.0.1, which only this computer reaches)`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65535)
    throw new UsageError(`--port: "${values.port}" is not a number of a port`);
  await requireFolder(values.content);
  const root = path.join('.cache', 'preview', String(port));
  await mkdir(root, { recursive: true });

  let latest: BuildResult | undefined;
  let faults: string | undefined;
  /** What the gallery is made of, read when somebody opens it. */
  let checked: Promise<CheckedContent> | undefined;
  const content = { contentFolder: values.content, drafts: true };
  const server = await startPreviewServer({
    root,
    host: values.host,
    port,
    frontPage: () =>
      latest === undefined ? renderUnbuilt(faults) : renderEditions(describeEditions(latest)),
    faultsPage: () => (faults === undefined ? undefined : renderFaults(faults)),
    async galleryPage(pathname, query) {
      checked ??= checkContent(content);
      return galleryPage(await checked, pathname, query);
    },
  });

  async function rebuild(): Promise<void> {
    const startMs = performance.now();
    const result = await buildSites({
      ...content,
      out: root,
      cache: path.join('.cache', 'build'),
      baseUrl: server.url,
      signal,
    });
    const shown = result.diagnostics.filter(({ severity }) => severity !== 'info');
    const report = formatReport(createReport(shown, displayFolder(values.content), result.texts), 'pretty');
    if (shown.length > 0) console.log(`\n${report}`);
    if (hasErrors(result.diagnostics)) {
      showFaults(report);
      console.log('\nThe preview shows the last good pages; save a corrected file and it follows.');
      return;
    }
    faults = undefined;
    latest = result;
    checked = undefined;
    const pages = result.sites.reduce((sum, site) => sum + site.pages, 0);
    console.log(
      `${pages} pages of ${result.sites.length} national sites in ${((performance.now() - startMs) / 1000).toFixed(1)} s – ${server.url}`,
    );
    server.reload();
  }

  /** A file that is away for a moment must not end the preview: what fails now may succeed after the next change. */
  async function tryRebuild(): Promise<void> {
    try {
      await rebuild();
    } catch (error) {
      if (signal.aborted || error instanceof UsageError) throw error;
      const sentence = explainError(error);
      if (sentence !== faults) console.error(sentence);
      showFaults(sentence);
    }
  }

  function showFaults(report: string): void {
    faults = report;
    // Until there is a good page, open pages wait for one: they become the report.
    if (latest === undefined) server.reload();
    else server.showFaults();
  }

  let watch: FolderWatch | undefined;
  try {
    console.log(`building the national sites … ${server.url}`);
    // Before the first build, so that no change during it is lost.
    watch = await watchFolders([values.content], (error) => console.error(explainError(error)));
    while (!signal.aborted) {
      await tryRebuild();
      await watch.nextChange(signal);
    }
  } finally {
    await Promise.all([watch?.close(), server.close()]);
  }
  return 0;
});

function renderUnbuilt(faults: string | undefined): string {
  return faults === undefined ? renderBuilding() : renderFaults(faults);
}

function describeEditions({ sites }: BuildResult): Edition[] {
  return sites.map(({ country, name, languages }) => ({
    code: country,
    name,
    path: `/${country}/`,
    languages: languages.map((tag) => describeLanguage(tag).autonym),
  }));
}
