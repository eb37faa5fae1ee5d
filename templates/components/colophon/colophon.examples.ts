import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { colophon } from './colophon.ts';

export const examples: Examples = ({ page }) => ({
  full: html`${colophon(page, { authors: ['Ainura', 'Elena'], updated: '2026-03-01', licence: 'CC BY-SA 4.0' })}`,
  'the day alone': html`${colophon(page, { authors: [], updated: '2026-03-01' })}`,
});
