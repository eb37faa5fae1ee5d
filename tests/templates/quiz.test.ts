import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBody } from '../../templates/body/place-body.ts';
import { shuffledOrder } from '../../templates/components/quiz/shuffled-order.ts';
import type { Quiz } from '../../templates/model/body.ts';
import {
  matchQuiz,
  multipleChoice,
  orderQuiz,
  placement,
  quizzes,
  reflectQuiz,
  shortQuiz,
  singleChoice,
} from './sample-body.ts';

const render = (quiz: Quiz): string => placeBody([{ kind: 'quiz', quiz }], placement).toString();

test('the order of a quiz depends on its id alone, holds everything once, and is never the right one', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 12 }), (seed, count) => {
      const order = shuffledOrder(seed, count);
      const rightOrder = Array.from({ length: count }, (_, index) => index);
      expect(order).toEqual(shuffledOrder(seed, count));
      expect(order).not.toEqual(rightOrder);
      expect(order.toSorted((a, b) => a - b)).toEqual(rightOrder);
    }),
  );
  expect([shuffledOrder('q1', 0), shuffledOrder('q1', 1)]).toEqual([[], [0]]);
});

test('other ids give other orders', () => {
  const orders = new Set(Array.from({ length: 50 }, (_, index) => shuffledOrder(`q${index}`, 5).join()));
  expect(orders.size).toBeGreaterThan(20);
});

test.each(quizzes.map((quiz) => [quiz.kind, quiz] as const))(
  '%s is a form with its question as legend',
  (_, quiz) => {
    const form = render(quiz);
    expect(form).toContain(`<form method="dialog" class="quiz" id="${quiz.id}"`);
    expect(form).toMatch(/<fieldset><legend>[^<]/);
    expect(form).not.toMatch(/<legend>(?:(?!<\/legend>)[\s\S])*<p>/);
  },
);

test('single choice: radio buttons, the key tells right from wrong and why', () => {
  const form = render(singleChoice);
  expect(form.match(/type="radio" name="q1"/g)).toHaveLength(3);
  expect(form.match(/<details>/g)).toHaveLength(1);
  expect(form.match(/class="yes">Correct/g)).toHaveLength(1);
  expect(form).toContain(
    '<b>Not this one</b> · «Милош был не в духе и всем мешал»<br>«Не в духе» — догадка.',
  );
});

test('multiple choice: check boxes, and it says so', () => {
  const form = render(multipleChoice);
  expect(form.match(/type="checkbox"/g)).toHaveLength(3);
  expect(form.match(/class="yes">Correct/g)).toHaveLength(2);
  expect(form).toContain('More than one answer is right.');
});

test('match: a list for each left side, the right sides in another order and without markup', () => {
  const form = render(matchQuiz);
  expect(form.match(/<select name="q2-[123]">/g)).toHaveLength(3);
  const offered = [
    ...(form.match(/<select[\s\S]*?<\/select>/)?.[0] ?? '').matchAll(/<option value="(\d)">([^<]*)/g),
  ];
  expect(offered.map(([, value]) => value).toSorted()).toEqual(['1', '2', '3']);
  expect(offered.map(([, value]) => value)).not.toEqual(['1', '2', '3']);
  expect(offered.map(([, , text]) => text)).toContain('Пространственное мышление');
  expect(form).toContain('<li><b>Игра &amp; очередь</b> – Умение ждать</li>');
});

test('order: a list of positions for each item, the items in a wrong order, the key in the right one', () => {
  const [question = '', key = ''] = render(orderQuiz).split('<details>');
  const items = ['Выбрать ребёнка', 'Две минуты смотреть', 'Записать увиденное', 'Вычеркнуть оценки'];
  const asked = items.toSorted((a, b) => question.indexOf(a) - question.indexOf(b));
  const answered = items.toSorted((a, b) => key.indexOf(a) - key.indexOf(b));
  expect(asked).not.toEqual(items);
  expect(answered).toEqual(items);
  expect(question.match(/<option>/g)).toHaveLength(16);
});

test('short: a field with a visible label; the key has every accepted answer', () => {
  const form = render(shortQuiz);
  expect(form).toContain('<span>Your answer</span><input type="text" name="q5"');
  expect(form).toContain('свободная игра');
  expect(form).toContain('Also right: <b>самостоятельная игра</b>');
});

test('reflect: boxes to tick, and no key', () => {
  const form = render(reflectQuiz);
  expect(form.match(/type="checkbox"/g)).toHaveLength(2);
  expect(form).not.toContain('<details>');
});
