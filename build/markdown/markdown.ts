/**
 * The Markdown stage: an author's text becomes a body that any page can take.
 *
 * In: the Markdown below the front matter, and its language. Out: ready HTML with gaps for what depends on country and
 * page, the quizzes as data, the plain text for search, the links and files for the checks that see the whole content,
 * and every fault with its place. A text is rendered once, however many countries use it. No text, however hostile,
 * throws, hangs or brings a tag or an address of its own into the HTML.
 */
import type { Env, Token } from 'markdown-it';
import type { Locale } from '../../schemas/brands.ts';
import { escapeHtml } from '../../templates/html.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RenderedBody, WebLink } from '../model/rendered.ts';
import type { TextOutline } from '../model/text-outline.ts';
import { Anchors } from './anchors.ts';
import { containerOf } from './container-rule.ts';
import { nestedFootnotes, unusedFootnotes } from './footnote-rule.ts';
import { type Excess, excessOfMarks, excessOfNesting } from './limits.ts';
import { outlineOf } from './outline.ts';
import { parserFor } from './parser.ts';
import { isQuizName, quizIdOf } from './quiz/quiz-names.ts';
import { renderBlocks } from './render-blocks.ts';
import { Rendering } from './rendering.ts';
import { typographicStyle } from './typographic-style.ts';

export { typographText } from './typography.ts';

export interface MarkdownSource {
  /** Path below the content folder, with forward slashes. */
  readonly file: string;
  /** The Markdown below the front matter. */
  readonly text: string;
  /** The line of the file on which the text begins, from 1. */
  readonly firstLine: number;
  readonly locale: Locale;
}

export interface RenderedMarkdown extends RenderedBody {
  readonly webLinks: readonly WebLink[];
  readonly outline: TextOutline;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders a text; the same text always gives the same result. */
export function renderMarkdown(source: MarkdownSource): RenderedMarkdown {
  const text = normalised(source.text);
  const clean = { ...source, text };
  const tooManyMarks = excessOfMarks(text);
  if (tooManyMarks !== undefined) return withoutMarkup(clean, tooManyMarks);
  const env: Env = {};
  const tokens = parserFor(typographicStyle(source.locale)).parse(text, env);
  const tooDeep = excessOfNesting(tokens);
  if (tooDeep !== undefined) return withoutMarkup(clean, tooDeep);
  const rendering = new Rendering(clean, tokens, new Anchors(quizIds(tokens)));
  renderBlocks(rendering, 0, tokens.length);
  reportFootnotes(rendering, env);
  return result(rendering);
}

/** As markdown-it would begin; the parser itself leaves it out. */
const normalised = (text: string): string =>
  (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).replaceAll('\0', '\uFFFD');

/** Known before the first heading, so that headings give way to quizzes and not the other way round. */
function quizIds(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'container_open') return [];
    const { name, info } = containerOf(token);
    return isQuizName(name) ? (quizIdOf(info) ?? []) : [];
  });
}

function reportFootnotes(rendering: Rendering, env: Env): void {
  const unused = new Set(unusedFootnotes(env));
  for (const label of nestedFootnotes(env)) {
    unused.delete(label);
    rendering.error(
      'markdown/footnote-nested',
      rendering.positions.wordBelow(0, `[^${label}]:`),
      `the footnote "${label}" stands inside another footnote`,
      'begin it on a line of its own, without spaces before it',
    );
  }
  for (const label of unused) {
    rendering.warning(
      'markdown/footnote-unused',
      rendering.positions.wordBelow(0, `[^${label}]:`),
      `nothing in the text refers to the footnote "${label}", so it is not shown`,
      `write [^${label}] where it belongs`,
    );
  }
}

/** The words as they were typed: nobody's text is lost, and nobody's text costs time. */
function withoutMarkup(source: MarkdownSource, { line, message }: Excess): RenderedMarkdown {
  const rendering = new Rendering(source, [], new Anchors([]));
  rendering.error(
    'markdown/too-deep',
    rendering.positions.line(line),
    message,
    'remove the marks that are not meant, or write the text more simply',
  );
  rendering.out.html(`<p>${escapeHtml(source.text.trim())}</p>\n`);
  rendering.out.plain(source.text);
  return result(rendering);
}

function result(rendering: Rendering): RenderedMarkdown {
  const { headings, quizzes, links, webLinks, images, files, quizPositions, diagnostics } = rendering;
  const { parts, plainText } = rendering.out.finish();
  const markedQuizzes = quizzes.filter(({ kind }) => kind !== 'reflect').map(({ id }) => id);
  return {
    body: { parts, headings, quizzes, plainText },
    links,
    webLinks,
    images,
    files,
    quizPositions,
    markedQuizzes,
    outline: outlineOf(rendering.tokens, rendering.positions),
    diagnostics,
  };
}
