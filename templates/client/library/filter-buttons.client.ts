import type { Word } from './choices.ts';

export const wordOf = (button: HTMLElement): Word => button.dataset.word ?? '';

/** Returns a button with the words of a link, in its place. */
export function buttonInsteadOf(link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.word = link.dataset.word;
  button.append(...link.childNodes);
  link.replaceWith(button);
  return button;
}

/**
 * Returns what lists the chosen ones that are folded away above the others, each to be taken away.
 *
 * @param next where the keyboard goes when the last one is taken away
 */
export function chosenOnes(
  filters: HTMLElement,
  next: HTMLElement,
  takeAway: (button: HTMLButtonElement) => void,
): (chosen: readonly HTMLButtonElement[]) => void {
  const list = filters.querySelector('.chosen');
  const words = filters.dataset.remove ?? '{choice}';
  const more = filters.querySelector('details');
  let chosen: readonly HTMLButtonElement[] = [];
  more?.addEventListener('toggle', show);
  return (now) => {
    chosen = now;
    show();
  };

  function show(): void {
    const folded = chosen.filter((button) => more?.open === false && more.contains(button));
    const items = folded.map((button) => {
      const item = document.createElement('li');
      const remove = document.createElement('button');
      const label = button.firstChild?.textContent?.trim() ?? '';
      remove.type = 'button';
      remove.className = 'on';
      remove.textContent = label;
      remove.setAttribute('aria-label', words.replace('{choice}', label));
      remove.addEventListener('click', () => {
        takeAway(button);
        (list?.querySelector('button') ?? next).focus();
      });
      item.append(remove);
      return item;
    });
    list?.replaceChildren(...items);
  }
}
