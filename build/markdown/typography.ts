/**
 * Quotes, dashes, ellipses and no-break spaces as the language of a text expects them.
 *
 * In: text as it is typed. Out: text as it is set. Quotes are paired by markdown-it's own rule; its other replacements
 * are off, because authors number points with "(c)" and write "+-" in sums. Code and addresses are never touched, and
 * neither is a character behind a backslash.
 */

import type { MarkdownIt as Parser, StateCore, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import type { Locale } from '../../schemas/brands.ts';
import { type TypographicStyle, typographicStyle } from './typographic-style.ts';

/**
 * Returns a plain text, such as a title, in the typography of its language.
 *
 * @example typographText('Дети 3-6 лет', toLocale('ru')); // 'Дети 3–6 лет', with a no-break space before "лет"
 */
export function typographText(text: string, locale: Locale): string {
  if (!mayChange.test(text)) return text;
  const style = typographicStyle(locale);
  if (!needsParser.test(text)) return stepsFor(text, style).reduce((set, step) => step(set), text);
  const tokens = plainTextSetter(style).parseInline(text, {});
  return tokens.flatMap((token) => token.children ?? []).reduce((set, token) => set + token.content, '');
}

/** Sets the texts of a document when markdown-it has parsed it. */
export function useTypography(md: Parser, style: TypographicStyle): void {
  md.set({ typographer: true, quotes: style.quotes });
  md.disable('replacements', true);
  md.core.ruler.after('smartquotes', 'typography', (state: StateCore) => {
    const steps = stepsFor(state.src, style);
    if (steps.length === 0) return;
    for (const token of state.tokens) {
      if (token.type === 'inline' && mayChange.test(token.content)) setTexts(token.children ?? [], steps);
    }
  });
}

const mayChange = /[ '"]|\.\.\.|--|\d-\d/;

/** Of a text without markup: quotes, which are paired, and the characters that markdown-it replaces before it begins. */
const needsParser = /['"\r\0]/;

/** Between an address in angle brackets there is an address, not a text. */
function setTexts(tokens: readonly Token[], steps: readonly Step[]): void {
  let isAddress = false;
  for (const token of tokens) {
    if (token.type === 'text' && !isAddress) {
      for (const step of steps) token.content = step(token.content);
    } else if (token.type === 'link_open') isAddress = token.info === 'auto';
    else if (token.type === 'link_close') isAddress = false;
  }
}

type Step = (text: string) => string;

/** What has to be done to the texts of a document, in this order: most documents have neither "..." nor "3-6". */
function stepsFor(source: string, style: TypographicStyle): Step[] {
  const steps: Step[] = [];
  if (source.includes('...')) steps.push(setEllipses);
  if (source.includes('--')) steps.push(setDashes);
  if (digitBeforeMark.test(source)) steps.push(setNumbers);
  if (style.keepsOneLetterWords) steps.push(keepOneLetterWords);
  if (style.keepsDashes && /—|---/.test(source)) steps.push(keepDashes);
  if (style.hasTurnedCommaLetters) steps.push(setTurnedCommas);
  return steps;
}

const setEllipses: Step = (text) => (text.includes('...') ? text.replace(/\.{3,}/g, '…') : text);

const setNumbers: Step = (text) =>
  digitBeforeMark.test(text)
    ? text.replace(numberRange, setRange).replace(numberAndUnit, noBreakSpace)
    : text;

const keepDashes: Step = (text) => (text.includes(' —') ? text.replace(/ —/g, `${noBreakSpace}—`) : text);

const setTurnedCommas: Step = (text) => text.replace(/([OoGg])['’]/g, '$1ʻ');

const noBreakSpace = '\u00A0';
const digitBeforeMark = /\d[- ]/;

/** Not in a longer number or code, such as a telephone number, a date or a part of an address. */
const numberRange = /(?<![\p{L}\p{N}_\-–/.,:=#?&@+])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}_/=]|[-–.,:]\d)/gu;
const numberAndUnit = /(?<=\d) (?=(?:\p{L}{1,3}(?!\p{L})|[%°€№]))/gu;

/** Looks at the two characters before each space; as a regular expression it took half the time of the whole stage. */
function keepOneLetterWords(text: string): string {
  let kept = '';
  let from = 0;
  for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
    if (isInWord(text.charCodeAt(space - 2)) || !isLetter(text.charCodeAt(space - 1))) continue;
    kept += text.slice(from, space) + noBreakSpace;
    from = space + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** Latin and Cyrillic, which is all that the languages with this custom are written in. */
const isLetter = (code: number): boolean =>
  (code >= 0x400 && code <= 0x52f) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);

/** Letters, digits, combining marks, apostrophes and the hyphen. */
const isInWord = (code: number): boolean =>
  isLetter(code) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x2bb && code <= 0x36f) ||
  code === 0x27 ||
  code === 0x2019 ||
  code === 0x2d;

/** A range rises; "ISO 3166-1" and "2026-11" are none. */
const setRange = (whole: string, from: string, to: string): string =>
  Number(from) < Number(to) ? `${from}–${to}` : whole;

/** As markdown-it has it: two hyphens make an en dash, three an em dash, more are a line. */
const setDashes: Step = (text) =>
  text.includes('--')
    ? text
        .replace(/(^|[^-])---(?=[^-]|$)/gm, '$1—')
        .replace(/(^|\s)--(?=\s|$)/gm, '$1–')
        .replace(/(^|[^-\s])--(?=[^-\s]|$)/gm, '$1–')
    : text;

const plainTextSetters = new Map<TypographicStyle, Parser>();

/** A parser that knows no markup at all. */
function plainTextSetter(style: TypographicStyle): Parser {
  let setter = plainTextSetters.get(style);
  if (setter === undefined) {
    setter = new MarkdownIt('zero').enable('smartquotes');
    useTypography(setter, style);
    plainTextSetters.set(style, setter);
  }
  return setter;
}
