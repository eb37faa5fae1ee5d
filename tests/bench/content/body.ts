/**
 * Writes a planned body in one language, as an author would write it.
 */
import type { BlockPlan, QuizPlan } from './body-plan.ts';
import type { Prose } from './prose.ts';

export function writeBody(plan: readonly BlockPlan[], prose: Prose): string {
  const footnotes = plan.flatMap((block) =>
    block.kind === 'paragraph' && block.footnote !== undefined
      ? [`[^${block.footnote}]: ${prose.sentence()}`]
      : [],
  );
  return `${[...plan.map((block) => writeBlock(block, prose)), ...footnotes].join('\n\n')}\n`;
}

function writeBlock(block: BlockPlan, prose: Prose): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${prose.phrase(2, 4)}`;
    case 'paragraph':
      return writeParagraph(block, prose);
    case 'list':
      return times(block.items, (index) => `${block.ordered ? `${index + 1}.` : '-'} ${emphasised(prose)}`);
    case 'table':
      return writeTable(block.rows, block.columns, prose);
    case 'quotation':
      return `> ${prose.sentence()}`;
    case 'figure':
      return `![${prose.phrase(3, 6)}](${block.src} "${prose.phrase(2, 5)}")`;
    case 'callout':
      return container(block.name, block.titled ? prose.phrase(2, 4) : '', prose.paragraph(20));
    case 'activity':
      return writeActivity(block.facts, block.steps, prose);
    default:
      return writeQuiz(block, prose);
  }
}

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const emphasised = (prose: Prose): string => `**${prose.phrase(1, 2)}:** ${prose.sentence()}`;

function container(name: string, info: string, inner: string, colons = ':::'): string {
  return `${colons} ${name}${info === '' ? '' : ` ${info}`}\n${inner}\n${colons}`;
}

function writeParagraph(block: Extract<BlockPlan, { kind: 'paragraph' }>, prose: Prose): string {
  const parts = [prose.paragraph(block.words)];
  if (block.link !== undefined) parts.push(`${prose.phrase(1, 3)}: [${prose.phrase(2, 4)}](${block.link}).`);
  if (block.footnote !== undefined) parts.push(`“${prose.phrase(4, 8)}”.[^${block.footnote}]`);
  return parts.join(' ');
}

function writeTable(rows: number, columns: number, prose: Prose): string {
  const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
  return [
    row(() => prose.phrase(1, 2)),
    row(() => '---'),
    ...Array.from({ length: rows }, () => row(() => prose.phrase(2, 5))),
  ].join('\n');
}

function writeActivity(facts: number, steps: number, prose: Prose): string {
  return container(
    'activity',
    prose.phrase(2, 4),
    [
      times(facts, () => `- **${prose.phrase(1, 1)}:** ${prose.phrase(2, 6)}`),
      container(
        'steps',
        '',
        times(steps, (index) => `${index + 1}. ${prose.sentence()}`),
      ),
      prose.sentence(),
    ].join('\n\n'),
    '::::',
  );
}

function writeQuiz(quiz: QuizPlan, prose: Prose): string {
  const question = `${prose.phrase(5, 10)}?`;
  const name = quiz.kind === 'choice' ? 'quiz' : quiz.kind;
  const separator = '\n\n';
  return container(name, `#${quiz.id}`, question + separator + writeAnswers(quiz, prose));
}

function writeAnswers(quiz: QuizPlan, prose: Prose): string {
  switch (quiz.kind) {
    case 'choice':
      return quiz.correct
        .map((correct) => `- [${correct ? 'x' : ' '}] ${prose.phrase(4, 9)}\n  > ${prose.sentence()}`)
        .join('\n');
    case 'match':
      return times(quiz.items, () => `- ${prose.phrase(2, 5)} => ${prose.phrase(1, 3)}`);
    case 'order':
      return times(quiz.items, (index) => `${index + 1}. ${prose.phrase(3, 7)}`);
    case 'reflect':
      return times(quiz.items, () => `- [ ] ${prose.phrase(4, 8)}`);
    case 'short':
      return times(quiz.items, () => `= ${prose.phrase(1, 2)}`);
  }
}
