/** `npm run release`: turns built sites into signed releases, in `releases/<cc>/`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { createProgressReport, megabytes } from '../build/cli/progress.ts';
import { openGit } from '../build/git/git.ts';
import type { Revision } from '../build/model/release/release-record.ts';
import { isBuiltSite } from '../build/output/built-site.ts';
import { namesIn } from '../build/output/names-in.ts';
import { patchFetcher } from '../build/publish/fetch-objects.ts';
import { pruneAtTimes } from '../build/publish/prune.ts';
import { verifyRelease } from '../build/publish/verify-release.ts';
import { type ReleaseRequest, type ReleaseResult, release, releaseWords } from '../build/release/release.ts';
import { isCountryCode } from '../schemas/brands.ts';
import {
  continuePublished,
  inReleases,
  instantOf,
  openSignerOf,
  openTargetOf,
  ownVersions,
  type PublishValues,
  projectUrl,
  publishOptions,
  publishUsage,
  sequenceOf,
} from './publish-options.ts';
import { type ExitCode, run } from './run.ts';

const usage = `usage: npm run release -- [--country kg,tj] [--from DIR] [--out DIR] [--keys DIR] [--published TARGET] [--json]
       npm run release -- --verify [--country kg] [--out DIR] [--release N]

  --country CC,…   of which countries (all that are built)
  --from DIR       the built site of one country (dist/<cc>)
  --out DIR        where its releases lie (releases/<cc>)
${publishUsage}
  --verify         build the release anew from the same revision, and compare every file
  --release N      which release is verified (the newest)
  --restore PATH   a page that was withdrawn was corrected, and may be shown again; may be given again for others`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...publishOptions,
      country: { type: 'string' },
      from: { type: 'string' },
      out: { type: 'string' },
      verify: { type: 'boolean', default: false },
      release: { type: 'string' },
      restore: { type: 'string', multiple: true },
    },
  });
  const countries = await wantedCountries(values.country, values.from ?? values.out);
  if (countries.length > 1 && (values.from ?? values.out ?? values.published) !== undefined)
    throw new UsageError('--from, --out and --published are for one country: add --country CC');
  const done: unknown[] = [];
  let code: ExitCode = 0;
  for (const country of countries) {
    const folder = values.out ?? path.join('releases', country);
    if (values.verify) {
      const sequence = sequenceOf(values.release);
      const project = fileURLToPath(projectUrl);
      const verdict = await verifyRelease({
        project,
        folder,
        sequence,
        signal,
        tell: (line) => console.error(line),
      });
      if (!verdict.isSame) code = 1;
      if (!values.json) console.log(verdict.lines.join('\n'));
      done.push(verdict);
    } else {
      const site = values.from ?? path.join('dist', country);
      requireOwnSite(site, country);
      const made = await inReleases(folder, signal, async () => {
        await continuePublished(folder, country, values, signal);
        return releaseSite({ site, folder, country }, values, signal);
      });
      if (!values.json) console.log(inWords(folder, made));
      const { isNew, record, freshObjects, seconds } = made;
      done.push({ folder, isNew, record, freshObjects, seconds });
    }
  }
  if (values.json) console.log(JSON.stringify(done, null, 2));
  return code;
});

async function releaseSite(
  place: Pick<ReleaseRequest, 'site' | 'folder' | 'country'>,
  values: PublishValues & { readonly restore?: readonly string[] | undefined },
  signal: AbortSignal,
): Promise<ReleaseResult & { readonly seconds: number }> {
  const { folder, country } = place;
  const now = new Date();
  const signer = await openSignerOf(folder, country, values, now);
  const revision = await revisionOf();
  if (revision?.isClean === false)
    console.error(
      'warning: there are changes that are not committed, so that nobody can build this release anew from the revision that it names. Commit before you release.',
    );
  const progress = createProgressReport(process.stderr, () => performance.now(), releaseWords);
  const startMs = performance.now();
  const target =
    values.published === undefined ? undefined : await openTargetOf(values.published, values.endpoint);
  const result = await release({
    ...place,
    released: instantOf(now),
    revision,
    versions: await ownVersions(),
    isTrial: signer.isTrial,
    restored: values.restore ?? [],
    sign: signer.sign,
    ...(target !== undefined && { fetchOld: patchFetcher(target, signal) }),
    onProgress: progress.tell,
    signal,
  }).finally(async () => {
    progress.end();
    await target?.close();
  });
  if (result.isNew) await pruneAtTimes(folder, result.record.sequence);
  return { ...result, seconds: (performance.now() - startMs) / 1000 };
}

function inWords(
  folder: string,
  { isNew, record, freshObjects, seconds }: ReleaseResult & { readonly seconds: number },
): string {
  const { sequence, counts } = record;
  if (!isNew && freshObjects > 0)
    return `${folder}/  release ${sequence}: ${freshObjects} objects that were missing are there again`;
  if (!isNew) return `${folder}/  release ${sequence} has all of it already; nothing has changed since`;
  return `${folder}/  release ${sequence}: ${counts.files} files, ${megabytes(counts.bytes)}, ${freshObjects} of them new; ${seconds.toFixed(1)} s`;
}

/** A site does not say its country; its folder usually does. */
function requireOwnSite(site: string, country: string): void {
  const name = path.basename(path.resolve(site));
  if (isCountryCode(name) && name !== country)
    throw new UsageError(`--from: "${site}" looks like the site of "${name}", not of "${country}"`);
}

async function wantedCountries(given: string | undefined, place: string | undefined) {
  const codes = given?.split(',').map((code) => code.trim()) ?? (await builtCountries(place));
  return codes.map((code) => {
    if (!isCountryCode(code)) throw new UsageError(`--country: "${code}" is no code of a country`);
    return code;
  });
}

/** Those in `dist/`; a folder that was named tells its country by its name. */
async function builtCountries(place: string | undefined): Promise<readonly string[]> {
  if (place !== undefined) return [path.basename(place)];
  const names = (await namesIn('dist')).filter(isCountryCode).toSorted();
  const built: string[] = [];
  for (const name of names) if (await isBuiltSite(path.join('dist', name))) built.push(name);
  if (built.length === 0) throw new UsageError('there is no built site in dist/; build first: npm run build');
  return built;
}

async function revisionOf(): Promise<Revision | undefined> {
  const git = await openGit(fileURLToPath(projectUrl));
  if ('why' in git) return undefined;
  const commit = await git.commit('HEAD');
  return commit === undefined
    ? undefined
    : { commit, isClean: (await git.changedSince(commit)).length === 0 };
}
