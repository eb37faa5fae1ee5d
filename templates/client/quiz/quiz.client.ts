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

/** What the device knows of one quiz. */
export interface Memory {
  readonly known: Answer | undefined;
  keep(values: Answer['values'], right?: boolean): void;
}

/** Stands among the values of an answer that was marked, as the name of the pressed button does in a sent form. */
const checked = 'check';

export function startQuiz(
  form: HTMLFormElement,
  words: Words<typeof lessonWords>,
  { known, keep }: Memory,
): void {
  const status = element('div', { role: 'status', id: `${form.id}-mark` });
  const isReflection = form.dataset.quiz === 'reflect';
  if (known) writeValues(form, known.values);
  form.addEventListener('input', () => {
    if (!isReflection) show();
    keep(readValues(form));
  });
  if (isReflection) return;
  form
    .querySelector('details')
    ?.before(element('button', { class: 'check', ...inPageLanguage }, words.check), status);
  form.firstElementChild?.setAttribute('aria-describedby', status.id);
  if (known?.values[checked]) show(markForm(form));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const marks = markForm(form);
    show(marks);
    if (marks.answered) keep({ ...readValues(form), [checked]: '1' }, marks.right);
  });

  /** Without marks, it is as before the button was pressed. */
  function show(marks?: Marks): void {
    const isChoice = form.dataset.quiz === 'choice';
    status.className = '';
    status.replaceChildren(...(marks ? verdict(marks) : []));
    if (marks?.answered) status.className = classOf(marks.right);
    rowsOf(form).forEach((row, index) => {
      const isRight = marks?.rows[index];
      const { classList } = row.parentElement as HTMLElement;
      classList.remove('right', 'again');
      if (isRight !== undefined) classList.add(classOf(isRight));
      if (!isChoice) row.setAttribute('aria-invalid', String(isRight === false));
      else if (isRight !== undefined) addFeedback(index);
    });
  }

  function verdict({ answered, right, found, total }: Marks): HTMLElement[] {
    if (!answered) return [element('p', inPageLanguage, words.empty)];
    const word = element('b', inPageLanguage, right ? words.right : words.again);
    if (right || total < 2) return [word];
    const soFar = words.soFar.replace('{number}', String(found)).replace('{total}', String(total));
    return [word, element('p', inPageLanguage, soFar)];
  }

  /** What the key says of an option: of a single choice the reason alone. */
  function addFeedback(index: number): void {
    const item = keyOf(form)[index];
    const reason = item?.querySelector('br');
    const isSingle = form.querySelector('[type=radio]');
    if (!item || (isSingle && !reason)) return;
    const range = document.createRange();
    range.selectNodeContents(item);
    if (isSingle && reason) range.setStartAfter(reason);
    status.append(element('p', {}, range.cloneContents()));
  }
}

const classOf = (isRight: boolean): string => (isRight ? 'right' : 'again');
