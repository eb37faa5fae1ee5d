/** `npm run check`: every fault of every file in one run, or again after every change. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { watchMarks } from '../build/diagnostics/formats/lines.ts';
import { createReport, formatReport, type ReportFormat, reportFormats } from '../build/diagnostics/report.ts';
import { openFindingStore } from '../build/external/finding-store.ts';
import type { CountryFolders } from '../build/model/content-folders.ts';
import { withExternalLinks } from '../build/pipeline/check-external.ts';
import { type CheckedContent, checkContent } from '../build/pipeline.ts';
import { schemaFolder } from '../build/schema/read-schema.ts';
import { watchFolders } from '../build/serve/watch-folders.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { type ExitCode, explainError, run } from './run.ts';

const usage = `usage: npm run check -- [--content DIR] [--country-dir CC=DIR] [--watch] [--external]
                       [--format ${reportFormats.join('|')}]

  --content DIR  the content folder (content)
  --country-dir CC=DIR
                 the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --format F     how faults are reported (pretty; with --watch lines)
  --watch        check again after every change, until Ctrl-C; a line marks where each report begins and ends
  --external     also ask other sites whether the links to them still work: slowly, and once a day`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      format: { type: 'string' },
      watch: { type: 'boolean', default: false },
      external: { type: 'boolean', default: false },
    },
  });
  const format = (values.format ?? (values.watch ? 'lines' : 'pretty')) as ReportFormat;
  if (!reportFormats.includes(format)) throw new UsageError(`there is no format "${values.format}"`);
  if (values.watch && values.external)
    throw new UsageError('--external is not asked again after every change: leave out --watch');
  await requireFolder(values.content);
  const countryFolders = await openCountryFolders(values['country-dir'], values.content);
  if (!values.watch)
    return checkOnce(values.content, countryFolders, format, values.external ? signal : undefined);
  const elsewhere = [...countryFolders].map(([code, folder]) => `--country-dir=${code}=${folder}`);
  const again = ['--content', values.content, ...elsewhere, '--format', format];
  return checkAgain([values.content, ...countryFolders.values()], again, signal);
});

/** @param external asks other sites, until it is aborted */
async function checkOnce(
  folder: string,
  countryFolders: CountryFolders,
  format: ReportFormat,
  external?: AbortSignal,
): Promise<ExitCode> {
  const checked = await checkContent({ contentFolder: folder, countryFolders, drafts: true });
  const content =
    external === undefined ? checked : await askOthers(checked, folder, countryFolders, external);
  const report = createReport(content.diagnostics, displayFolder(folder), content.texts, countryFolders);
  await print(`${formatReport(report, format)}\n`);
  return hasErrors(content.diagnostics) ? 1 : 0;
}

async function askOthers(
  content: CheckedContent,
  folder: string,
  countryFolders: CountryFolders,
  signal: AbortSignal,
): Promise<CheckedContent> {
  const store = openFindingStore(path.join('.cache', 'external'), Date.now());
  const isTerminal = process.stderr.isTTY;
  const onProgress = (done: number, total: number): unknown =>
    isTerminal && process.stderr.write(`\r\x1b[Kasked for ${done} of ${total} addresses`);
  const asked = await withExternalLinks(content, folder, { store, signal, onProgress }, countryFolders);
  if (isTerminal) process.stderr.write('\r\x1b[K');
  return asked;
}

async function checkAgain(
  folders: readonly string[],
  args: readonly string[],
  signal: AbortSignal,
): Promise<ExitCode> {
  const watch = await watchFolders([...folders, fileURLToPath(schemaFolder)], (error) =>
    console.error(explainError(error)),
  );
  try {
    while (!signal.aborted) {
      await print(`${watchMarks.begin}\n`);
      await checkInProcess(args, signal);
      if (!signal.aborted) await print(`${watchMarks.end}\n`);
      await watch.nextChanges(signal);
    }
  } finally {
    await watch.close();
  }
  return 0;
}

/** Every run is a process of its own, which reads the schemas anew and whose end, whatever it is, does not end the watch. */
async function checkInProcess(args: readonly string[], signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a group of its own, so that Ctrl-C comes to this process alone.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const end = (): void => void child.kill();
  signal.addEventListener('abort', end, { once: true });
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Uint8Array) => signal.aborted || process[stream].write(chunk));
  await once(child, 'close');
  signal.removeEventListener('abort', end);
}

function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => void process.stdout.write(text, () => resolve()));
}
