/**
 * Rewrites our Markdown into what an author would write for another generator. Quizzes become lists of tasks.
 */

/** How a generator writes a box such as a tip or an activity. */
export interface BoxSyntax {
  /** @param title empty for none */
  open(name: string, title: string): string;
  close(name: string): string;
}

const fence = /^:{3,}\s*(\S*)\s*(.*)$/;
const quizzes = new Set(['quiz', 'match', 'order', 'short', 'reflect']);
/** A list needs no box around it. */
const dropped = new Set(['steps']);

export function rewriteBody(body: string, syntax: BoxSyntax): string {
  const open: string[] = [];
  const lines = body.split('\n').map((line) => {
    const match = fence.exec(line);
    if (match === null) return quizzes.has(open.at(-1) ?? '') ? rewriteAnswer(line) : line;
    const [, name = '', title = ''] = match;
    if (name !== '') open.push(name);
    const box = name === '' ? (open.pop() ?? '') : name;
    if (quizzes.has(box) || dropped.has(box)) return '';
    return name === '' ? syntax.close(box) : syntax.open(name, title);
  });
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

const rewriteAnswer = (line: string): string =>
  line
    .replace(/^= /, '- [ ] ')
    .replace(/^- (?!\[)/, '- [ ] ')
    .replace(' => ', ' → ');
