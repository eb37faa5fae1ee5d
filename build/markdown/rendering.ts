import type { Token } from 'markdown-it';
import type { Locale } from '../../schemas/brands.ts';
import type { Heading, Quiz } from '../../templates/model/body.ts';
import type { Diagnostic, Range, Severity } from '../diagnostics/diagnostic.ts';
import type { BodyFile, BodyLink, WebLink } from '../model/rendered.ts';
import type { Anchors } from './anchors.ts';
import type { MarkdownSource } from './markdown.ts';
import { Positions } from './positions.ts';
import { Writer } from './writer.ts';

/** All that grows while one text is rendered. */
export class Rendering {
  readonly file: string;
  readonly locale: Locale;
  readonly tokens: readonly Token[];
  readonly positions: Positions;
  readonly anchors: Anchors;
  readonly out = new Writer();
  readonly headings: Heading[] = [];
  readonly quizzes: Quiz[] = [];
  readonly quizPositions = new Map<string, Range>();
  readonly links: BodyLink[] = [];
  readonly webLinks: WebLink[] = [];
  readonly images: BodyFile[] = [];
  readonly files: BodyFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Of the block that is being rendered, from 0. */
  line = 0;
  isInQuiz = false;
  hasActivity = false;

  constructor(source: MarkdownSource, tokens: readonly Token[], anchors: Anchors) {
    this.file = source.file;
    this.locale = source.locale;
    this.tokens = tokens;
    this.positions = new Positions(source.text, source.firstLine);
    this.anchors = anchors;
  }

  error(code: string, range: Range, message: string, hint?: string): void {
    this.#report('error', code, range, message, hint);
  }

  warning(code: string, range: Range, message: string, hint?: string): void {
    this.#report('warning', code, range, message, hint);
  }

  /** The range of a stretch of the text of a paragraph. */
  rangeIn(block: Token, start: number, end: number): Range {
    return this.positions.inline(block, this.line, start, end);
  }

  #report(severity: Severity, code: string, range: Range, message: string, hint: string | undefined): void {
    this.diagnostics.push({
      code,
      severity,
      file: this.file,
      ...range,
      message,
      ...(hint !== undefined && { hint }),
    });
  }
}
