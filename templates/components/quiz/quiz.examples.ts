import { createTranslate } from '../../locale/translate.ts';
import type { Quiz } from '../../model/body.ts';
import type { Examples } from '../examples.ts';
import { quizForm } from './quiz.ts';

const form = (quiz: Quiz) => quizForm(quiz, { t: createTranslate(), place: (text) => text.join('') });

export const examples: Examples = {
  'single choice': form({
    kind: 'choice',
    id: 'q1',
    multiple: false,
    prompt: ['<p>Which is <strong>better</strong> to write down?</p>\n<p>Think of the camera.</p>'],
    options: [
      {
        text: ['“Aibek is lazy”'],
        correct: false,
        feedback: ['<p>Write what you see.</p>\n<p>Not what you think.</p>'],
      },
      { text: ['“Aibek built for <em>seven</em> minutes”'], correct: true, feedback: ['<p>Yes.</p>'] },
    ],
  }),
  'multiple choice': form({
    kind: 'choice',
    id: 'q2',
    multiple: true,
    prompt: ['<p>What helps?</p>'],
    options: [
      { text: ['Time'], correct: true, feedback: [] },
      { text: ['Hurry'], correct: false, feedback: [] },
      { text: ['Blocks'], correct: true, feedback: [] },
    ],
  }),
  match: form({
    kind: 'match',
    id: 'q3',
    prompt: ['<p>What grows with what?</p>'],
    pairs: [
      { left: ['Building with blocks'], right: ['<em>Spatial</em> thinking'] },
      { left: ['Telling a story'], right: ['Vocabulary &amp; grammar'] },
    ],
  }),
  order: form({
    kind: 'order',
    id: 'q4',
    prompt: ['<p>What first?</p>'],
    items: [['Look'], ['Write down'], ['Think']],
  }),
  short: form({
    kind: 'short',
    id: 'q5',
    prompt: ['<p>What is it called?</p>'],
    answers: ['free play', 'self-chosen play'],
  }),
  'reflection without a question': form({
    kind: 'reflect',
    id: 'q6',
    prompt: [],
    statements: [['I tried it'], ['I spoke about it']],
  }),
};
