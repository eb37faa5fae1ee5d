import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';

/**
 * Returns commands for a terminal, one in a line, to be copied as they are: English words of programs, from left to right. A long one is
 * broken on a phone between its words, not at their hyphens, and its rest set in.
 */
export const commands = (...lines: readonly string[]): SafeHtml =>
  html`<pre class="commands" lang="en" dir="ltr" translate="no">${lines.map((line, index) => html`${index > 0 && '\n'}<code>${words(line)}</code>`)}</pre>`;

const words = (line: string): SafeHtml =>
  html`${line.split(' ').map((word, index) => html`${index > 0 && ' '}${/[-/]/.test(word) ? html`<span class="unit">${word}</span>` : word}`)}`;
