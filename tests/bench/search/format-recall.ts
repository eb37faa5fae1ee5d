import { formatTable } from '../../../build/cli/format-table.ts';
import type { VariantResult } from './bench-search.ts';
import type { Answer } from './measure-search.ts';

/** Recall among the first three, mean reciprocal rank and bytes, ours beside plain Pagefind, by variant and by class of question. */
export function formatRecall(results: readonly VariantResult[], withMisses: boolean): string {
  const ours = results.flatMap(({ ours: { answers } }) => answers);
  const plain = results.flatMap(({ plain: { answers } }) => answers);
  const classes = [...new Set(ours.map(({ query }) => query.class))];
  const heading = ['', 'questions', 'recall@3', 'MRR', 'first', 'plain recall@3', 'plain MRR'];
  const row = (name: string, a: readonly Answer[], b: readonly Answer[]): string[] => [
    name,
    String(a.length),
    percent(recall(a, 3)),
    meanReciprocalRank(a).toFixed(2),
    percent(recall(a, 1)),
    percent(recall(b, 3)),
    meanReciprocalRank(b).toFixed(2),
  ];
  const ofClass = (name: string) => (answer: Answer) => answer.query.class === name;
  return [
    formatTable([
      [...heading, 'bytes', 'plain bytes'],
      ...results.map((result) => [
        ...row(result.variant.tag, result.ours.answers, result.plain.answers),
        String(result.ours.firstBytes),
        String(result.plain.firstBytes),
      ]),
      [...row('all', ours, plain), '', ''],
    ]),
    formatTable([
      heading,
      ...classes.map((name) => row(name, ours.filter(ofClass(name)), plain.filter(ofClass(name)))),
    ]),
    ...results.flatMap(({ variant, junk }) =>
      junk.length === 0
        ? []
        : [`nonsense that something was found for in ${variant.tag}: ${junk.join(', ')}`],
    ),
    ...(withMisses ? [misses(results)] : []),
  ].join('\n\n');
}

const misses = (results: readonly VariantResult[]): string =>
  results
    .flatMap(({ variant, ours }) =>
      ours.answers
        .filter(({ rank }) => rank === undefined || rank > 3)
        .map(
          ({ query, rank, found }) =>
            `${variant.tag} ${query.class}: "${query.q}" → ${found.join(', ') || 'nothing'}; expected ${query.expect.join(' or ')}${rank === undefined ? '' : ` (is ${rank})`}`,
        ),
    )
    .join('\n');

export const recall = (answers: readonly Answer[], among: number): number =>
  answers.filter(({ rank }) => rank !== undefined && rank <= among).length / answers.length;

export const meanReciprocalRank = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : 1 / rank), 0) / answers.length;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
