import type { Keys } from './keys.ts';
import { fitOf } from './rank.ts';

/** A row of the results. */
export interface Result {
  /** Relative to the language: `materials/treasure-bag/`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly facts: string;
  readonly lang?: string | undefined;
}

/** @param asked keys of the question, whose words are marked; nothing of a text is ever parsed as HTML */
export function resultItem(result: Result, root: URL, asked: readonly string[], keys: Keys): HTMLLIElement {
  const { path, title, summary, facts, lang } = result;
  const item = element('li', 'card');
  const heading = element('h2');
  const link = element('a');
  link.href = new URL(path, root).href;
  link.append(...marked(title, asked, keys));
  heading.append(link);
  item.append(heading);
  if (summary !== '') {
    const line = element('p');
    line.append(...marked(summary, asked, keys));
    if (lang !== undefined) line.lang = lang;
    item.append(line);
  }
  if (lang !== undefined) [heading.lang, link.hreflang] = [lang, lang];
  if (facts !== '') {
    const line = element('p', 'meta');
    line.textContent = facts;
    item.append(line);
  }
  return item;
}

function marked(text: string, asked: readonly string[], keys: Keys): (string | HTMLElement)[] {
  return text.split(/([\p{L}\p{M}\p{N}ʻʼ’]+)/u).map((piece, at) => {
    const isWord = at % 2 === 1;
    if (!isWord || !asked.some((word) => fitOf(word, keys.keyOf(piece)) > 0)) return piece;
    const mark = element('mark');
    mark.textContent = piece;
    return mark;
  });
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  return made;
}
