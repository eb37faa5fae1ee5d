/**
 * The words that scripts show: a page hands them over in its language, in one attribute, in this order.
 */

export const lessonWords = [
  'check',
  'right',
  'again',
  'soFar',
  'empty',
  'notKept',
  'finish',
  'finished',
] as const;

export const courseWords = ['finished', 'proceed', 'all', 'certificate'] as const;

/** Of the line that tells a copy of the site. */
export const mirrorWords = ['copy', 'keptBy', 'old'] as const;

export const homeWords = ['proceed', 'lesson'] as const;

export type Words<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;

export const joinWords = <Names extends readonly string[]>(names: Names, words: Words<Names>): string =>
  names.map((name: Names[number]) => words[name]).join('|');

export function splitWords<Names extends readonly string[]>(names: Names, joined: string): Words<Names> {
  const words = joined.split('|');
  return Object.fromEntries(names.map((name, index) => [name, words[index]])) as Words<Names>;
}
