/** Forms that a text must have, with the sentences that `npm run check` says of them. */
import { idPattern } from '../../../schemas/brands.ts';
import { wrongPattern } from '../../validate/value-messages.ts';
import type { CmsPattern } from './cms-config.ts';
import { capitalised } from './words.ts';

/** As an expression between slashes: Sveltia takes the first slash that it finds elsewhere for the end. */
const expression = (source: string): string => String(new RegExp(source, 'u'));

/** @param path as in the front matter: `image.src` */
export const patternOf = (source: string, path: string): CmsPattern => [
  expression(source),
  sentence(wrongPattern(path, '').hint ?? 'this cannot be used here'),
];

const sentence = (hint: string): string => `${capitalised(hint)}.`;

/** Of the name of a new folder. */
export const idRule: CmsPattern = [
  expression(`^(?=.{1,60}$)${idPattern.source.slice(1)}`),
  'Use small Latin letters, digits and hyphens, at most 60 of them.',
];

/** One of these ids and no other. */
export const oneOf = (names: readonly string[], message: string): CmsPattern => [
  expression(`^(?:${names.join('|')})$`),
  message,
];
