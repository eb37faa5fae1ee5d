import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { russian, samplePage } from '../sample-page.ts';
import { fallbackNotice } from './fallback-notice.ts';

export const examples: Examples = {
  'in Russian': html`${fallbackNotice(samplePage, { language: russian, fallback: true, stale: false })}`,
};
