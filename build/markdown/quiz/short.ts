import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import type { RichText, ShortQuiz } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { readPrompt, reportLeftovers } from './prompt.ts';
import type { QuizSource } from './quiz-source.ts';

const { utils } = new MarkdownIt();

/**
 * Reads the lines `= answer` below a question. An answer stays as it was typed, without typography, because it is
 * compared with what a learner types.
 */
export function readShort(source: QuizSource): Omit<ShortQuiz, 'id'> {
  const answersAt = source.blocks.findIndex((block) => hasAnswer(source.inline(block)));
  const before = answersAt < 0 ? source.blocks : source.blocks.slice(0, answersAt);
  const question = answersAt < 0 ? [] : questionAbove(source.inline(source.blocks[answersAt]));
  const inline = source.inline(source.blocks[answersAt]);
  const prompt = readPrompt(source, before, question.length === 0);
  const promptEnd: RichText =
    inline === undefined || question.length === 0 ? [] : ['<p>', ...source.words(question, inline), '</p>\n'];
  const answers: string[] = [];
  const behind = answersAt < 0 ? [] : source.blocks.slice(answersAt);
  const others = behind.filter((block) => !readAnswers(source, block, answers));
  reportLeftovers(source, others);
  if (answersAt < 0) {
    source.fault(
      'quiz/no-answer',
      source.line,
      'this quiz accepts no answer',
      'write each right answer on a line that begins with =, as in = free play',
    );
  }
  return { kind: 'short', prompt: [...prompt, ...promptEnd], answers };
}

const answerLine = /^=(?!=)/;

const hasAnswer = (inline: Token | undefined): boolean =>
  inline?.content.split('\n').some((line) => answerLine.test(line)) ?? false;

/** A question may stand right above its answers, without an empty line. */
function questionAbove(inline: Token | undefined): readonly Token[] {
  const tokens = inline?.children ?? [];
  if (inline === undefined || answerLine.test(inline.content)) return [];
  const end = tokens.findIndex(
    (token, index) => token.type === 'softbreak' && answerLine.test(tokens[index + 1]?.content ?? ''),
  );
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** Returns whether the block has answers. */
function readAnswers(source: QuizSource, block: Block, answers: string[]): boolean {
  const inline = source.inline(block);
  if (inline === undefined || !hasAnswer(inline)) return false;
  const lines = inline.content.split('\n');
  const first = lines.findIndex((line) => answerLine.test(line));
  for (const [index, line] of lines.entries()) {
    if (index < first) continue;
    const answer = utils.unescapeAll(line.slice(1).trim());
    const lineInText = source.lineOf(block) + index;
    if (!answerLine.test(line)) {
      source.fault(
        'quiz/leftover',
        lineInText,
        'this line between the answers is no answer',
        'begin it with =, or move it above the answers',
      );
    } else if (answer === '') {
      source.fault(
        'quiz/empty-option',
        lineInText,
        'this answer has no words',
        'write them after the =, or remove the line',
      );
    } else {
      answers.push(answer);
      source.rendering.out.plain(answer);
      source.rendering.out.endBlock();
    }
  }
  return true;
}
