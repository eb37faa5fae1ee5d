import type { RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { plainTextOf } from '../plain-text.ts';
import { type QuizSource, withoutStart } from './quiz-source.ts';

/** The Cyrillic letter looks the same, and stands on the same key of many keyboards. */
const marker = /^\[([ \u00A0xXхХ])\](?=\s|$)/;

/** Reads `[ ] text` or `[x] text`. */
export function readMarked(
  source: QuizSource,
  item: Block,
  paragraph: Block | undefined,
): { text: RichText; isMarked: boolean } {
  const inline = source.inline(paragraph);
  const tokens = inline?.children ?? [];
  const match = tokens[0]?.type === 'text' ? marker.exec(tokens[0].content) : null;
  if (inline === undefined || match === null) {
    const text = paragraph === undefined ? [] : source.text([paragraph]);
    source.fault(
      'quiz/no-marker',
      source.lineOf(item),
      'this option has no box',
      'begin it with - [ ] or, if it is right, with - [x]',
    );
    return { text, isMarked: false };
  }
  const words = withoutStart(tokens, match[0].length);
  const text = source.words(words, inline);
  if (plainTextOf(words) === '')
    source.fault(
      'quiz/empty-option',
      source.lineOf(item),
      'this option has no words',
      'write them after the box',
    );
  return { text, isMarked: /[^ \u00A0]/.test(match[1] ?? ' ') };
}
