import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { alignmentList, facts } from './facts.ts';

const alignments = [
  { framework: 'Years of Ascent', label: 'Well-being' },
  { framework: 'Years of Ascent', label: 'Participation' },
];

export const examples: Examples = {
  plain: html`${facts([
    ['Time', '15 minutes'],
    ['Where', undefined],
    ['Curriculum', alignmentList(alignments)],
  ])}`,
};
