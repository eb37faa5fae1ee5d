/** `npm start`: builds every national site with its drafts, serves them on this computer, and rebuilds when content changes. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { watch } from 'chokidar';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { type BuildResult, buildSites } from '../build/pipeline.ts';
import { startPreviewServer } from '../build/serve/preview-server.ts';
import { describeLanguage } from '../templates/locale/languages.ts';
import { type Edition, renderEditions } from '../templates/pages/editions.ts';
import { renderFaults } from '../templates/pages/faults.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { run } from './run.ts';

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
  const server = await startPreviewServer({
    root,
    host: values.host,
    port,
    frontPage: () =>
      latest === undefined
        ? renderFaults(faults ?? 'The sites are being built …')
        : renderEditions(describeEditions(latest)),
    faultsPage: () => (faults === undefined ? undefined : renderFaults(faults)),
  });

  async function rebuild(): Promise<void> {
    const startMs = performance.now();
    const result = await buildSites({
      contentFolder: values.content,
      out: root,
      drafts: true,
      baseUrl: server.url,
      signal,
    });
    const shown = result.content.diagnostics.filter(({ severity }) => severity !== 'info');
    const report = formatReport(
      createReport(shown, displayFolder(values.content), result.content.texts),
      'pretty',
    );
    if (shown.length > 0) console.log(`\n${report}`);
    if (hasErrors(result.content.diagnostics)) {
      faults = report;
      console.log('\nThe preview shows the last good pages; save a corrected file and it follows.');
      server.showFaults();
      return;
    }
    faults = undefined;
    latest = result;
    const pages = result.sites.reduce((sum, site) => sum + site.pages, 0);
    console.log(
      `${pages} pages of ${result.sites.length} national sites in ${((performance.now() - startMs) / 1000).toFixed(1)} s – ${server.url}`,
    );
    server.reload();
  }

  console.log('building the national sites …');
  await rebuild();
  await followChanges(values.content, rebuild, signal);
  await server.close();
  return 0;
});

function describeEditions({ content }: BuildResult): Edition[] {
  return content.editions.map(({ edition: { country, languages } }) => ({
    code: country.code,
    name: country.country.name['en'] ?? Object.values(country.country.name)[0] ?? country.code,
    path: `/${country.code}/`,
    languages: languages.map(({ tag, dir }) => describeLanguage(tag, undefined, dir).autonym),
  }));
}

/** Calls back after each burst of changes; ends when the signal is aborted. */
async function followChanges(
  folder: string,
  onChange: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const watcher = watch(folder, { ignoreInitial: true, ignored: /(^|[/\\])\.|~$/ });
  let pending = false;
  let wake = (): void => {};
  watcher.on('all', () => {
    pending = true;
    wake();
  });
  signal.addEventListener('abort', () => wake());
  while (!signal.aborted) {
    if (!pending) await new Promise<void>((resolve) => (wake = resolve));
    pending = false;
    if (!signal.aborted) await onChange();
  }
  await watcher.close();
}
