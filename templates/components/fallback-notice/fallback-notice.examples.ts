import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { foreignText } from '../sample.ts';
import { fallbackNotice } from './fallback-notice.ts';

export const examples: Examples = (sample) => ({
  'the text is in another language': html`${fallbackNotice(sample.page, { language: foreignText(sample).textLanguage, fallback: true, stale: false })}`,
});
