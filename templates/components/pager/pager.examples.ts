import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { pager } from './pager.ts';

export const examples: Examples = ({ page, lessons: [first, , last] }) => ({
  'in the middle': html`${pager(page, { previous: first, next: last })}`,
  'first lesson': html`${pager(page, { next: last })}`,
  'last lesson': html`${pager(page, { previous: first })}`,
});
