/**
 * `npm run status`: missing, stale, unknown and unreviewed translations, national overlays that have diverged, and how far the words
 * of the interface are translated; of one text what has changed under its translations; what a change does to the national sites;
 * and which goals of a country's framework are served.
 */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { openGit } from '../build/git/git.ts';
import { type CountryFolders, shownPathOf, sourcePathOf } from '../build/model/content-folders.ts';
import { toSourcePath } from '../build/model/paths.ts';
import { replaceFile } from '../build/output/replace-file.ts';
import { versionReader } from '../build/pipeline/version-reader.ts';
import { type CheckedContent, checkContent } from '../build/pipeline.ts';
import { acceptText } from '../build/status/accept.ts';
import { coverageOf, formatCoverages } from '../build/status/coverage.ts';
import { entryChanges } from '../build/status/entry-changes.ts';
import { findEntry } from '../build/status/find-entry.ts';
import { formatChanges } from '../build/status/format-changes.ts';
import { formatImpact, impactInWords } from '../build/status/format-impact.ts';
import { formatStatuses } from '../build/status/format-status.ts';
import { measureImpact } from '../build/status/measure-impact.ts';
import { statusOf } from '../build/status/status.ts';
import { type SiteLanguage, stringsStatus } from '../build/status/strings-status.ts';
import { isLocale, type Locale } from '../schemas/brands.ts';
import { contentCountries, displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { type ExitCode, run } from './run.ts';

const usage = `usage: npm run status -- [--country kg,tj] [--content DIR] [--country-dir CC=DIR] [--format pretty|json]
       npm run status -- TEXT… [--format pretty|json]
       npm run status -- --impact [--since REF] [--country kg,tj] [--format pretty|json]
       npm run status -- --coverage [--country kg,tj] [--format pretty|json]
       npm run status -- --accept PATH…

  --country CC,…   only these countries (all)
  --content DIR    the content folder (content)
  --country-dir CC=DIR
                   the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --format F       how the list is shown (pretty)
  TEXT…            what has changed since these were translated: a file, a folder, or courses/play/first-week
  --impact         what the changes that are not committed do to the national sites; a --country-dir has a history of its own
                   and is taken as it is
  --since REF      all changes since this commit, branch or tag of Git (HEAD)
  --coverage       which goals of each country's framework no course or material serves
  --accept PATH…   record that these translations or national texts fit the texts they were made from`;

await run(usage, async (args) => {
  const request = await readRequest(args);
  const { contentFolder, countryFolders, countries } = request;
  await contentCountries(contentFolder, countries, countryFolders);
  if (request.task === 'impact') return tellImpact(request);
  const content = await checkContent({
    contentFolder,
    countryFolders,
    drafts: request.task !== 'coverage',
    ...(countries !== undefined && { countries }),
  });
  if (hasErrors(content.diagnostics)) return tellFaults(content, request);
  switch (request.task) {
    case 'accept':
      return accept(content, request);
    case 'changes':
      return tellChanges(content, request);
    case 'coverage':
      return tellCoverage(content, request);
    case 'matrix':
      return tellMatrix(content, request);
  }
});

interface Request {
  readonly task: 'matrix' | 'changes' | 'impact' | 'coverage' | 'accept';
  readonly contentFolder: string;
  readonly countryFolders: CountryFolders;
  readonly countries: readonly string[] | undefined;
  readonly isJson: boolean;
  readonly since: string;
  readonly texts: readonly string[];
}

async function readRequest(args: readonly string[]): Promise<Request> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      country: { type: 'string' },
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      format: { type: 'string', default: 'pretty' },
      impact: { type: 'boolean', default: false },
      since: { type: 'string' },
      coverage: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
    },
  });
  const { accept, impact, coverage } = values;
  if (values.format !== 'pretty' && values.format !== 'json')
    throw new UsageError(`there is no format "${values.format}"`);
  if ([accept, impact, coverage].filter((isWanted) => isWanted).length > 1)
    throw new UsageError('only one of --accept, --impact and --coverage at a time');
  if (accept && positionals.length === 0) throw new UsageError('--accept takes the paths of texts');
  if ((impact || coverage) && positionals.length > 0)
    throw new UsageError('--impact and --coverage are about all texts and take no path');
  if (values.since !== undefined && !impact) throw new UsageError('--since goes with --impact');
  await requireFolder(values.content);
  return {
    task: accept
      ? 'accept'
      : impact
        ? 'impact'
        : coverage
          ? 'coverage'
          : positionals.length > 0
            ? 'changes'
            : 'matrix',
    contentFolder: values.content,
    countryFolders: await openCountryFolders(values['country-dir'], values.content),
    countries: values.country?.split(',').map((code) => code.trim()),
    isJson: values.format === 'json',
    since: values.since ?? 'HEAD',
    texts: positionals,
  };
}

/** Prints the one or the other. */
function tell({ isJson }: Request, data: unknown, pretty: string): ExitCode {
  console.log(isJson ? JSON.stringify(data, null, 2) : pretty);
  return 0;
}

/** Tells where a file of the content is found. */
function shownIn({ contentFolder, countryFolders }: Request): (file: string) => string {
  return (file) => shownPathOf(file, displayFolder(contentFolder), countryFolders);
}

function tellFaults(
  { diagnostics, texts }: CheckedContent,
  { contentFolder, countryFolders }: Request,
): ExitCode {
  const report = createReport(diagnostics, displayFolder(contentFolder), texts, countryFolders);
  console.error(formatReport(report, 'pretty'));
  return 1;
}

async function tellMatrix(content: CheckedContent, request: Request): Promise<ExitCode> {
  const statuses = content.editions.map(({ edition }) => statusOf(edition, content.catalogue));
  const strings = stringsStatus(
    await readCatalogues(request.contentFolder),
    content.editions.flatMap(({ edition }) => edition.country.country.languages as SiteLanguage[]),
  );
  return tell(request, { countries: statuses, strings }, formatStatuses(statuses, strings, shownIn(request)));
}

async function tellChanges({ catalogue }: CheckedContent, request: Request): Promise<ExitCode> {
  const { contentFolder, countryFolders, texts } = request;
  const found = texts.map((text) => findEntry(text, catalogue));
  const git = await openGit(contentFolder);
  const readText = versionReader(contentFolder, countryFolders);
  const entries = await Promise.all(
    found.map(async ({ target, within }) => {
      const changes = await entryChanges(target, catalogue, git, readText);
      const isMeant = (file: string): boolean => file.startsWith(within);
      return { target, texts: changes.filter(({ file, basis }) => isMeant(file) || isMeant(basis)) };
    }),
  );
  const pretty = entries.map((entry) => `${entry.target}\n\n${formatChanges(entry.texts, shownIn(request))}`);
  return tell(request, { entries }, pretty.join('\n\n'));
}

function tellCoverage({ catalogue, editions }: CheckedContent, request: Request): ExitCode {
  const coverage = editions.map(({ edition }) => coverageOf(edition, catalogue));
  return tell(request, { coverage }, formatCoverages(coverage));
}

async function tellImpact(request: Request): Promise<ExitCode> {
  const { contentFolder, countryFolders, countries, since } = request;
  const measured = await measureImpact({
    contentFolder,
    countryFolders,
    since,
    ...(countries !== undefined && { countries }),
  });
  if ('faulty' in measured) {
    if (measured.isOlder)
      console.error(`The content of "${since}" has faults, so that it cannot be compared with:\n`);
    return tellFaults(measured.faulty, request);
  }
  const { impact } = measured;
  return tell(
    request,
    { impact: { summary: impactInWords(impact), ...impact } },
    formatImpact(impact, shownIn(request)),
  );
}

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
  { contentFolder, countryFolders, texts }: Request,
): Promise<ExitCode> {
  let refused = false;
  for (const file of texts) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const accepted = acceptText(
      content.catalogue,
      sourcePathOf(file, contentFolder, countryFolders) ?? toSourcePath(path.relative(contentFolder, file)),
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
