/**
 * A quiz as a form that works without JavaScript: native controls, and the answer key in `<details>`. With it, the script of lessons
 * marks by this key (`templates/client/quiz/form.client.ts`): what is right stands in the page once.
 *
 * Nothing is sent anywhere. `method="dialog"` makes the Enter key do nothing instead of reloading the page and losing
 * the answers (HTML standard, form submission, outside a dialog).
 */

import type { Insertable, SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { Translate } from '../../locale/locale.ts';
import { sentence } from '../../locale/sentence.ts';
import type {
  ChoiceQuiz,
  MatchQuiz,
  OrderQuiz,
  Quiz,
  ReflectQuiz,
  RichText,
  ShortQuiz,
} from '../../model/body.ts';
import { firstParagraph, otherBlocks, phrasing, textOnly } from './rich-text.ts';
import { shuffledOrder } from './shuffled-order.ts';

/** What a quiz takes from the page that it stands in. */
export interface QuizContext {
  readonly t: Translate;
  /** Makes HTML of an author's text. */
  readonly place: (text: RichText) => string;
}

/**
 * Returns the form of a quiz. Its `id` is the id of the quiz; a group of radio buttons and a text field have that id as
 * their name, boxes and lists the id and their place in the author's order: `q3-2`.
 */
export function quizForm(quiz: Quiz, context: QuizContext): SafeHtml {
  const prompt = context.place(quiz.prompt);
  const legend = prompt.trim() === '' ? context.t('Think it over') : firstParagraph(prompt);
  return html`<form method="dialog" class="quiz" id="${quiz.id}" data-quiz="${quiz.kind}"><fieldset><legend>${legend}</legend>
${otherBlocks(prompt)}${controls(quiz, context)}</fieldset></form>`;
}

function controls(quiz: Quiz, context: QuizContext): SafeHtml {
  switch (quiz.kind) {
    case 'choice':
      return choice(quiz, context);
    case 'match':
      return match(quiz, context);
    case 'order':
      return order(quiz, context);
    case 'short':
      return short(quiz, context);
    case 'reflect':
      return reflect(quiz, context);
  }
}

function choice(quiz: ChoiceQuiz, { t, place }: QuizContext): SafeHtml {
  const options = quiz.options.map(({ text, correct, feedback }) => ({
    text: phrasing(place(text)),
    correct,
    feedback: phrasing(place(feedback)),
  }));
  const verdict = (correct: boolean) =>
    correct ? html`<b class="yes">${t('Correct')}</b>` : html`<b>${t('Not this one')}</b>`;
  return html`${quiz.multiple && html`<p class="meta">${t('More than one answer is right.')}</p>`}${options.map(
    ({ text }, index) =>
      html`<label>${
        quiz.multiple
          ? checkbox(quiz, index)
          : html`<input type="radio" name="${quiz.id}" value="${index + 1}">`
      }<span>${text}</span></label>
`,
  )}${answerKey(
    t,
    html`<ul class="key">${options.map(
      ({ text, correct, feedback }) =>
        html`<li>${verdict(correct)} · ${text}${feedback.toString() !== '' && html`<br>${feedback}`}</li>`,
    )}</ul>`,
  )}`;
}

/** The right-hand sides are offered in another order than the left-hand ones. */
function match(quiz: MatchQuiz, { t, place }: QuizContext): SafeHtml {
  const pairs = quiz.pairs.map(({ left, right }) => ({
    left: phrasing(place(left)),
    right: phrasing(place(right)),
  }));
  const order = shuffledOrder(quiz.id, pairs.length);
  const options = order.map(
    (index) => html`<option value="${index + 1}">${textOnly(pairs[index]?.right)}</option>`,
  );
  const onPaper = order.map((index) => html`<li>${pairs[index]?.right}</li>`);
  return html`${pairs.map(({ left }, index) => selectRow(t, `${quiz.id}-${index + 1}`, left, options))}<ol class="choices">${onPaper}</ol>${answerKey(
    t,
    html`<ul class="key">${pairs.map(({ left, right }) => html`<li><b>${left}</b> – ${right}</li>`)}</ul>`,
  )}`;
}

/** The items stand in a wrong order; each gets its position. */
function order(quiz: OrderQuiz, { t, place }: QuizContext): SafeHtml {
  const items = quiz.items.map((item) => phrasing(place(item)));
  const positions = items.map((_, index) => html`<option>${index + 1}</option>`);
  return html`<p class="meta">${t('Give each step its number.')}</p>${shuffledOrder(
    quiz.id,
    items.length,
  ).map((index) =>
    selectRow(t, `${quiz.id}-${index + 1}`, items[index], positions),
  )}${answerKey(t, html`<ol class="key">${items.map((item) => html`<li>${item}</li>`)}</ol>`)}`;
}

function short(quiz: ShortQuiz, { t }: QuizContext): SafeHtml {
  const [model, ...same] = quiz.answers;
  const { htmlLang, answers = [] } = quiz.otherScript ?? {};
  const others = [
    ...same.map((answer) => html`<b>${answer}</b>`),
    ...answers.map((answer) => html`<b lang="${htmlLang}">${answer}</b>`),
  ];
  return html`<label class="field"><span>${t('Your answer')}</span><input type="text" name="${quiz.id}" autocomplete="off"></label>${answerKey(
    t,
    html`<p class="key"><b class="yes">${model}</b>${others.length > 0 && html`<br>${sentence(t('Also right: {answers}'), { answers: separate(others) })}`}</p>`,
  )}`;
}

function reflect(quiz: ReflectQuiz, { t, place }: QuizContext): SafeHtml {
  return html`${quiz.statements.map(
    (statement, index) =>
      html`<label>${checkbox(quiz, index)}<span>${phrasing(place(statement))}</span></label>
`,
  )}<p class="meta">${t('For yourself only: nothing leaves this device.')}</p>`;
}

const checkbox = ({ id }: Quiz, index: number): SafeHtml =>
  html`<input type="checkbox" name="${id}-${index + 1}">`;

const selectRow = (t: Translate, name: string, label: Insertable, options: Insertable): SafeHtml =>
  html`<label class="row"><span>${label}</span><select name="${name}"><option value="">${t('Choose')}</option>${options}</select></label>
`;

/** Each in an element of its own: the script that marks compares with them. */
const separate = (answers: readonly SafeHtml[]): SafeHtml =>
  html`${answers.map((answer, index) => html`${index > 0 && ' · '}${answer}`)}`;

const answerKey = (t: Translate, key: SafeHtml): SafeHtml =>
  html`<details><summary>${t('Show the answer')}</summary>${key}</details>`;
