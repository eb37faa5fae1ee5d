/**
 * `npm run status`: missing, stale, unknown and unreviewed translations, national overlays that have diverged, and how far the words
 * of the interface are translated.
 */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { toSourcePath } from '../build/model/paths.ts';
import { replaceFile } from '../build/output/replace-file.ts';
import { type CheckedContent, checkContent } from '../build/pipeline.ts';
import { acceptText } from '../build/status/accept.ts';
import { formatStatuses } from '../build/status/format-status.ts';
import { statusOf } from '../build/status/status.ts';
import { type SiteLanguage, stringsStatus } from '../build/status/strings-status.ts';
import { isLocale, type Locale } from '../schemas/brands.ts';
import { contentCountries, displayFolder, requireFolder } from './content-folder.ts';
import { type ExitCode, run } from './run.ts';

const usage = `usage: npm run status -- [--country kg,tj] [--content DIR] [--format pretty|json]
       npm run status -- --accept PATH…

  --country CC,…   only these countries (all)
  --content DIR    the content folder (content)
  --format F       how the list is shown (pretty)
  --accept PATH…   record that these translations or national texts fit the texts they were made from`;

await run(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      country: { type: 'string' },
      content: { type: 'string', default: 'content' },
      format: { type: 'string', default: 'pretty' },
      accept: { type: 'boolean', default: false },
    },
  });
  if (values.format !== 'pretty' && values.format !== 'json')
    throw new UsageError(`there is no format "${values.format}"`);
  if (!values.accept && positionals.length > 0) throw new UsageError('paths go with --accept');
  if (values.accept && positionals.length === 0) throw new UsageError('--accept takes the paths of texts');
  const countries = values.country?.split(',').map((code) => code.trim());
  await requireFolder(values.content);
  await contentCountries(values.content, countries);
  const content = await checkContent({
    contentFolder: values.content,
    drafts: true,
    ...(countries !== undefined && { countries }),
  });
  if (hasErrors(content.diagnostics)) {
    console.error(
      formatReport(createReport(content.diagnostics, displayFolder(values.content), content.texts), 'pretty'),
    );
    return 1;
  }
  if (values.accept) return accept(content, values.content, positionals);
  const statuses = content.editions.map(({ edition }) => statusOf(edition, content.catalogue));
  const strings = stringsStatus(
    await readCatalogues(values.content),
    content.editions.flatMap(({ edition }) => edition.country.country.languages as SiteLanguage[]),
  );
  console.log(
    values.format === 'json'
      ? JSON.stringify({ countries: statuses, strings }, null, 2)
      : formatStatuses(statuses, strings, displayFolder(values.content)),
  );
  return 0;
});

async function readCatalogues(folder: string): Promise<ReadonlyMap<Locale, string>> {
  const catalogues = new Map<Locale, string>();
  for await (const file of glob('strings/*.po', { cwd: folder })) {
    const locale = path.basename(file, '.po');
    if (isLocale(locale)) catalogues.set(locale, await readFile(path.join(folder, file), 'utf8'));
  }
  return catalogues;
}

async function accept(content: CheckedContent, folder: string, files: readonly string[]): Promise<ExitCode> {
  let refused = false;
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const accepted = acceptText(
      content.catalogue,
      toSourcePath(path.relative(folder, file)),
      bytes.toString(),
    );
    if ('refused' in accepted) {
      console.error(`${file} ${accepted.refused}`);
      refused = true;
      continue;
    }
    const isWritten = await replaceFile(file, bytes, accepted.raw);
    if (isWritten) console.log(`${file}: recorded`);
    else console.error(`${file} was changed by another program just now; run the command again`);
    refused ||= !isWritten;
  }
  return refused ? 1 : 0;
}
