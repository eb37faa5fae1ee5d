/**
 * Finds the place in the file for what the parser only knows by line, or by offset in a paragraph.
 */
import type { Token } from 'markdown-it';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { PositionedToken } from './light-states.ts';

/** Line numbers that go in are markdown-it's, from 0; ranges that come out are those of the file. */
export class Positions {
  readonly #text: string;
  #split: readonly string[] | undefined;
  readonly #firstLine: number;

  /** @param firstLine The line of the text's first line in its file, from 1. */
  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  /** Most texts have neither links nor faults. */
  get #lines(): readonly string[] {
    this.#split ??= this.#text.split('\n');
    return this.#split;
  }

  /** A line without the space around it. */
  line(line: number): Range {
    const text = this.#lines[line] ?? '';
    const start = text.length - text.trimStart().length;
    return this.#range(line, start, Math.max(start, text.trimEnd().length));
  }

  /** The first place of a word in a line, or the line. */
  word(line: number, word: string): Range {
    const start = word === '' ? -1 : (this.#lines[line] ?? '').indexOf(word);
    return start < 0 ? this.line(line) : this.#range(line, start, start + word.length);
  }

  /** The first place of a word at or after a line, or that line. */
  wordBelow(line: number, word: string): Range {
    const found = this.#lines.findIndex((text, index) => index >= line && text.includes(word));
    return this.word(found < 0 ? line : found, word);
  }

  /**
   * A stretch of the text of a paragraph, cell or heading. Such a text is the lines of the file without what stands
   * before them (quote marks, list marks, indentation).
   *
   * @param line The line of its block, where the text itself has none.
   */
  inline(block: Token, line: number, start: number, end: number): Range {
    const { content } = block;
    const lineStart = start === 0 ? 0 : content.lastIndexOf('\n', start - 1) + 1;
    const nextBreak = content.indexOf('\n', start);
    const lineEnd = nextBreak < 0 ? content.length : nextBreak;
    const lineInFile = (block.map?.[0] ?? line) + countBreaks(content, start);
    const source = this.#lines[lineInFile] ?? '';
    const column = source.lastIndexOf(content.slice(lineStart, lineEnd));
    const endInLine = Math.min(end, lineEnd);
    if (column < 0) return this.word(lineInFile, content.slice(start, endInLine));
    return this.#range(lineInFile, column + start - lineStart, column + endInLine - lineStart);
  }

  #range(line: number, start: number, end: number): Range {
    const lineInFile = this.#firstLine + line;
    return { line: lineInFile, column: start + 1, endLine: lineInFile, endColumn: end + 1 };
  }
}

export const offsetOf = (token: PositionedToken | undefined): number => token?.offset ?? 0;

function countBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
