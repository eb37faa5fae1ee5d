import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { english } from '../sample.ts';
import { translationNote } from './translation-note.ts';

export const examples: Examples = ({ page }) => {
  const note = (by: 'human' | 'machine', reviewed: boolean, stale: boolean) =>
    html`${translationNote(page, { language: english, fallback: false, translation: { by, reviewed }, stale })}`;
  return {
    'by a machine, unchecked': note('machine', false, false),
    'by a machine, checked': note('machine', true, false),
    'behind its original': note('human', true, true),
    'by a machine, unchecked, behind its original': note('machine', false, true),
  };
};
