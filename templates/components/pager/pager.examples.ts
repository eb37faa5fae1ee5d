import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { sampleLessons, samplePage } from '../sample-page.ts';
import { pager } from './pager.ts';

const [first, , last] = sampleLessons;

export const examples: Examples = {
  'in the middle': html`${pager(samplePage, { previous: first, next: last })}`,
  'first lesson': html`${pager(samplePage, { next: last })}`,
  'last lesson': html`${pager(samplePage, { previous: first })}`,
};
