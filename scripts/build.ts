/** `npm run build`: the national sites, in `dist/<cc>/`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatWeights } from '../build/budgets/format-weights.ts';
import { type TemplateWeight, weighSites } from '../build/budgets/weigh-sites.ts';
import { UsageError } from '../build/cli/errors.ts';
import { createProgressReport, type ProgressReport } from '../build/cli/progress.ts';
import { createReport, formatReport, type ReportFormat, reportFormats } from '../build/diagnostics/report.ts';
import { type CountryFolders, noCountryFolders } from '../build/model/content-folders.ts';
import { checkOutputFolder } from '../build/output/check-output-folder.ts';
import { buildWords, type Stage } from '../build/pipeline/progress.ts';
import { type BuildResult, buildSites } from '../build/pipeline.ts';
import { writePseudoContent } from '../build/pseudo/pseudo-content.ts';
import { contentCountries, displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { run } from './run.ts';

const usage = `usage: npm run build -- [--country kg,tj] [--content DIR] [--country-dir CC=DIR] [--out DIR] [--base-url URL]
                       [--cache DIR] [--clean] [--no-search] [--budgets] [--pseudo] [--format F] [--json]

  --country CC,…   only these countries (all)
  --content DIR    the content folder (content)
  --country-dir CC=DIR
                   the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --out DIR        where the sites go, one folder each (dist)
  --base-url URL   where the sites will be served, as URL/<cc>/ (the url of each country.yml)
  --cache DIR      where results are kept for the next build (.cache/build)
  --clean          build everything anew, and put whole sites into the place of the old ones
  --no-search      leave out the search bundles, to measure or for a quick look: the search page finds nothing
  --budgets        also print what the pages of each kind weigh, by country, and what they may weigh
  --pseudo         build to look for what is not translated: sites that also speak en-XA (accents in ⟦brackets⟧, two fifths longer)
                   and ar-XB (from right to left), with drafts, in .cache/pseudo/sites
  --format F       how faults are reported, as by check: ${reportFormats.join('|')} (pretty)
  --json           a summary as JSON on standard output: sites, seconds of each stage, faults`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      country: { type: 'string' },
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      out: { type: 'string' },
      'base-url': { type: 'string' },
      cache: { type: 'string' },
      clean: { type: 'boolean', default: false },
      search: { type: 'boolean', default: true },
      budgets: { type: 'boolean', default: false },
      pseudo: { type: 'boolean', default: false },
      format: { type: 'string', default: 'pretty' },
      json: { type: 'boolean', default: false },
    },
  });
  const { pseudo } = values;
  const {
    out = pseudo ? path.join('.cache', 'pseudo', 'sites') : 'dist',
    cache = path.join('.cache', pseudo ? 'pseudo' : 'build'),
  } = values;
  const format = values.format as ReportFormat;
  if (!reportFormats.includes(format)) throw new UsageError(`there is no format "${values.format}"`);
  const baseUrl = values['base-url'];
  if (baseUrl !== undefined && !/^https?:\/\/[^\s?#]+$/.test(baseUrl))
    throw new UsageError(`--base-url: "${baseUrl}" is not a web address`);
  const countries = values.country?.split(',').map((code) => code.trim());
  await requireFolder(values.content);
  const countryFolders = await openCountryFolders(values['country-dir'], values.content);
  await checkOutputFolder(out, values.content, countryFolders);
  await contentCountries(values.content, countries, countryFolders);
  const contentFolder = pseudo ? path.join(cache, 'content') : values.content;
  if (pseudo) await writePseudoContent(values.content, contentFolder, countryFolders);
  const startMs = performance.now();
  const progress = createProgressReport(process.stderr, () => performance.now(), buildWords);
  const built = await buildSites({
    contentFolder,
    countryFolders: pseudo ? noCountryFolders : countryFolders,
    out,
    cache,
    clean: values.clean,
    search: values.search,
    drafts: pseudo,
    signal,
    ...(countries !== undefined && { countries }),
    ...(baseUrl !== undefined && { baseUrl }),
    onProgress: progress.tell,
  }).finally(progress.end);
  const result = pseudo ? withoutWeights(built) : built;
  const seconds = (performance.now() - startMs) / 1000;
  const countriesBuilt = result.sites.map(({ country }) => country);
  const weights = values.budgets ? await weighSites(out, countriesBuilt) : undefined;
  return values.json
    ? printJson(result, seconds, progress.seconds(), { folder: values.content, countryFolders }, weights)
    : printText(result, seconds, { folder: values.content, countryFolders, out, pseudo, format }, weights);
});

/** Made-up words are longer on purpose, and nobody pays for them. */
function withoutWeights(result: BuildResult): BuildResult {
  return { ...result, diagnostics: result.diagnostics.filter(({ code }) => code !== 'page/budget') };
}

/** Where the content lies. */
interface Places {
  readonly folder: string;
  readonly countryFolders: CountryFolders;
}

interface TextOptions {
  readonly out: string;
  readonly pseudo: boolean;
  /** Of faults. */
  readonly format: ReportFormat;
}

function printText(
  { diagnostics, texts, sites }: BuildResult,
  seconds: number,
  { folder, countryFolders, out, pseudo, format }: Places & TextOptions,
  weights?: readonly TemplateWeight[],
): 0 | 1 {
  const faults = diagnostics.filter(({ severity }) => severity !== 'info');
  if (faults.length > 0)
    console.error(
      `${formatReport(createReport(faults, displayFolder(folder), texts, countryFolders), format)}\n`,
    );
  if (sites.length === 0) {
    console.error('Nothing was built: the faults come first. The published sites have not changed.');
    return 1;
  }
  for (const { country, pages, made, languages } of sites)
    console.log(`${out}/${country}/  ${pages} pages in ${languages.join(', ')}; ${made} texts written anew`);
  console.log(`done in ${seconds.toFixed(1)} s${pseudo ? '' : '; every page keeps its budget of bytes'}`);
  if (weights !== undefined) console.log(`\n${formatWeights(weights)}`);
  return 0;
}

function printJson(
  { diagnostics: found, texts, sites }: BuildResult,
  seconds: number,
  stages: ReturnType<ProgressReport<Stage>['seconds']>,
  { folder, countryFolders }: Places,
  weights?: readonly TemplateWeight[],
): 0 | 1 {
  const { diagnostics, summary } = createReport(found, displayFolder(folder), texts, countryFolders);
  const budgets = weights?.map(({ heaviest, ...rest }) => ({
    ...rest,
    heaviest: Object.fromEntries(heaviest),
  }));
  console.log(JSON.stringify({ sites, seconds, stages, budgets, diagnostics, summary }, null, 2));
  return sites.length === 0 ? 1 : 0;
}
