/**
 * A quiz form of the page: its values, and what its answer key says. See `templates/components/quiz/quiz.ts`.
 */
import { type Marks, markChoice, markMatch, markOrder, markShort } from './mark.ts';

type Values = Readonly<Record<string, string>>;

/** As a form sends them, without what is empty. */
export const readValues = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value),
  );

export function writeValues(form: HTMLFormElement, values: Values): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type !== 'text') {
      control.checked = values[control.name] === control.value;
    } else if (control instanceof HTMLInputElement) {
      control.value = values[control.name] ?? '';
    } else if (control instanceof HTMLSelectElement) {
      control.value = values[control.name] ?? '';
      // The author may have taken an option away since.
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    }
  }
}

/** The controls of the author's rows or options, in the author's order. */
export const rowsOf = (form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] =>
  [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('label input,select')].sort(
    (a, b) => placeOf(a.name) - placeOf(b.name),
  );

/** `q3-2`; radio buttons share one name. */
const placeOf = (name: string): number => Number(/-(\d+)$/.exec(name)?.[1] ?? 0);

/** The answers of the key, in the author's order. */
export const keyOf = (form: HTMLFormElement): HTMLLIElement[] => [...form.querySelectorAll('.key li')];

export function markForm(form: HTMLFormElement): Marks {
  const rows = rowsOf(form);
  const values = rows.map(({ value }) => value);
  switch (form.dataset.quiz) {
    case 'choice':
      return markChoice(
        keyOf(form).map((item) => item.querySelector('.yes') !== null),
        rows.map((row) => row.matches(':checked')),
      );
    case 'match':
      return markMatch(
        rows.map((row, index) => row.querySelector(`[value="${index + 1}"]`)?.textContent ?? ''),
        rows.map((row) => row.querySelector('[value]:not([value=""]):checked')?.textContent ?? ''),
      );
    case 'order':
      return markOrder(
        keyOf(form).map(({ textContent }) => textContent ?? ''),
        values,
      );
    default:
      return markShort(
        [...form.querySelectorAll('.key b')].map(({ textContent }) => textContent ?? ''),
        values[0] ?? '',
      );
  }
}
