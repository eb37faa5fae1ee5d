/**
 * Says what a text is made of, from the tokens that it was rendered from: a page needs none of it, so that it goes no further than the
 * checks of its folder.
 */
import type { Token } from 'markdown-it';
import { notProse, type TextOutline } from '../model/text-outline.ts';
import { containerOf } from './container-rule.ts';
import { plainTextOf } from './plain-text.ts';
import type { Positions } from './positions.ts';

type Growing = { -readonly [K in keyof TextOutline]: TextOutline[K][number][] };

export function outlineOf(tokens: readonly Token[], positions: Positions): TextOutline {
  const outline: Growing = { prose: [], headings: [], boxes: [], pictures: [] };
  const open: string[] = [];
  let [line, isNote] = [0, false];
  for (const token of tokens) {
    // Cells of a table have no line of their own.
    if (token.map !== null) line = token.map[0];
    switch (token.type) {
      case 'heading_open':
        outline.headings.push({
          level: Math.max(2, Number(token.tag.slice(1))),
          range: positions.line(line),
        });
        break;
      case 'container_open': {
        const { name } = containerOf(token);
        open.push(name);
        outline.boxes.push({ name, range: positions.line(line) });
        break;
      }
      case 'container_close':
        open.pop();
        break;
      case 'footnote_block_open':
        isNote = true;
        break;
      case 'inline': {
        const words = wordsOf(token, open.at(-1) === 'short').trim();
        if (words !== '') outline.prose.push({ text: words, isNote, range: positions.line(line) });
        addPictures(token, outline, line, positions);
      }
    }
  }
  return outline;
}

function wordsOf({ children }: Token, isShort: boolean): string {
  let [text, marked] = ['', 0];
  for (const token of children ?? []) {
    if (token.type === 'span_open') marked++;
    else if (token.type === 'span_close') {
      marked--;
      text += notProse;
    } else if (marked > 0) continue;
    else if (token.type === 'text') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n';
    else if (token.type === 'code_inline' || token.type === 'image') text += notProse;
  }
  // Answers to be typed are what readers may write, not what a text says.
  const said = isShort ? text.replace(/^=.*$/gm, notProse) : text.replace(/^\[[ xXхХ]\]\s+/, '');
  return said.replaceAll('\n', ' ');
}

function addPictures({ children }: Token, { pictures }: Growing, line: number, positions: Positions): void {
  for (const token of children ?? []) {
    if (token.type !== 'image') continue;
    const src = String(token.attrGet('src') ?? '');
    pictures.push({
      src,
      alt: plainTextOf(token.children ?? []),
      range: positions.wordBelow(line, `](${src}`.trim()),
    });
  }
}
