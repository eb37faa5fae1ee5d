import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { listPager } from './list-pager.ts';

const pathOf = (number: number): string => `/en/materials/page/${number}/`;

export const examples: Examples = {
  first: html`${listPager(samplePage, { number: 1, total: 4, next: pathOf(2) })}`,
  'in the middle': html`${listPager(samplePage, { number: 3, total: 4, previous: pathOf(2), next: pathOf(4) })}`,
  last: html`${listPager(samplePage, { number: 4, total: 4, previous: pathOf(3) })}`,
};
