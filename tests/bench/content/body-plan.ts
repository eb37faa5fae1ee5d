/**
 * The structure of a body, which is the same in every language: what stands where, and how much of it.
 */
import type { Random } from './random.ts';

export type BlockPlan =
  | { readonly kind: 'heading'; readonly level: 2 | 3 }
  | {
      readonly kind: 'paragraph';
      readonly words: number;
      /** The address of another page that the paragraph names. */
      readonly link?: string;
      /** The number of a footnote. */
      readonly footnote?: number;
    }
  | { readonly kind: 'list'; readonly items: number; readonly ordered: boolean }
  | { readonly kind: 'table'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'quotation' }
  | { readonly kind: 'figure'; readonly src: string }
  | { readonly kind: 'callout'; readonly name: 'note' | 'tip' | 'warning'; readonly titled: boolean }
  | { readonly kind: 'activity'; readonly facts: number; readonly steps: number }
  | QuizPlan;

export type QuizPlan =
  | { readonly kind: 'choice'; readonly id: string; readonly correct: readonly boolean[] }
  | { readonly kind: 'match' | 'order' | 'reflect' | 'short'; readonly id: string; readonly items: number };

/** What a body may name. */
export interface BodyLinks {
  /** Language-free addresses of other pages. */
  readonly targets: readonly string[];
  /** A picture beside the text. */
  readonly picture: string;
}

/** 300 to 500 words, which take as much of a page's budget as 800 that somebody wrote: scenes, something to do, questions. */
export function planLesson(random: Random, links: BodyLinks): BlockPlan[] {
  const sections = random.between(2, 3);
  const activityAt = random.between(1, sections - 1);
  const footnoteAt = random.chance(0.15) ? random.below(sections) : -1;
  return [
    { kind: 'paragraph', words: random.between(30, 50) },
    ...Array.from({ length: sections }, (_, index) => [
      { kind: 'heading', level: 2 } satisfies BlockPlan,
      paragraph(random, links, index === footnoteAt),
      index === activityAt ? activity(random) : extra(random, links),
      ...(random.chance(0.2) ? [{ kind: 'heading', level: 3 } as const, paragraph(random, links)] : []),
    ]).flat(),
    { kind: 'heading', level: 2 },
    ...planQuizzes(random),
  ];
}

/** About 300 words: what is needed, how it goes, how everybody takes part. */
export function planMaterial(random: Random, links: BodyLinks): BlockPlan[] {
  return [
    { kind: 'paragraph', words: random.between(25, 40) },
    { kind: 'heading', level: 2 },
    { kind: 'list', items: random.between(2, 4), ordered: false },
    activity(random),
    { kind: 'heading', level: 2 },
    { kind: 'list', items: random.between(3, 4), ordered: false },
    ...(random.chance(0.2) ? [table(random)] : []),
    { kind: 'heading', level: 2 },
    paragraph(random, links),
    { kind: 'callout', name: 'warning', titled: random.chance(0.5) },
  ];
}

/** The introduction of a course or of a community. */
export function planIntroduction(random: Random, links: BodyLinks): BlockPlan[] {
  return [
    paragraph(random, links),
    { kind: 'heading', level: 2 },
    { kind: 'list', items: random.between(3, 5), ordered: false },
    { kind: 'heading', level: 2 },
    paragraph(random, links),
    extra(random, links),
  ];
}

function paragraph(random: Random, { targets }: BodyLinks, withFootnote = false): BlockPlan {
  const isLinking = targets.length > 0 && random.chance(0.3);
  return {
    kind: 'paragraph',
    words: random.between(25, 50),
    ...(isLinking && { link: random.pick(targets) }),
    ...(withFootnote && { footnote: 1 }),
  };
}

const activity = (random: Random): BlockPlan => ({
  kind: 'activity',
  facts: random.between(2, 4),
  steps: random.between(3, 6),
});

const table = (random: Random): BlockPlan => ({
  kind: 'table',
  rows: random.between(3, 5),
  columns: random.between(2, 3),
});

function extra(random: Random, { picture }: BodyLinks): BlockPlan {
  const draw = random.next();
  if (draw < 0.3) return { kind: 'list', items: random.between(3, 5), ordered: random.chance(0.3) };
  if (draw < 0.6)
    return {
      kind: 'callout',
      name: random.pick(['note', 'tip', 'warning']),
      titled: random.chance(0.6),
    };
  if (draw < 0.75) return table(random);
  if (draw < 0.92) return { kind: 'quotation' };
  return { kind: 'figure', src: picture };
}

function planQuizzes(random: Random): QuizPlan[] {
  const kinds: QuizPlan['kind'][] = [
    'choice',
    'match',
    ...random.sample(['choice', 'short', 'order', 'reflect'] as const, random.below(2)),
  ];
  return kinds.map((kind, index): QuizPlan => {
    const id = `q${index + 1}`;
    if (kind !== 'choice') return { kind, id, items: kind === 'short' ? random.between(1, 3) : 3 };
    const options = random.between(3, 4);
    const right = random.sample([...Array(options).keys()], random.chance(0.3) ? 2 : 1);
    return { kind, id, correct: Array.from({ length: options }, (_, option) => right.includes(option)) };
  });
}
