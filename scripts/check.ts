/** `npm run check`: every fault of every file in one run, or again after every change. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { watchMarks } from '../build/diagnostics/formats/lines.ts';
import { createReport, formatReport, type ReportFormat, reportFormats } from '../build/diagnostics/report.ts';
import { checkContent } from '../build/pipeline.ts';
import { schemaFolder } from '../build/schema/schemas.ts';
import { watchFolders } from '../build/serve/watch-folders.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { type ExitCode, explainError, run } from './run.ts';

const usage = `usage: npm run check -- [--content DIR] [--format ${reportFormats.join('|')}] [--watch]

  --content DIR  the content folder (content)
  --format F     how faults are reported (pretty; with --watch lines)
  --watch        check again after every change, until Ctrl-C; a line marks where each report begins and ends`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      format: { type: 'string' },
      watch: { type: 'boolean', default: false },
    },
  });
  const format = (values.format ?? (values.watch ? 'lines' : 'pretty')) as ReportFormat;
  if (!reportFormats.includes(format)) throw new UsageError(`there is no format "${values.format}"`);
  await requireFolder(values.content);
  return values.watch
    ? checkAgain(values.content, ['--content', values.content, '--format', format], signal)
    : checkOnce(values.content, format);
});

async function checkOnce(folder: string, format: ReportFormat): Promise<ExitCode> {
  const content = await checkContent({ contentFolder: folder, drafts: true });
  const report = createReport(content.diagnostics, displayFolder(folder), content.texts);
  await print(`${formatReport(report, format)}\n`);
  return hasErrors(content.diagnostics) ? 1 : 0;
}

async function checkAgain(folder: string, args: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  const watch = await watchFolders([folder, fileURLToPath(schemaFolder)], (error) =>
    console.error(explainError(error)),
  );
  try {
    while (!signal.aborted) {
      await print(`${watchMarks.begin}\n`);
      await checkInProcess(args, signal);
      if (!signal.aborted) await print(`${watchMarks.end}\n`);
      await watch.nextChange(signal);
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
