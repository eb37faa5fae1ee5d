import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { samplePage, samplePhotograph, samplePicture } from '../sample-page.ts';
import { leadPicture, thumbnail } from './picture.ts';

export const examples: Examples = {
  'head of a page': html`${leadPicture(samplePage, { ...samplePicture, credit: 'Drawing: UNICEF' })}`,
  photograph: html`${leadPicture(samplePage, samplePhotograph)}`,
  thumbnail: html`${thumbnail(samplePage, samplePicture)}`,
  'thumbnail of a photograph': html`${thumbnail(samplePage, samplePhotograph)}`,
};
