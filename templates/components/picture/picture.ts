import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import type { Picture } from '../../model/page.ts';
import type { Placed } from '../placed.ts';
import { imageElement, lazy, type PictureSizes } from './image-element.ts';

/** Returns a picture that only decorates the title beside it, small if nothing else is said; nothing where there is none. */
export const thumbnail = (
  page: Placed,
  picture: Picture | undefined,
  sizes: PictureSizes = 'thumbnail',
): SafeHtml | undefined =>
  picture && imageElement(picture, (path) => pageLink(page, path), { alt: '', sizes, attributes: lazy });

/** Returns the picture at the head of a page, with its credit; nothing where there is none. */
export const leadPicture = (page: Placed, picture: Picture | undefined): SafeHtml | undefined =>
  picture &&
  html`<figure class="lead-picture"${langAttributes(page, picture.textLanguage)}>${firstPicture(page, picture)}${picture.credit && html`<figcaption>${picture.credit}</figcaption>`}</figure>`;

/** Returns a picture in the first screen of a page, loaded at once. */
export const firstPicture = (page: Placed, picture: Picture, attributes?: SafeHtml): SafeHtml =>
  imageElement(picture, (path) => pageLink(page, path), { alt: picture.alt, sizes: 'column', attributes });
