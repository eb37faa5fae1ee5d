import { chosenIn, countWith, fits, searchOf, type Word } from './choices.ts';
import { buttonInsteadOf, chosenOnes, wordOf } from './filter-buttons.client.ts';
import { loadMaterials, type Material, shownMaterial } from './materials.client.ts';

/** Makes the links of the filters into buttons that choose among the rows. */
export function narrow(
  filters: HTMLElement,
  links: readonly HTMLAnchorElement[],
  list: HTMLElement,
  status: HTMLElement,
): void {
  const buttons = links.map(buttonInsteadOf);
  const offered = buttons.map(wordOf);
  const pager = document.querySelector<HTMLElement>('.pages');
  const wayOn = document.querySelector<HTMLElement>('#way-on');
  const showMore = document.querySelector<HTMLElement>('#show-more');
  const showChosen = chosenOnes(filters, status, (button) => toggle(wordOf(button)));
  const firstRows = [...list.children];
  const saidFirst = status.textContent;
  const { index, found = '', none = '', loading = '', failed = '' } = status.dataset;
  let materials: readonly Material[] | undefined =
    index === undefined ? firstRows.map(shownMaterial) : undefined;
  let rest: readonly Material[] = [];
  let asked = 0;

  for (const button of buttons) button.addEventListener('click', () => toggle(wordOf(button)));
  wayOn?.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    choose([]);
    status.focus();
  });
  showMore?.querySelector('button')?.addEventListener('click', () => {
    const [first] = addRows();
    offer(rest.length > 0 ? showMore : wayOn);
    first?.querySelector('a')?.focus();
  });
  addEventListener('popstate', () => void answer());
  void answer();

  function chosenNow(): readonly Word[] {
    return chosenIn(location.search, offered);
  }

  function toggle(word: Word): void {
    const chosen = chosenNow();
    choose(chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word]);
  }

  function choose(chosen: readonly Word[]): void {
    history.pushState(
      null,
      '',
      location.pathname + searchOf(offered.filter((word) => chosen.includes(word))),
    );
    void answer();
  }

  async function answer(): Promise<void> {
    const question = ++asked;
    const chosen = chosenNow();
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(chosen.includes(wordOf(button))));
    showChosen(buttons.filter((button) => chosen.includes(wordOf(button))));
    if (chosen.length > 0 && materials === undefined && index !== undefined) {
      status.textContent = loading;
      try {
        materials = await loadMaterials(new URL(index, location.href));
      } catch {
        if (question === asked) showAll(failed);
        return;
      }
    }
    if (question !== asked) return;
    if (materials) countAll(materials, chosen);
    if (chosen.length === 0 || materials === undefined) showAll(saidFirst);
    else show(materials.filter(({ words }) => fits(words, chosen)));
  }

  function showAll(said: string | null): void {
    rest = [];
    list.replaceChildren(...firstRows);
    tell(said ?? '', pager);
  }

  function show(fitting: readonly Material[]): void {
    rest = fitting;
    list.replaceChildren();
    addRows();
    if (fitting.length === 0) tell(none, wayOn);
    else tell(found.replace('{count}', String(fitting.length)), rest.length > 0 ? showMore : wayOn);
  }

  /** Says what is found, and offers one way on at the end of the list. */
  function tell(said: string, way: HTMLElement | null): void {
    status.textContent = said;
    offer(way);
  }

  function offer(way: HTMLElement | null): void {
    for (const other of [pager, wayOn, showMore]) if (other) other.hidden = other !== way;
  }

  /** A page at a time, as long as the first one. */
  function addRows(): readonly Element[] {
    const rows = rest.slice(0, firstRows.length).map((material) => material.row());
    rest = rest.slice(firstRows.length);
    list.append(...rows);
    return rows;
  }

  /** How much would be left with each choice beside those of the other facets. */
  function countAll(all: readonly Material[], chosen: readonly Word[]): void {
    for (const button of buttons) {
      const count = button.querySelector('.meta');
      if (count) count.textContent = String(countWith(wordOf(button), chosen, all));
    }
  }
}
