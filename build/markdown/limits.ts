/**
 * Stops a text that is nested beyond reason, before it can cost time or be cut short: markdown-it drops without a word
 * what lies deeper than a hundred levels, and a picture in a picture in a picture costs the square of its depth.
 */
import type { Token } from 'markdown-it';

/** A place where a text goes too far; lines from 0. */
export interface Excess {
  readonly line: number;
  readonly message: string;
}

const maxNesting = 20;
const maxOpenBrackets = 100;
const maxMarksInParagraph = 10_000;

/** Looks at the marks of each paragraph, before anything parses them. */
export function excessOfMarks(text: string): Excess | undefined {
  // Almost always; looking at each character took 20 µs.
  if (text.length <= maxMarksInParagraph && !hasMoreThan(maxOpenBrackets, '[', text)) return undefined;
  let [line, marks, openBrackets] = [0, 0, 0];
  let isEmptyLine = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e || isOrdinary[code] === 1) {
      if (code > 0x20) isEmptyLine = false;
    } else if (code === 0x0a) {
      if (isEmptyLine) marks = openBrackets = 0;
      isEmptyLine = true;
      line++;
    } else {
      isEmptyLine = false;
      if (code === openBracket) openBrackets++;
      else if (code === closeBracket && openBrackets > 0) openBrackets--;
      if (++marks > maxMarksInParagraph)
        return { line, message: 'this paragraph has more than 10,000 special characters' };
      if (openBrackets > maxOpenBrackets)
        return { line, message: 'this paragraph opens more than 100 brackets [ one inside the other' };
    }
  }
  return undefined;
}

function hasMoreThan(most: number, character: string, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (++count > most) return true;
  }
  return false;
}

/** Looks at quotes, lists and containers that stand in one another. */
export function excessOfNesting(tokens: readonly Token[]): Excess | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (token.nesting === 0 || !nests.has(token.type)) continue;
    depth += token.nesting;
    if (depth > maxNesting) {
      return {
        line: token.map?.[0] ?? 0,
        message: 'more than 20 quotes, lists or containers stand one inside the other here',
      };
    }
  }
  return undefined;
}

const nests = new Set(
  ['blockquote', 'bullet_list', 'ordered_list', 'dl', 'container'].flatMap((name) => [
    `${name}_open`,
    `${name}_close`,
  ]),
);

const openBracket = 0x5b;
const closeBracket = 0x5d;

/** 1 for each ASCII character that means nothing to the parser of paragraphs. */
const isOrdinary = Uint8Array.from({ length: 0x7f }, (_, code) =>
  '\n[]()<>*_~`!&"\'^\\|$'.includes(String.fromCharCode(code)) ? 0 : 1,
);
