/** The boxes by which search is narrowed, and what is said of those that are ticked. */
import type { Word } from '../library/choices.ts';

export interface Filters {
  /** Of the boxes that are ticked, in the order of the page. */
  chosen(): readonly Word[];
  /** Ticks what an address asks for. */
  choose(asked: URLSearchParams): void;
}

/**
 * @param prepare when the reader turns to the filters
 * @param ask when something else is chosen
 */
export function openFilters(form: HTMLFormElement, prepare: () => void, ask: () => void): Filters {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  const folded = form.querySelector<HTMLDetailsElement>('#filters');
  const summary = folded?.querySelector('summary');
  const remove = form.querySelector<HTMLElement>('#unfilter');
  const ticked = (): HTMLInputElement[] => boxes.filter((box) => box.checked);
  folded?.addEventListener('toggle', prepare);
  folded?.addEventListener('change', () => {
    tell();
    ask();
  });
  folded?.querySelector('button')?.addEventListener('click', () => {
    folded.open = false;
    summary?.focus(); // right above the results
  });
  remove?.querySelector('button')?.addEventListener('click', () => {
    choose(new URLSearchParams());
    summary?.focus(); // the button goes
    ask();
  });
  return { chosen: () => ticked().map(({ name, value }) => `${name}:${value}`), choose };

  function choose(asked: URLSearchParams): void {
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
    tell();
  }

  /** Also while they are folded. */
  function tell(): void {
    const labels = ticked().map((box) => box.parentElement?.textContent);
    const said = summary?.querySelector('span');
    if (said) said.textContent = labels.length > 0 ? `: ${labels.join(', ')}` : '';
    if (remove) remove.hidden = labels.length === 0;
  }
}
