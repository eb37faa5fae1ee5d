import type { Token } from 'markdown-it';

/** Returns the words of a paragraph without their markup; footnote numbers are no words. */
export function plainTextOf(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'image') text += plainTextOf(token.children ?? []);
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else text += token.content;
  }
  return text.trim();
}
