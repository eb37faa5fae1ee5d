import { html, type SafeHtml } from '../../html.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import type { ChoiceQuiz, Quiz } from '../../model/body.ts';
import type { Examples } from '../examples.ts';
import type { Sample } from '../sample.ts';
import { type Marking, markedQuiz } from './marked-quiz.ts';
import { quizForm } from './quiz.ts';
import { phrasing } from './rich-text.ts';
import { sampleQuizzes } from './sample-quizzes.ts';

const right = (given: string | true) => ({ given, right: true });
const wrong = (given: string | true) => ({ given, right: false });

export const examples: Examples = (sample) => {
  const { page, writing } = sample;
  const { t } = page.chrome;
  const quizzes = sampleQuizzes(writing.language.htmlLang);
  const form = (quiz: Quiz) => quizForm(quiz, { t: writing.t, place: (text) => text.join('') });
  const plain = (quiz: Quiz): SafeHtml => inText(sample, form(quiz));
  const marked = (quiz: Quiz, marking: Marking): SafeHtml =>
    inText(sample, markedQuiz(form(quiz), marking, { t, htmlLang: page.chrome.language.htmlLang }));
  const soFar = (number: number, total: number) =>
    html`<p lang="${page.chrome.language.htmlLang}">${t('Right so far: {number} of {total}', { number, total })}</p>`;
  const { single, multiple, match, order, short } = quizzes;
  const [answer = ''] = short.kind === 'short' ? short.answers : [];
  return {
    'single choice': plain(single),
    'single choice, nothing chosen': marked(single, { rows: [] }),
    'single choice, wrong': marked(single, { rows: [wrong(true)], right: false, says: reason(single, 0) }),
    'single choice, right': marked(single, {
      rows: [undefined, right(true)],
      right: true,
      says: reason(single, 1),
    }),
    'several choices': plain(multiple),
    'several choices, partly right': marked(multiple, {
      rows: [right(true), wrong(true)],
      right: false,
      says: html`${soFar(1, 2)}${verdict(multiple, 0, writing.t)}${verdict(multiple, 1, writing.t)}`,
    }),
    'several choices, right': marked(multiple, {
      rows: [right(true), undefined, right(true)],
      right: true,
      says: html`${verdict(multiple, 0, writing.t)}${verdict(multiple, 2, writing.t)}`,
    }),
    matching: plain(match),
    'matching, partly right': marked(match, {
      rows: [right('1'), wrong('1')],
      right: false,
      says: soFar(1, 2),
    }),
    'matching, right': marked(match, { rows: [right('1'), right('2')], right: true }),
    'putting in order': plain(order),
    'putting in order, right': marked(order, { rows: placesOf(form(order), order), right: true }),
    'short answer': plain(short),
    'short answer, wrong': marked(short, { rows: [wrong('1')], right: false }),
    'short answer, right': marked(short, { rows: [right(answer)], right: true }),
    reflection: plain(quizzes.reflect),
    'reflection without a question': plain(quizzes.justReflect),
  };
};

/** As in a lesson, whose text may be in another language than the page. */
const inText = ({ page, writing }: Sample, form: SafeHtml): SafeHtml =>
  html`<div class="text"${langAttributes(page, writing.language)}>${form}</div>`;

/** The items stand in another order; each gets the place that the author gave it. */
const placesOf = (form: SafeHtml, { id }: Quiz) =>
  [...form.toString().matchAll(new RegExp(`name="${id}-(\\d+)"`, 'g'))].map(([, place = '']) => right(place));

const optionOf = (quiz: Quiz, at: number): ChoiceQuiz['options'][number] | undefined =>
  quiz.kind === 'choice' ? quiz.options[at] : undefined;

/** Of a single choice the author's words alone. */
const reason = (quiz: Quiz, at: number): SafeHtml =>
  html`<p>${phrasing((optionOf(quiz, at)?.feedback ?? []).join(''))}</p>`;

/** Of several choices what the key says. */
function verdict(quiz: Quiz, at: number, t: Sample['writing']['t']): SafeHtml {
  const { correct = false, text = [], feedback = [] } = optionOf(quiz, at) ?? {};
  const word = correct ? html`<b class="yes">${t('Correct')}</b>` : html`<b>${t('Not this one')}</b>`;
  return html`<p>${word} · ${phrasing(text.join(''))}${feedback.length > 0 && html`<br>${phrasing(feedback.join(''))}`}</p>`;
}
