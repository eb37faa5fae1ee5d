/**
 * Converts rendered texts between scripts: what is read, never tags, addresses and code. Ids stay, so that links and answers on a device
 * fit both scripts.
 */
import type { Quiz, RichText, ShortQuiz } from '../../templates/model/body.ts';

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
 * @param from the value of the `lang` attribute for what is converted
 */
export function convertRichText(parts: RichText, convert: ConvertText, from: string): RichText {
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
          description: convertRichText(part.description, convert, from),
        };
      case 'quiz':
        return { ...part, quiz: convertQuiz(part.quiz, convert, from) };
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

function convertQuiz(quiz: Quiz, convert: ConvertText, from: string): Quiz {
  const rich = (text: RichText): RichText => convertRichText(text, convert, from);
  const prompt = rich(quiz.prompt);
  switch (quiz.kind) {
    case 'choice':
      return {
        ...quiz,
        prompt,
        options: quiz.options.map((option) => ({
          ...option,
          text: rich(option.text),
          feedback: rich(option.feedback),
        })),
      };
    case 'match':
      return {
        ...quiz,
        prompt,
        pairs: quiz.pairs.map(({ left, right }) => ({ left: rich(left), right: rich(right) })),
      };
    case 'order':
      return { ...quiz, prompt, items: quiz.items.map(rich) };
    case 'short':
      return { ...quiz, prompt, ...inBothScripts(quiz.answers, convert, from) };
    case 'reflect':
      return { ...quiz, prompt, statements: quiz.statements.map(rich) };
  }
}

/** Whoever reads one script may type the other. Numbers are the same in both. */
function inBothScripts(
  written: readonly string[],
  convert: ConvertText,
  htmlLang: string,
): Pick<ShortQuiz, 'answers' | 'otherScript'> {
  const answers = written.map(convert);
  const others = written.filter((answer) => !answers.includes(answer));
  return { answers, ...(others.length > 0 && { otherScript: { htmlLang, answers: others } }) };
}
