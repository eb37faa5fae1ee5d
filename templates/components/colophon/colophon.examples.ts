import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { colophon } from './colophon.ts';

export const examples: Examples = {
  full: html`${colophon(samplePage, { authors: ['Ainura', 'Elena'], updated: '2026-03-01', licence: 'CC BY-SA 4.0' })}`,
};
