/**
 * A quiz form of the page: its values, and what its answer key says. See `templates/components/quiz/quiz.ts`.
 */
import { type Marks, markChoice, markMatch, markOrder, markShort } from './mark.ts';

type Values = Readonly<Record<string, string>>;

/** As a form sends them, without what is empty. */
export const readValues = (form: HTMLFormElement): Values =>
  Object.fromEntries([...(new FormData(form) as Iterable<[string, string]>)].filter(([, value]) => value));

export function writeValues(form: HTMLFormElement, values: Values): void {
  for (const row of rowsOf(form)) {
    const value = values[row.name] ?? '';
    if (row.type === 'radio' || row.type === 'checkbox')
      (row as HTMLInputElement).checked = row.value === value;
    else row.value = value;
    // The author may have taken an option away since.
    const list = row as HTMLSelectElement;
    if (list.selectedIndex < 0) list.selectedIndex = 0;
  }
}

/** The controls of the author's rows or options, in the author's order: `q3-2`; radio buttons share one name. */
export const rowsOf = (form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] =>
  [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input,select')].sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  );

/** The answers of the key, in the author's order. */
export const keyOf = (form: HTMLFormElement): HTMLLIElement[] => [
  ...form.querySelectorAll<HTMLLIElement>('.key li'),
];

const textOf = (node: Node | null | undefined): string => node?.textContent ?? '';

export function markForm(form: HTMLFormElement): Marks {
  const rows = rowsOf(form);
  const key = keyOf(form);
  switch (form.dataset.quiz) {
    case 'choice':
      return markChoice(
        key.map((item) => item.querySelector('.yes') !== null),
        rows.map((row) => row.matches(':checked')),
      );
    case 'match':
      return markMatch(
        rows.map((row, index) => textOf(row.querySelector(`[value="${index + 1}"]`))),
        rows.map((row) => textOf(row.querySelector(':checked:not([value=""])'))),
      );
    case 'order':
      return markOrder(
        key.map(textOf),
        rows.map(({ value }) => value),
      );
    default:
      return markShort([...form.querySelectorAll('.key b')].map(textOf), rows[0]?.value ?? '');
  }
}
