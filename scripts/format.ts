/** `npm run format`: the fields of texts and data files in their usual order and quotation marks. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import type { Diagnostic } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { formAt } from '../build/format/fields-form.ts';
import { changedMeanwhile, formatFile } from '../build/format/format-file.ts';
import { type CountryFolders, shownPathOf, sourcePathOf } from '../build/model/content-folders.ts';
import { replaceFile } from '../build/output/replace-file.ts';
import { type FoundText, listContent } from '../build/read/list-content.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { run } from './run.ts';

const usage = `usage: npm run format -- [--content DIR] [--country-dir CC=DIR] [--check] [--json] [PATH…]

Puts the fields of texts and data files into their usual order, with quotation marks only where they are needed. Comments, and
every text below the fields, stay as they are.

  --content DIR  the content folder (content)
  --country-dir CC=DIR
                 the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --check        change nothing; list what would change, and exit with 1 if there is something
  --json         the list as JSON on standard output
  PATH…          only these files, or the files in these folders (all)`;

await run(usage, async (args, signal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      check: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  await requireFolder(values.content);
  const countryFolders = await openCountryFolders(values['country-dir'], values.content);
  const folder = displayFolder(values.content);
  const files = wantedFiles(values.content, countryFolders, positionals);
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const changed: string[] = [];
  for (const { path: file, place, absolutePath } of files) {
    signal.throwIfAborted();
    const form = formAt(place);
    if (form === undefined) continue;
    const bytes = await readFile(absolutePath);
    const { fresh, diagnostics: faults, text } = formatFile(bytes, form, file);
    texts.set(file, text);
    diagnostics.push(...faults);
    if (fresh === undefined) continue;
    if (values.check || (await replaceFile(absolutePath, bytes, fresh)))
      changed.push(shownPathOf(file, folder, countryFolders));
    else diagnostics.push(changedMeanwhile(file));
  }
  const report = createReport(diagnostics, folder, texts, countryFolders);
  const counts = { files: texts.size, changed: changed.length };
  if (values.json)
    console.log(JSON.stringify({ changed, diagnostics: report.diagnostics, summary: counts }, null, 2));
  else {
    if (diagnostics.length > 0) console.error(`${formatReport(report, 'pretty')}\n`);
    for (const file of changed) console.log(file);
    console.log(summary(counts, values.check));
  }
  return report.summary.errors > 0 || (values.check && changed.length > 0) ? 1 : 0;
});

function summary(
  { files, changed }: { readonly files: number; readonly changed: number },
  isCheck: boolean,
): string {
  const of = `${changed} of ${files} files`;
  if (changed === 0) return `${of} ${isCheck ? 'would change' : 'changed'}`;
  return isCheck ? `${of} would change; "npm run format" changes them` : `${of} changed`;
}

/** @throws UsageError for a path at which no file with fields lies */
function wantedFiles(
  content: string,
  countryFolders: CountryFolders,
  paths: readonly string[],
): readonly FoundText[] {
  const all = listContent(content, countryFolders).texts.filter(
    ({ unread, place }) => !unread && formAt(place) !== undefined,
  );
  if (paths.length === 0) return all;
  const wanted = new Set<FoundText>();
  for (const wantedPath of paths) {
    const below = sourcePathOf(wantedPath, content, countryFolders)?.replace(/\/$/, '');
    const found = all.filter(
      ({ path: file }) => below === '' || file === below || file.startsWith(`${below}/`),
    );
    if (found.length === 0)
      throw new UsageError(
        `"${wantedPath}" is no text or data file of ${displayFolder(content)}/, nor a folder of such`,
      );
    for (const file of found) wanted.add(file);
  }
  return all.filter((file) => wanted.has(file));
}
