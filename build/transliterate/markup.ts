/**
 * Converts ready HTML between scripts: what is read, never tags, addresses and code.
 */
import type { RichText } from '../../templates/model/body.ts';

/** From a text without tags to the same text in the other script. */
export type ConvertText = (text: string) => string;

/** What is the same in every script: what is typed, and what its author marked. */
const keptElement = /^<(?:code|pre|kbd|samp)\b|\s(?:translate="no"|lang=")/;
const tagOrText = /<[^>]*>|[^<]+/g;
const textAttribute = /(\s(?:title|alt|aria-label)=")([^"]*)(?=")/g;

/**
 * Converts the markup of an author's text, which our own renderer wrote: every element is closed, and no attribute holds a `>`.
 *
 * @param parts in the order of the page: an element may be opened in one and closed in another
 */
export function convertRichText(parts: RichText, convert: ConvertText): RichText {
  const convertPiece = markupConverter(convert);
  return parts.map((part) => {
    if (typeof part === 'string') return convertPiece(part);
    switch (part.kind) {
      case 'image':
        return { ...part, alt: convert(part.alt), caption: convert(part.caption) };
      case 'media':
        return {
          ...part,
          title: convert(part.title),
          description: convertRichText(part.description, convert),
        };
      default:
        return part;
    }
  });
}

function markupConverter(convert: ConvertText): (piece: string) => string {
  // The open elements within the outermost one that is kept; nothing outside of one.
  let keptDepth = 0;
  return (piece) =>
    piece.replace(tagOrText, (found) => {
      if (!found.startsWith('<')) return keptDepth === 0 ? convert(plainApostrophes(found)) : found;
      if (keptDepth > 0) keptDepth += found.startsWith('</') ? -1 : isVoid(found) ? 0 : 1;
      else if (keptElement.test(found)) keptDepth = 1;
      return found.replace(textAttribute, (_, before: string, text: string) => before + convert(text));
    });
}

const isVoid = (tag: string): boolean => /^<(?:br|hr|img|input|wbr)\b/.test(tag);

/** Escaped ones stand between letters of Uzbek words. */
const plainApostrophes = (text: string): string => text.replace(/(?<=\p{L})&#39;(?=\p{L})/gu, 'ʼ');
