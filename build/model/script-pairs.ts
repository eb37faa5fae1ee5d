import type { Locale } from '../../schemas/brands.ts';

/** Languages that are written in two scripts, and from which the other one can be made. */
export const scriptPairs: readonly (readonly [from: string, to: string])[] = [
  ['sr-Cyrl', 'sr-Latn'],
  ['sr-Latn', 'sr-Cyrl'],
  ['cnr-Cyrl', 'cnr-Latn'],
  ['cnr-Latn', 'cnr-Cyrl'],
  ['uz-Latn', 'uz-Cyrl'],
];

export const isScriptPair = (from: Locale, to: Locale): boolean =>
  scriptPairs.some((pair) => pair[0] === from && pair[1] === to);
