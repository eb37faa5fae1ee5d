import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { listPager } from './list-pager.ts';

const pathOf = (number: number): string => `/en/materials/page/${number}/`;

export const examples: Examples = ({ page }) => ({
  first: html`${listPager(page, { number: 1, total: 4, next: pathOf(2) })}`,
  'in the middle': html`${listPager(page, { number: 3, total: 4, previous: pathOf(2), next: pathOf(4) })}`,
  last: html`${listPager(page, { number: 4, total: 4, previous: pathOf(3) })}`,
});
