/**
 * Places a rendered body into a page.
 *
 * In: the parts that the Markdown stage made once, and what depends on country, language and page. Out: HTML. It runs for
 * every page of every country, so it only joins.
 */
import { imageElement, lazy } from '../components/picture/image-element.ts';
import { quizForm } from '../components/quiz/quiz.ts';
import type { SafeHtml } from '../html.ts';
import { escapeHtml, html, trusted } from '../html.ts';
import type { LocaleFormats, Translate } from '../locale/locale.ts';
import type { BodyPart, CalloutKind, ImagePart, RichText } from '../model/body.ts';
import type { PictureSource } from '../model/page.ts';
import { mediaRow } from './media-row.ts';

/** What a body takes from the page that it stands in. */
export interface Placement {
  /** In the language of the text, which on a fallback page is not that of the page. */
  readonly t: Translate;
  readonly format: LocaleFormats;
  /**
   * @param target Language-free path: `/courses/play/first-week/`.
   * @param fragment Without `#`, or empty.
   * @returns The relative URL, or `undefined` where the country lacks the page: the link becomes plain text.
   */
  readonly href: (target: string, fragment: string) => string | undefined;
  /** @returns A picture beside the text. */
  readonly picture: (src: string) => PictureSource | undefined;
  /** From a site path to a URL relative to the page. */
  readonly assetHref: (path: string) => string;
  /** @returns The relative URL and the size of a file beside the text. */
  readonly file: (src: string) => PlacedFile | undefined;
}

export interface PlacedFile {
  readonly href: string;
  readonly bytes: number;
}

/** Returns the HTML of a body or of any other piece of an author's text. */
export const placeBody = (parts: RichText, place: Placement): SafeHtml => trusted(placeText(parts, place));

function placeText(parts: RichText, place: Placement): string {
  const only = parts[0];
  if (parts.length === 1 && typeof only === 'string') return only;
  let text = '';
  let linkIsOpen = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
    } else if (part.kind === 'link') {
      const href = place.href(part.target, part.fragment);
      linkIsOpen = href !== undefined;
      if (href !== undefined) text += `<a href="${escapeHtml(href)}">`;
    } else if (part.kind === 'link-end') {
      if (linkIsOpen) text += '</a>';
      linkIsOpen = false;
    } else {
      text += placeBlock(part, place);
    }
  }
  return text;
}

type BlockPart = Exclude<BodyPart, string | { kind: 'link' | 'link-end' }>;

function placeBlock(part: BlockPart, place: Placement): string {
  switch (part.kind) {
    case 'image':
      return image(part, place);
    case 'label':
      return escapeHtml(calloutLabel(place.t, part.label));
    case 'quiz':
      return quizForm(part.quiz, { t: place.t, place: (text) => placeText(text, place) }).toString();
    case 'media':
      return mediaRow(
        part,
        place.file(part.src),
        trusted(placeText(part.description, place)),
        place,
      ).toString();
  }
}

function image({ src, alt, caption, figure }: ImagePart, place: Placement): string {
  const picture = place.picture(src);
  if (picture === undefined) return '';
  const element = imageElement(picture, place.assetHref, { alt, sizes: 'column', attributes: lazy });
  if (!figure) return element.toString();
  return html`<figure>${element}${caption && html`<figcaption>${caption}</figcaption>`}</figure>`.toString();
}

function calloutLabel(t: Translate, kind: CalloutKind): string {
  switch (kind) {
    case 'note':
      return t('Note');
    case 'tip':
      return t('Tip');
    case 'warning':
      return t('Take care');
    case 'activity':
      return t('Try it today');
  }
}
