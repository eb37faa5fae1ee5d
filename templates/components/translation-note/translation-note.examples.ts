import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { english, samplePage } from '../sample-page.ts';
import { translationNote } from './translation-note.ts';

const note = (by: 'human' | 'machine', reviewed: boolean, stale: boolean) =>
  html`${translationNote(samplePage, { language: english, fallback: false, translation: { by, reviewed }, stale })}`;

export const examples: Examples = {
  'by a machine, unchecked': note('machine', false, false),
  'by a machine, checked': note('machine', true, false),
  'behind its original': note('human', true, true),
};
