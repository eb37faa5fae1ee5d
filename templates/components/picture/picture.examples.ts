import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { leadPicture, thumbnail } from './picture.ts';

export const examples: Examples = ({ page, picture }) => {
  const { credit: _, ...withoutCredit } = picture;
  return {
    'head of a page, with its credit': html`${leadPicture(page, picture)}`,
    'head of a page': html`${leadPicture(page, withoutCredit)}`,
    thumbnail: html`${thumbnail(page, picture)}`,
  };
};
