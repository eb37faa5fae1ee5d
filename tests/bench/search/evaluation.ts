/**
 * What search is measured with: documents of one set of topics in seven languages, and questions as teachers type them.
 *
 * The questions were written from the topics, by others than those who wrote keys and ranking. Those of the set `dev` were looked at
 * while these were made; those of `final` are only counted.
 */
import { readFile } from 'node:fs/promises';

export const querySets = ['dev', 'final'] as const;
export type QuerySet = (typeof querySets)[number];

export interface EvaluationDocument {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

export interface Query {
  readonly q: string;
  /** `exact`, `inflected`, `missing` letters, `apostrophe`, `script`, `typo`, `prefix`, `sentence`, `dialect` */
  readonly class: string;
  /** Documents, any of which is an answer. */
  readonly expect: readonly string[];
}

export interface Evaluation {
  /** None in a script that is converted from another. */
  readonly documents: readonly EvaluationDocument[];
  readonly queries: Readonly<Record<QuerySet, readonly Query[]>>;
  /** Words that nothing has. */
  readonly nonsense: readonly string[];
}

export interface Variant {
  readonly tag: string;
  /** Where it is published: `kg/ru`. */
  readonly root: string;
}

export const variants: readonly Variant[] = [
  { tag: 'en', root: 'kg/en' },
  { tag: 'ru', root: 'kg/ru' },
  { tag: 'ky', root: 'kg/ky' },
  { tag: 'tg', root: 'tj/tg' },
  { tag: 'uz-Latn', root: 'uz/uz-latn' },
  { tag: 'uz-Cyrl', root: 'uz/uz-cyrl' },
  { tag: 'sr-Cyrl', root: 'rs/sr-cyrl' },
  { tag: 'sr-Latn', root: 'rs/sr-latn' },
  { tag: 'cnr-Latn', root: 'me/cnr-latn' },
  { tag: 'cnr-Cyrl', root: 'me/cnr-cyrl' },
];

export async function readEvaluation(tag: string): Promise<Evaluation> {
  return JSON.parse(await readFile(new URL(`data/${tag}.json`, import.meta.url), 'utf8')) as Evaluation;
}
