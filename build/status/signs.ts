/** How the matrix of translations is written, and what its signs mean. */
import type { Attention } from './status.ts';

export interface Sign {
  readonly sign: string;
  /** In a word or two. */
  readonly name: string;
  readonly meaning: string;
}

export const allIsWell: Sign = { sign: '✓', name: 'fine', meaning: 'all is well' };

export const attentionSigns: Readonly<Record<Attention, Sign>> = {
  missing: { sign: '–', name: 'missing', meaning: 'not translated; another language stands in' },
  stale: { sign: '!', name: 'stale', meaning: 'translated from an older original' },
  unknown: {
    sign: '?',
    name: 'unknown',
    meaning:
      'translated, but nobody recorded from which state of the original (npm run status -- --accept PATH records it)',
  },
  unreviewed: { sign: 'r', name: 'to be reviewed', meaning: 'translated, not yet reviewed' },
  diverged: {
    sign: '≠',
    name: 'diverged',
    meaning: 'the shared text has changed since this national text was made',
  },
  'overlay-unknown': {
    sign: '~',
    name: 'national, unknown',
    meaning:
      'a national text, but nobody recorded from which state of the shared text (npm run status -- --accept PATH records it)',
  },
  draft: { sign: 'd', name: 'draft', meaning: 'a draft: readers do not see it yet' },
};

/** Returns the signs of a cell side by side: `?r`. */
export const signsOf = (attentions: readonly Attention[]): string =>
  attentions.length === 0
    ? allIsWell.sign
    : attentions.map((attention) => attentionSigns[attention].sign).join('');
