import type { Token } from 'markdown-it';
import type { MatchQuiz, RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { plainTextOf } from '../plain-text.ts';
import { type QuizSource, withContent, withoutStart } from './quiz-source.ts';
import { readSingle } from './single-item.ts';

/** Reads `- left => right`. */
export function readMatch(source: QuizSource, list: Block, prompt: RichText): Omit<MatchQuiz, 'id'> {
  const pairs = source.items(list).flatMap((item) => readPair(source, item));
  if (pairs.length < 2 && !source.isFaulty) {
    source.fault(
      'quiz/few-pairs',
      source.lineOf(list),
      'this quiz has only one pair, which leaves nothing to match',
      'add another one: - left => right',
    );
  }
  return { kind: 'match', prompt, pairs };
}

const arrow = '=>';

function readPair(
  source: QuizSource,
  item: Block & { readonly blocks: readonly Block[] },
): MatchQuiz['pairs'] {
  const inline = readSingle(source, item);
  if (inline === undefined) return [];
  const tokens = inline.children ?? [];
  const level = tokens[0]?.level ?? 0;
  const at = tokens.findIndex(
    (token) => token.type === 'text' && token.level === level && token.content.includes(arrow),
  );
  const middle = tokens[at];
  if (middle === undefined) {
    source.words(tokens, inline);
    source.fault(
      'quiz/match-arrow',
      source.lineOf(item),
      'this pair has no arrow between its two sides',
      'write it as in - Telling a story => Vocabulary',
    );
    return [];
  }
  const cut = middle.content.indexOf(arrow);
  const left = trimmed([...tokens.slice(0, at), withContent(middle, middle.content.slice(0, cut))]);
  const right = withoutStart([middle, ...tokens.slice(at + 1)], cut + arrow.length);
  if (plainTextOf(left) === '' || plainTextOf(right) === '') {
    source.fault(
      'quiz/match-side',
      source.lineOf(item),
      `this pair has nothing ${plainTextOf(left) === '' ? 'before' : 'after'} its arrow`,
      'write it as in - Telling a story => Vocabulary',
    );
  }
  return [{ left: source.words(left, inline), right: source.words(right, inline) }];
}

function trimmed(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  return last === undefined ? [] : [...tokens.slice(0, -1), withContent(last, last.content.trimEnd())];
}
