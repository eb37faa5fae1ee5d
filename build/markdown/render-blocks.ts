/**
 * Renders paragraphs, headings, lists, tables and whatever else stands on lines of its own.
 */
import type { Token } from 'markdown-it';
import { closeOf } from './blocks.ts';
import { renderContainer } from './render-container.ts';
import { renderHeading } from './render-heading.ts';
import { renderImage } from './render-image.ts';
import { footnoteIds, renderInline } from './render-inline.ts';
import type { Rendering } from './rendering.ts';

/** Renders the blocks between two tokens, `to` exclusive. */
export function renderBlocks(rendering: Rendering, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const token = rendering.tokens[index];
    if (token === undefined) return;
    if (token.map !== null) rendering.line = token.map[0];
    index = renderBlock(rendering, token, index, to);
  }
}

/** Returns the index of the last token that it used. */
function renderBlock(rendering: Rendering, token: Token, index: number, to: number): number {
  const { out, tokens } = rendering;
  switch (token.type) {
    case 'inline':
      renderInline(token, rendering);
      return index;
    case 'paragraph_open':
      return renderParagraph(rendering, token, index);
    case 'paragraph_close':
      if (!token.hidden) out.html('</p>\n');
      out.endBlock();
      return index;
    case 'heading_open':
      renderHeading(rendering, index);
      return index + 2;
    case 'container_open': {
      const close = closeOf(tokens, index, to);
      renderContainer(rendering, index, close);
      return close;
    }
    case 'container_stray':
      reportStray(rendering, token);
      return index;
    case 'fence':
    case 'code_block':
      out.html('<pre><code>');
      out.text(token.content);
      out.html('</code></pre>\n');
      out.endBlock();
      return index;
    case 'list_item_open':
      reportTaskMarker(rendering, index);
      out.html('<li>');
      return index;
    case 'ordered_list_open':
      out.html(`<ol${numberAttribute(token)}>\n`);
      return index;
    case 'th_open':
    case 'td_open':
      out.html(`<${cellTag(tokens, index)}${alignmentAttribute(token)}>`);
      return index;
    case 'th_close':
    case 'td_close':
      out.html(`</${tokens[index - 1]?.content === '' ? 'td' : token.tag}>`);
      out.endBlock();
      return index;
    case 'footnote_block_open':
      out.html('<section class="footnotes" role="doc-endnotes">\n<ol>\n');
      return index;
    case 'footnote_block_close':
      out.html('</ol>\n</section>\n');
      return index;
    case 'footnote_open':
      out.html(`<li id="fn${footnoteIds(token).id}">`);
      return index;
    case 'footnote_close':
      out.html('</li>\n');
      out.endBlock();
      return index;
    case 'footnote_anchor': {
      const { id, suffix } = footnoteIds(token);
      out.html(` <a href="#fnref${id}${suffix}" role="doc-backlink">↩\uFE0E</a>`);
      return index;
    }
    default:
      renderTag(rendering, token);
      return index;
  }
}

/** A picture alone in its paragraph takes the paragraph's place. */
function renderParagraph(rendering: Rendering, token: Token, index: number): number {
  const inline = rendering.tokens[index + 1];
  const [only, ...others] = inline?.children ?? [];
  if (inline !== undefined && only?.type === 'image' && others.length === 0 && !rendering.isInQuiz) {
    const close = rendering.tokens[index + 2];
    if (close?.type === 'paragraph_close') {
      renderImage(only, inline, true, rendering);
      rendering.out.endBlock();
      return index + 2;
    }
  }
  if (!token.hidden) rendering.out.html('<p>');
  return index;
}

function renderTag({ out }: Rendering, { tag, nesting }: Token): void {
  if (tag === '') return;
  if (nesting >= 0) {
    out.html(`<${tag}>`);
  } else {
    out.html(`</${tag}>\n`);
    out.endBlock();
  }
}

/** Columns and rows: WCAG 2.2, technique H63. An empty cell heads nothing. */
function cellTag(tokens: readonly Token[], index: number): string {
  if (tokens[index]?.type === 'td_open' || tokens[index + 1]?.content === '') return 'td';
  return 'th scope="col"';
}

/** A class, since our content security policy allows no `style`. */
function alignmentAttribute(token: Token): string {
  switch (token.attrGet('style')) {
    case 'text-align:center':
      return ' class="center"';
    case 'text-align:right':
      return ' class="end"';
    default:
      return '';
  }
}

export function numberAttribute(list: Token): string {
  const start = list.attrGet('start');
  return start === null ? '' : ` start="${Number(start)}"`;
}

function reportStray(rendering: Rendering, token: Token): void {
  const line = token.map?.[0] ?? rendering.line;
  rendering.error(
    'markdown/container-stray',
    rendering.positions.line(line),
    'this line closes a container, but none is open here',
    'remove it, or open one above, as in ::: tip Title',
  );
}

const taskMarker = /^\[[ xXхХ]\](?=\s|$)/;

function reportTaskMarker(rendering: Rendering, index: number): void {
  const inline = rendering.tokens[index + 2];
  if (inline?.type !== 'inline' || !inline.content.startsWith('[')) return;
  const marker = taskMarker.exec(inline.content)?.[0];
  if (marker === undefined) return;
  const range = rendering.positions.word(inline.map?.[0] ?? rendering.line, marker);
  rendering.error(
    'markdown/task-marker',
    range,
    `boxes such as ${marker} work only in a quiz`,
    'remove it, or put the list between ::: reflect #id and :::',
  );
}
