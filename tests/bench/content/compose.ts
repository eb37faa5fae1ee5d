/**
 * Composes the text of an entry in one language: fields and body. Composed again, it is the same.
 */
import type { Text } from '../../../build/model/catalogue.ts';
import { contentHash } from '../../../build/model/content-hash.ts';
import { writeBody } from './body.ts';
import { type BlockPlan, planIntroduction, planLesson, planMaterial } from './body-plan.ts';
import type { FieldValues } from './front-matter.ts';
import { Prose, type WritingLanguage } from './prose.ts';
import { createRandom } from './random.ts';
import type { EntryPlan } from './tree-plan.ts';

export interface ComposedText {
  readonly fields: FieldValues;
  readonly body: string;
}

/** The text in a language; the fields that belong to the entry stand in the original only. */
export function composeText(
  entry: EntryPlan,
  tag: string,
  languages: ReadonlyMap<string, WritingLanguage>,
  seed: number,
): ComposedText {
  const language = languages.get(tag);
  if (language === undefined) throw new TypeError(`there is no vocabulary of ${tag}`);
  const key = [entry.scope, entry.kind, entry.course ?? '', entry.id] as const;
  const plan = planBody(entry, seed, key);
  const prose = new Prose(language, createRandom(seed, 'words', tag, ...key));
  const fields = mergeImage(composeFields(entry, prose), tag === entry.languages[0] ? entry.fields : {});
  return { fields, body: writeBody(plan, prose) };
}

/** The state of a composed original, as its translations record it. */
export const hashOf = ({ fields, body }: ComposedText, entry: EntryPlan): string =>
  contentHash({ fields, body, place: { entry: entry.kind } } as unknown as Text);

function planBody(entry: EntryPlan, seed: number, key: readonly string[]): BlockPlan[] {
  const random = createRandom(seed, 'body', ...key);
  const links = { targets: entry.links, picture: entry.picture };
  switch (entry.kind) {
    case 'lesson':
      return planLesson(random, links);
    case 'material':
      return planMaterial(random, links);
    default:
      return planIntroduction(random, links);
  }
}

function composeFields({ kind }: EntryPlan, prose: Prose): FieldValues {
  const common = {
    title: prose.phrase(2, 5),
    summary: prose.short(190),
    image: { alt: prose.phrase(5, 9) },
    tags: distinct(3, () => prose.phrase(1, 2).toLowerCase()),
  };
  switch (kind) {
    case 'lesson':
      return { ...common, objectives: distinct(3, () => prose.phrase(4, 9)) };
    case 'material':
      return {
        ...common,
        groupSize: `2–8 ${prose.word()}`,
        resources: distinct(4, () => prose.phrase(2, 5).toLowerCase()),
      };
    case 'group':
      return {
        ...common,
        moderators: [prose.phrase(2, 4)],
        rules: Array.from({ length: 4 }, () => `- ${prose.sentence()}`).join('\n'),
      };
    case 'course':
      return common;
  }
}

const distinct = (count: number, make: () => string): string[] => [
  ...new Set(Array.from({ length: count }, make)),
];

/** `image` has a file, which belongs to the entry, and words. */
function mergeImage(words: FieldValues, others: FieldValues): FieldValues {
  const image = { ...(others.image as FieldValues | undefined), ...(words.image as FieldValues) };
  return { ...words, ...others, image };
}
