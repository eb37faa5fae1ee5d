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
import { type CountryFolders, shownPathOf, sourcePathOf } from '../build/model/content-folders.ts';
import { toSourcePath } from '../build/model/paths.ts';
import { replaceFile } from '../build/output/replace-file.ts';
import { type CheckedContent, checkContent } from '../build/pipeline.ts';
import { acceptText } from '../build/status/accept.ts';
import { type Attention, type CountryStatus, statusOf } from '../build/status/status.ts';
import { type SiteLanguage, type StringsStatus, stringsStatus } from '../build/status/strings-status.ts';
import { isLocale, type Locale } from '../schemas/brands.ts';
import { contentCountries, displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { type ExitCode, run } from './run.ts';

const usage = `usage: npm run status -- [--country kg,tj] [--content DIR] [--country-dir CC=DIR] [--format pretty|json]
       npm run status -- --accept PATH…

  --country CC,…   only these countries (all)
  --content DIR    the content folder (content)
  --country-dir CC=DIR
                   the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --format F       how the list is shown (pretty)
  --accept PATH…   record that these translations or national texts fit the texts they were made from`;

const titles: Readonly<Record<Attention, string>> = {
  missing: 'not translated; another language stands in',
  stale: 'translated from an older original',
  unknown: 'translated, but nobody recorded from which state of the original (--accept)',
  unreviewed: 'translated, not yet reviewed',
  diverged: 'the shared text has changed since this national text was made',
  'overlay-unknown': 'a national text, but nobody recorded from which state of the shared text (--accept)',
};

await run(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      country: { type: 'string' },
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
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
  const countryFolders = await openCountryFolders(values['country-dir'], values.content);
  await contentCountries(values.content, countries, countryFolders);
  const content = await checkContent({
    contentFolder: values.content,
    countryFolders,
    drafts: true,
    ...(countries !== undefined && { countries }),
  });
  if (hasErrors(content.diagnostics)) {
    console.error(
      formatReport(
        createReport(content.diagnostics, displayFolder(values.content), content.texts, countryFolders),
        'pretty',
      ),
    );
    return 1;
  }
  if (values.accept) return accept(content, values.content, positionals, countryFolders);
  const statuses = content.editions.map(({ edition }) => statusOf(edition));
  const strings = stringsStatus(
    await readCatalogues(values.content),
    content.editions.flatMap(({ edition }) => edition.country.country.languages as SiteLanguage[]),
  );
  console.log(
    values.format === 'json'
      ? JSON.stringify({ countries: statuses, strings }, null, 2)
      : [
          ...statuses.map((status) => formatStatus(status, displayFolder(values.content), countryFolders)),
          formatStrings(strings),
        ].join('\n\n'),
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

async function accept(
  content: CheckedContent,
  folder: string,
  files: readonly string[],
  countryFolders: CountryFolders,
): Promise<ExitCode> {
  let refused = false;
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const accepted = acceptText(
      content.catalogue,
      sourcePathOf(file, folder, countryFolders) ?? toSourcePath(path.relative(folder, file)),
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

function formatStatus(
  { country, languages, items }: CountryStatus,
  folder: string,
  countryFolders: CountryFolders,
): string {
  const lines = languages.map(({ locale, texts, own }) => `  ${locale.padEnd(8)} ${own} of ${texts} texts`);
  for (const [attention, group] of Map.groupBy(items, (item) => item.attention)) {
    lines.push(
      `  ${titles[attention]}:`,
      ...group.map(
        (item) =>
          `    ${item.locale.padEnd(8)} ${item.target}${attention === 'missing' ? '' : `  ${shownPathOf(item.file, folder, countryFolders)}`}`,
      ),
    );
  }
  return [country, ...lines].join('\n');
}

function formatStrings({ messages, languages }: StringsStatus): string {
  const lines = languages.map(({ locale, translated, machineMade, reviewed, convertedFrom }) => {
    const counts = `${translated} of ${messages} messages; ${machineMade} by a machine, ${reviewed} reviewed`;
    if (convertedFrom === undefined) return `  ${locale.padEnd(8)} ${counts}`;
    return `  ${locale.padEnd(8)} converted from ${convertedFrom}${translated > 0 ? `, and ${counts}` : ''}`;
  });
  return ['words of the interface', ...lines].join('\n');
}
