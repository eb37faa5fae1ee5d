/** A quiz of each kind, in the two languages that examples are written in. */
import type { Quiz } from '../../model/body.ts';

export type QuizName = 'single' | 'multiple' | 'match' | 'order' | 'short' | 'reflect' | 'justReflect';

const inEnglish: Readonly<Record<QuizName, Quiz>> = {
  single: {
    kind: 'choice',
    id: 'single',
    multiple: false,
    prompt: ['<p>Which is <strong>better</strong> to write down?</p>\n<p>Think of a camera.</p>'],
    options: [
      {
        text: ['“Aibek is lazy”'],
        correct: false,
        feedback: ['<p>A camera cannot see this.</p>\n<p>Write what he does.</p>'],
      },
      { text: ['“Aibek built for <em>seven</em> minutes”'], correct: true, feedback: ['<p>Yes.</p>'] },
      { text: ['“Aibek was not in the mood”'], correct: false, feedback: [] },
    ],
  },
  multiple: {
    kind: 'choice',
    id: 'multiple',
    multiple: true,
    prompt: ['<p>What helps a game to grow?</p>'],
    options: [
      { text: ['Time'], correct: true, feedback: ['<p>A game needs twenty minutes to become one.</p>'] },
      { text: ['Hurry'], correct: false, feedback: ['<p>It ends the game.</p>'] },
      { text: ['Blocks, boxes, scarves'], correct: true, feedback: [] },
    ],
  },
  match: {
    kind: 'match',
    id: 'match',
    prompt: ['<p>What grows with what?</p>'],
    pairs: [
      { left: ['Building with blocks'], right: ['<em>Spatial</em> thinking'] },
      { left: ['Telling a story'], right: ['Vocabulary &amp; grammar'] },
    ],
  },
  order: {
    kind: 'order',
    id: 'order',
    prompt: ['<p>You observe a child. What comes first?</p>'],
    items: [['Look without stepping in'], ['Write down what you saw'], ['Think about what it means']],
  },
  short: {
    kind: 'short',
    id: 'short',
    prompt: ['<p>What do we call play that children choose themselves?</p>'],
    answers: ['free play', 'self-chosen play'],
  },
  reflect: {
    kind: 'reflect',
    id: 'reflect',
    prompt: ['<p>What have you done already?</p>'],
    statements: [['I tried it with my group'], ['I spoke about it with a colleague']],
  },
  justReflect: {
    kind: 'reflect',
    id: 'just-reflect',
    prompt: [],
    statements: [['I tried it with my group']],
  },
};

const inRussian: typeof inEnglish = {
  single: {
    kind: 'choice',
    id: 'single',
    multiple: false,
    prompt: ['<p>Что <strong>лучше</strong> записать?</p>\n<p>Представьте себе камеру.</p>'],
    options: [
      {
        text: ['«Айбек ленивый»'],
        correct: false,
        feedback: ['<p>Камера этого не увидит.</p>\n<p>Запишите, что он делает.</p>'],
      },
      { text: ['«Айбек строил <em>семь</em> минут»'], correct: true, feedback: ['<p>Да.</p>'] },
      { text: ['«Айбек был не в духе»'], correct: false, feedback: [] },
    ],
  },
  multiple: {
    kind: 'choice',
    id: 'multiple',
    multiple: true,
    prompt: ['<p>Что помогает игре расти?</p>'],
    options: [
      { text: ['Время'], correct: true, feedback: ['<p>Чтобы разыграться, нужно минут двадцать.</p>'] },
      { text: ['Спешка'], correct: false, feedback: ['<p>На этом игра и кончится.</p>'] },
      { text: ['Кубики, коробки, платки'], correct: true, feedback: [] },
    ],
  },
  match: {
    kind: 'match',
    id: 'match',
    prompt: ['<p>Что растёт вместе с чем?</p>'],
    pairs: [
      { left: ['Постройки из кубиков'], right: ['<em>Пространственное</em> мышление'] },
      { left: ['Рассказ'], right: ['Словарный запас &amp; грамматика'] },
    ],
  },
  order: {
    kind: 'order',
    id: 'order',
    prompt: ['<p>Вы наблюдаете за ребёнком. Что сначала?</p>'],
    items: [['Смотреть не вмешиваясь'], ['Записать увиденное'], ['Подумать, что это значит']],
  },
  short: {
    kind: 'short',
    id: 'short',
    prompt: ['<p>Как называется игра, которую выбирают сами дети?</p>'],
    answers: ['свободная игра', 'самостоятельная игра'],
  },
  reflect: {
    kind: 'reflect',
    id: 'reflect',
    prompt: ['<p>Что уже сделано?</p>'],
    statements: [['Я попробовал это со своей группой'], ['Мы говорили об этом с коллегой']],
  },
  justReflect: {
    kind: 'reflect',
    id: 'just-reflect',
    prompt: [],
    statements: [['Я попробовал это со своей группой']],
  },
};

/** @param htmlLang of the writing of a sample */
export const sampleQuizzes = (htmlLang: string): typeof inEnglish =>
  htmlLang === 'ru' ? inRussian : inEnglish;
