/** `npm run check`: every fault of every file in one run. */
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport, type ReportFormat, reportFormats } from '../build/diagnostics/report.ts';
import { checkContent } from '../build/pipeline.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { run } from './run.ts';

const usage = `usage: npm run check -- [--content DIR] [--format ${reportFormats.join('|')}]

  --content DIR  the content folder (content)
  --format F     how faults are reported (pretty)`;

await run(usage, async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const format = values.format as ReportFormat;
  if (!reportFormats.includes(format)) throw new UsageError(`there is no format "${values.format}"`);
  await requireFolder(values.content);
  const content = await checkContent({ contentFolder: values.content, drafts: true });
  const report = createReport(content.diagnostics, displayFolder(values.content), content.texts);
  await new Promise<void>((resolve) =>
    process.stdout.write(`${formatReport(report, format)}\n`, () => resolve()),
  );
  return hasErrors(content.diagnostics) ? 1 : 0;
});
