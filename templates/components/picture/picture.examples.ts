import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { samplePage, samplePicture } from '../sample-page.ts';
import { leadPicture, thumbnail } from './picture.ts';

export const examples: Examples = {
  'head of a page': html`${leadPicture(samplePage, { ...samplePicture, credit: 'Drawing: UNICEF' })}`,
  thumbnail: html`${thumbnail(samplePage, samplePicture)}`,
};
