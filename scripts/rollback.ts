/** `npm run rollback`: publishes an earlier release again, as a new one. */
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { pruneAtTimes } from '../build/publish/prune.ts';
import { rollBack } from '../build/publish/roll-back.ts';
import { deployOptions, deployTo, deployUsage, refuseDryRun, requireDeployable } from './deploy-options.ts';
import {
  continuePublished,
  countryOf,
  inReleases,
  instantOf,
  openSignerOf,
  publishOptions,
  publishUsage,
  sequenceOf,
  withPublished,
} from './publish-options.ts';
import { run } from './run.ts';

const usage = `usage: npm run rollback -- --from releases/kg [--release N] [--to TARGET …] …

  --from DIR       the releases of a country
  --release N      which of them comes back (the newest with another site)
${publishUsage}
${deployUsage}`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...publishOptions,
      ...deployOptions,
      from: { type: 'string' },
      release: { type: 'string' },
    },
  });
  const folder = values.from;
  if (folder === undefined) throw new UsageError('--from: which releases? For example --from releases/kg');
  const sequence = sequenceOf(values.release);
  refuseDryRun(values, 'rollback');
  await requireDeployable(values);
  const country = await countryOf(folder, values.published);
  const made = await inReleases(folder, signal, async () => {
    await continuePublished(folder, country, values, signal);
    const now = new Date();
    const { isTrial, sign } = await openSignerOf(folder, country, values, now);
    const rollback = await withPublished(values, signal, (fetch) =>
      rollBack({ folder, sequence, released: instantOf(now), isTrial, sign, ...fetch }),
    );
    await pruneAtTimes(folder, rollback.record.sequence);
    return rollback;
  });
  const { record, withheld } = made;
  if (!values.json) {
    console.log(`${folder}/  release ${record.sequence} has what release ${record.rollbackTo} had`);
    for (const path of withheld) console.log(`  without ${path}, which was withdrawn`);
  }
  const deployed = await deployTo(folder, values, signal);
  if (values.json) console.log(JSON.stringify({ folder, record, withheld, deployed }, null, 2));
  else if (values.to === undefined)
    console.log(`To publish it: npm run deploy -- --from ${folder} --to TARGET`);
  return 0;
});
