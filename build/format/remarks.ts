/** Finds the comments of YAML, with their places. */
import { Lexer } from 'yaml';
import { lineStart } from '../parse/yaml-text.ts';

export interface Remark {
  readonly start: number;
  readonly end: number;
  /** Without its `#`. */
  readonly text: string;
  /** From 0. */
  readonly column: number;
  /** Something other than a comment stands on the line. */
  readonly isBeside: boolean;
}

/** @param yaml with LF line ends */
export function findRemarks(yaml: string): Remark[] {
  const remarks: Remark[] = [];
  let start = 0;
  let last = '';
  for (const token of new Lexer().lex(yaml)) {
    if (token.startsWith('#') && last !== plainFollows) {
      const before = yaml.slice(lineStart(yaml, start), start);
      const text = token.slice(1).trimEnd();
      const isBeside = before.trim() !== '';
      remarks.push({ start, end: start + 1 + text.length, text, column: before.length, isBeside });
    }
    if (!ownTokens.has(token)) start += token.length;
    last = token;
  }
  return remarks;
}

/** What the comments say, sorted, so that two versions can be compared. */
export const wordsOfRemarks = (yaml: string): string[] =>
  findRemarks(yaml)
    .map(({ text }) => text)
    .toSorted();

/** Tokens of the lexer that stand for nothing in the text. */
const plainFollows = '\u001f';
const ownTokens: ReadonlySet<string> = new Set(['\u0002', '\u0018', plainFollows]);
