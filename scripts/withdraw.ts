/** `npm run withdraw`: takes pages and pictures out of everything that is published, at once. */
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { addressOf } from '../build/deploy/probe.ts';
import { type Withdrawal, withdraw } from '../build/publish/withdraw.ts';
import {
  type DeployValues,
  deployOptions,
  deployTo,
  deployUsage,
  refuseDryRun,
  requireDeployable,
} from './deploy-options.ts';
import {
  continuePublished,
  countryOf,
  inReleases,
  instantOf,
  openSignerOf,
  publishOptions,
  publishUsage,
  withPublished,
} from './publish-options.ts';
import { run } from './run.ts';

const usage = `usage: npm run withdraw -- PATH… --from releases/kg --to TARGET …

  PATH…            pages and pictures, by their addresses on the web or their paths below the site: ru/materials/bag/
  --from DIR       the releases of a country
${publishUsage}
${deployUsage}`;

/** So many pages are listed. */
const mostNamed = 20;

await run(usage, async (args, signal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...publishOptions, ...deployOptions, from: { type: 'string' } },
  });
  const folder = values.from;
  if (folder === undefined) throw new UsageError('--from: which releases? For example --from releases/kg');
  if (positionals.length === 0) throw new UsageError('Which page or picture is to go?');
  refuseDryRun(values, 'withdraw');
  await requireDeployable(values);
  const country = await countryOf(folder, values.published);
  const made = await inReleases(folder, signal, async () => {
    await continuePublished(folder, country, values, signal);
    const now = new Date();
    const { isTrial, sign } = await openSignerOf(folder, country, values, now);
    return withPublished(values, signal, (fetch) =>
      withdraw({ folder, paths: positionals, released: instantOf(now), isTrial, sign, ...fetch }),
    );
  });
  const { record, withdrawn, stillNamedIn, ownPictures } = made;
  if (!values.json) console.log(withdrawnInWords(folder, record.sequence, withdrawn));
  const deployed = await deployTo(folder, values, signal).finally(() => {
    if (!values.json) console.log(whatIsLeft(folder, made, values));
  });
  if (values.json)
    console.log(JSON.stringify({ folder, record, withdrawn, stillNamedIn, ownPictures, deployed }, null, 2));
  return 0;
});

function withdrawnInWords(folder: string, sequence: number, withdrawn: readonly string[]): string {
  const list = withdrawn.map((path) => `  ${path}`).join('\n');
  return `${folder}/  release ${sequence} is without them, and so is every release that is kept:\n${list}`;
}

/** What no command can do, or this one was not told to. */
function whatIsLeft(
  folder: string,
  { stillNamedIn, withdrawn, ownPictures }: Withdrawal,
  { to, 'purge-hook': purgeHook }: DeployValues,
): string {
  const lines: string[] = [];
  if (to === undefined) lines.push(`Not published yet! Now: npm run deploy -- --from ${folder} --to TARGET`);
  else if (purgeHook === undefined)
    lines.push(
      'No --purge-hook was given. Where a CDN stands in front, let it forget these now, or it goes on sending them:',
      ...withdrawn.map((path) => `  ${addressOf(path)}`),
    );
  if (ownPictures.length > 0)
    lines.push(
      'These stood on it and on no other page, and can still be fetched by whoever has their address. Withdraw those that have to go, too:',
      ...ownPictures.map((path) => `  ${path}`),
    );
  if (stillNamedIn.length > 0) {
    lines.push(
      'These still lead to them, or name them. Take them out of the content, build, and release again:',
      ...stillNamedIn.slice(0, mostNamed).map((path) => `  ${path}`),
      ...(stillNamedIn.length > mostNamed ? ['  …'] : []),
    );
  }
  lines.push(
    'Out of reach: memory sticks and files that were handed out, what readers have saved or printed, copies that their phones show without a connection (for at most thirty days), search engines and archives on the web (ask them), and mirrors until their next sync.',
    'The text or picture is still in the content folder and in the history of Git: remove it there as well.',
  );
  return lines.join('\n');
}
