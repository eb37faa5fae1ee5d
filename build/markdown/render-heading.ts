import { detached } from './detached.ts';
import { plainTextOf } from './plain-text.ts';
import { renderInline } from './render-inline.ts';
import type { Rendering } from './rendering.ts';

/** Renders a heading with its anchor, and checks that the outline has no gaps (WCAG 2.2, 1.3.1). */
export function renderHeading(rendering: Rendering, index: number): void {
  const [open, inline] = [rendering.tokens[index], rendering.tokens[index + 1]];
  if (open === undefined || inline === undefined) return;
  const { out } = rendering;
  const line = open.map?.[0] ?? rendering.line;
  const written = Number(open.tag.slice(1));
  const level = Math.max(2, written);
  const text = detached(plainTextOf(inline.children ?? []));
  if (text === '') {
    rendering.error(
      'markdown/heading-empty',
      rendering.positions.line(line),
      'this heading has no words',
      'write them on the same line, or remove the line',
    );
    return;
  }
  checkLevel(rendering, written, line);
  const id = rendering.anchors.of(text);
  rendering.headings.push({ level, id, text });
  out.html(`<h${level} id="${id}">`);
  renderInline(inline, rendering);
  out.html(`</h${level}>\n`);
  out.endBlock();
}

function checkLevel(rendering: Rendering, level: number, line: number): void {
  const above = rendering.headings.at(-1)?.level ?? 1;
  if (level === 1) {
    rendering.warning(
      'markdown/heading-level',
      rendering.positions.line(line),
      'the title of the page is its only heading of the first level; this one is shown as one of the second',
      'begin it with ##',
    );
  } else if (level > above + 1) {
    const place =
      rendering.headings.length === 0
        ? 'the first heading of a text'
        : `below a heading of level ${above}, the next one`;
    rendering.warning(
      'markdown/heading-level',
      rendering.positions.line(line),
      `${place} cannot be of level ${level}: a level is missing between them`,
      `begin it with ${'#'.repeat(above + 1)}`,
    );
  }
}
