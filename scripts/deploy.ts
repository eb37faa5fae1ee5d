/** `npm run deploy`: publishes a release. */
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { deployOptions, deployTo, deployUsage } from './deploy-options.ts';
import { run } from './run.ts';

const usage = `usage: npm run deploy -- --from releases/kg --to TARGET [--url URL] [--dry-run] …

  --from DIR       the releases of a country; the newest is published
${deployUsage}
  --endpoint URL   the address of the store, for all but Amazon's and Microsoft's own
  --json           what was done, as JSON on standard output`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...deployOptions,
      from: { type: 'string' },
      endpoint: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.from === undefined)
    throw new UsageError('--from: which releases? For example --from releases/kg');
  if (values.to === undefined) throw new UsageError('--to: publish where? For example --to file:///srv/site');
  const done = await deployTo(values.from, values, signal);
  if (values.json) console.log(JSON.stringify(done, null, 2));
  return 0;
});
