/**
 * Marks a quiz when its button is pressed, and keeps what was answered.
 *
 * What is announced stands in the status of the quiz: sign, word, and what the author says of the chosen options.
 */
import type { Answer } from '../device/record.ts';
import { element, inPageLanguage } from '../page/page.client.ts';
import type { lessonWords, Words } from '../words.ts';
import { keyOf, markForm, readValues, rowsOf, writeValues } from './form.client.ts';
import type { Marks } from './mark.ts';

type QuizWords = Words<typeof lessonWords>;

/** What the device knows of one quiz. */
export interface Memory {
  readonly known: Answer | undefined;
  keep(values: Answer['values'], right?: boolean): void;
}

/** Stands among the values of an answer that was marked, as the name of the pressed button does in a sent form. */
const checked = 'check';

export function startQuiz(form: HTMLFormElement, words: QuizWords, { known, keep }: Memory): void {
  if (known) writeValues(form, known.values);
  if (form.dataset.quiz === 'reflect') {
    form.addEventListener('input', () => keep(readValues(form)));
    return;
  }
  const status = element('div', { role: 'status', id: `${form.id}-mark` });
  form
    .querySelector('details')
    ?.before(element('button', { class: 'btn check', ...inPageLanguage }, words.check), status);
  form.firstElementChild?.setAttribute('aria-describedby', status.id);
  if (known?.values[checked]) show(markForm(form), form, status, words);

  form.addEventListener('input', () => {
    clear(form, status);
    keep(readValues(form));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const marks = markForm(form);
    clear(form, status);
    show(marks, form, status, words);
    if (marks.answered) keep({ ...readValues(form), [checked]: '1' }, marks.right);
  });
}

function show(marks: Marks, form: HTMLFormElement, status: HTMLElement, words: QuizWords): void {
  const { answered, right, rows, found, total } = marks;
  if (!answered) {
    status.append(element('p', inPageLanguage, words.empty));
    return;
  }
  status.className = right ? 'mark-right' : 'mark-again';
  status.append(element('b', inPageLanguage, right ? words.right : words.again));
  if (!right && total > 1) {
    const soFar = words.soFar.replace('{number}', String(found)).replace('{total}', String(total));
    status.append(element('p', inPageLanguage, soFar));
  }
  rowsOf(form).forEach((control, index) => {
    const isRight = rows[index];
    if (isRight === undefined) return;
    control.closest('label')?.classList.add(isRight ? 'right' : 'again');
    if (form.dataset.quiz === 'choice') status.append(...feedback(form, index));
    else if (!isRight) control.setAttribute('aria-invalid', 'true');
  });
}

/** Of a single choice the reason alone, else also which option it is about. */
function feedback(form: HTMLFormElement, index: number): Node[] {
  const nodes = [...(keyOf(form)[index]?.cloneNode(true).childNodes ?? [])];
  const isSingle = form.querySelector('[type=radio]') !== null;
  const said = isSingle ? nodes.slice(nodes.findIndex(({ nodeName }) => nodeName === 'BR') + 1) : nodes;
  return said.length === nodes.length && isSingle ? [] : [element('p', {}, ...said)];
}

function clear(form: HTMLFormElement, status: HTMLElement): void {
  status.replaceChildren();
  status.className = '';
  for (const row of rowsOf(form)) {
    row.removeAttribute('aria-invalid');
    row.closest('label')?.classList.remove('right', 'again');
  }
}
