/** `npm run bench:search`: how well search finds what teachers type, beside plain Pagefind. */
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { benchSearch } from '../tests/bench/search/bench-search.ts';
import { type QuerySet, querySets, variants } from '../tests/bench/search/evaluation.ts';
import { formatRecall } from '../tests/bench/search/format-recall.ts';
import { formatScale } from '../tests/bench/search/format-scale.ts';
import { measureScale, type ScaleRow } from '../tests/bench/search/scale.ts';
import { findOrInstallBrowser } from '../tests/browser/browser.ts';
import { run } from './run.ts';

const [fewestItems, mostItems] = [100, 20_000];

const usage = `usage: npm run bench:search -- [--set dev|final] [--variant TAG,…] [--misses]
       npm run bench:search -- --items N,…

Builds the catalogue with 42 documents of the evaluation in each language, asks the questions of a set in a real browser, and prints how
many of the expected documents are among the first three (recall@3), the mean reciprocal rank, and how often the first is right.

  --set NAME       which questions: dev, those to develop with (the default), or final, which nobody should look into
  --variant TAG,…  only in these (${variants.map(({ tag }) => tag).join(', ')})
  --misses         also list the questions that were not answered
  --items N,…      instead, what a question costs a reader at so many entries (100 to 20000): bytes over the line, time, and the longest
                   that the page stands still, beside plain Pagefind over the same made-up texts`;

await run(usage, async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'dev' },
      variant: { type: 'string' },
      misses: { type: 'boolean', default: false },
      items: { type: 'string' },
    },
  });
  if (!querySets.includes(values.set as QuerySet))
    throw new UsageError(`--set is one of: ${querySets.join(', ')}`);
  const tags = values.variant?.split(',');
  const unknown = tags?.find((tag) => !variants.some((variant) => variant.tag === tag));
  if (unknown !== undefined) throw new UsageError(`--variant: "${unknown}" is not measured`);
  const items = values.items?.split(',').map(Number);
  if (items?.some((count) => !Number.isInteger(count) || count < fewestItems || count > mostItems))
    throw new UsageError(`--items takes numbers from ${fewestItems} to ${mostItems}, such as 1000,10000`);
  const onProgress = (line: string): void => console.error(line);
  await findOrInstallBrowser(onProgress);
  if (items !== undefined) {
    const rows: ScaleRow[] = [];
    for (const count of items) rows.push(...(await measureScale(count, onProgress)));
    console.log(formatScale(rows));
    return 0;
  }
  const results = await benchSearch({
    set: values.set as QuerySet,
    onProgress,
    ...(tags !== undefined && { tags }),
  });
  console.log(formatRecall(results, values.misses));
  return 0;
});
