/**
 * Answers the search form in the browser, on the page of the form alone: without it the page has its lists.
 *
 * In: `?q=` and what was chosen (`&age=3-4`), and from the form the addresses of titles, of the Pagefind bundle and of the language, and
 * the words of the status line. Out: links in `#results`, best first; `data-state` is `loading`, then `done` when no more will come.
 * Titles answer at once, the insides of texts when Pagefind is there; on a line where bytes are dear only when the reader asks for it.
 * Without words, what was chosen lists all that answers to it.
 */
import { searchOf, type Word } from './library/choices.ts';
import { keepFiles } from './offline/start.client.ts';
import { openFilters } from './search/chosen.client.ts';
import { type Filter, filterOf } from './search/filter.ts';
import { keysIn } from './search/keys.ts';
import { once } from './search/once.ts';
import { joinHits } from './search/rank.ts';
import { resultItem } from './search/result-item.client.ts';
import { findTexts, loadTexts, type TextHit } from './search/texts.client.ts';
import { loadTitles, type Titles } from './search/titles.client.ts';

/** However much is pasted, a question is no longer than this, nor the address that tells of it. */
const mostCharacters = 1000;
const mostWords = 12;

const textOf = (value: string): string => value.slice(0, mostCharacters).trim();

const form = document.querySelector<HTMLFormElement>('form[data-bundle]');
const results = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#search-status');
const inside = document.querySelector<HTMLElement>('#search-inside');
const more = document.querySelector<HTMLElement>('#search-more');
const input = form?.querySelector<HTMLInputElement>('[name=q]');
if (form && results && status && inside && more && input) start(form, results, status, inside, more, input);

function start(
  form: HTMLFormElement,
  results: HTMLOListElement,
  status: HTMLElement,
  inside: HTMLElement,
  more: HTMLElement,
  input: HTMLInputElement,
): void {
  const words = form.dataset;
  const counts = (words.counts ?? '').split('|');
  const address = (path = './'): URL => new URL(path, location.href);
  const titles = once(() => loadTitles(address(words.titles)));
  const texts = once(() => loadTexts(address(words.bundle)));
  const prepare = (): void => void titles().catch(() => {});
  let question = 0;
  let wantsTexts = !isDear();
  let showMore = async (): Promise<void> => {};
  const filters = openFilters(form, prepare, ask);

  input.addEventListener('focus', prepare);
  input.addEventListener('input', () => void answer(false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  inside.querySelector('button')?.addEventListener('click', () => {
    wantsTexts = true;
    input.focus(); // the button goes
    void answer(true);
  });
  more.querySelector('button')?.addEventListener('click', () => void showMore());
  let answered = '';
  addEventListener('popstate', () => {
    // A link to a letter changes the address, too.
    if (location.search !== answered) answerAddress();
  });
  answerAddress();

  function ask(): void {
    const text = textOf(input.value);
    const asked = [...(text === '' ? [] : [`q:${text}`]), ...filters.chosen()];
    history.pushState(null, '', location.pathname + searchOf(asked));
    answered = location.search;
    void answer(true);
  }

  function answerAddress(): void {
    answered = location.search;
    const asked = new URLSearchParams(answered);
    input.value = textOf(asked.get('q') ?? '');
    filters.choose(asked);
    void answer(true);
  }

  /** @param isWhole while the reader is typing, only titles answer */
  async function answer(isWhole: boolean): Promise<void> {
    const asking = ++question;
    const isOld = (): boolean => asking !== question;
    const text = textOf(input.value);
    const chosen = filters.chosen();
    inside.hidden = more.hidden = true;
    if (text === '' && chosen.length === 0) return finish(0, '');
    results.dataset.state = 'loading';
    if (isWhole) status.textContent = words.loading ?? '';
    try {
      const known = await titles();
      const filter = filterOf(chosen, known.words);
      if (text === '') await list(known, filter, isOld);
      else await find(text, known, chosen, filter, isWhole, isOld);
      // Once it has said all, and the line is free.
      if (isWhole && !isOld()) keepFiles(isDear() ? [] : known.files);
    } catch {
      if (!isOld()) finish(0, words.failed ?? '');
    }
  }

  async function find(
    text: string,
    known: Titles,
    chosen: readonly Word[],
    filter: Filter,
    isWhole: boolean,
    isOld: () => boolean,
  ): Promise<void> {
    // Long words are rare, and the small ones are in every text.
    const asked = keysIn(text, known.keys)
      .sort((a, b) => b.length - a.length)
      .slice(0, mostWords);
    const found = await known.find(asked, filter);
    if (isOld()) return;
    show(found, known, asked);
    const isLast = !isWhole || !wantsTexts;
    if (isLast) finish(found.length, isWhole || found.length > 0 ? countWords(found.length, words.many) : '');
    inside.hidden = !isWhole || wantsTexts;
    if (isLast) return;
    const inTexts = await texts()
      .then((loaded) => findTexts(loaded, { asked, chosen, language: `${words.language}` }, known.total))
      .catch(() => undefined);
    if (isOld()) return;
    if (inTexts === undefined) {
      // What was found in titles stays, and the line may be back for another try.
      finish(found.length, found.length > 0 ? countWords(found.length, words.many) : (words.failed ?? ''));
      inside.hidden = false;
      return;
    }
    const all = joinHits(found, inTexts, asked.length);
    show(all, known, asked, inTexts);
    finish(all.length, countWords(all.length, words.many));
  }

  /** All that passes, a piece at a time. */
  async function list(known: Titles, filter: Filter, isOld: () => boolean): Promise<void> {
    const places = await known.list(filter);
    let shown = 0;
    showMore = async () => {
      try {
        const paths = await known.at(places.slice(shown, shown + counts.length));
        if (isOld()) return;
        const items = paths.map((path) => item(path, known, []));
        if (shown === 0) results.replaceChildren(...items);
        else results.append(...items);
        // The button may go, and a reader goes on with what has come.
        if (shown > 0) items[0]?.querySelector('a')?.focus();
        shown += counts.length;
        more.hidden = shown >= places.length;
        finish(places.length, countWords(places.length, words.found));
      } catch {
        if (!isOld()) status.textContent = words.failed ?? '';
      }
    };
    if (!isOld()) await showMore();
  }

  function show(
    hits: readonly { readonly path: string }[],
    known: Titles,
    asked: readonly string[],
    inTexts: readonly TextHit[] = [],
  ): void {
    const shown = hits.slice(0, counts.length);
    results.replaceChildren(...shown.map(({ path }) => item(path, known, asked, inTexts)));
  }

  function item(
    path: string,
    known: Titles,
    asked: readonly string[],
    inTexts: readonly TextHit[] = [],
  ): HTMLLIElement {
    const [, title, facts = '', , lang] = known.entry(path) ?? [];
    const text = inTexts.find((hit) => hit.path === path);
    const result = { path, title: title ?? text?.title ?? path, summary: text?.summary ?? '', facts, lang };
    return resultItem(result, address(words.root), asked, known.keys);
  }

  /** No more will come. */
  function finish(total: number, said: string): void {
    if (total === 0) results.replaceChildren();
    status.textContent = said;
    results.dataset.state = 'done';
  }

  /** @param many what is said of more than there are words for */
  function countWords(total: number, many = ''): string {
    if (total === 0) return (filters.chosen().length > 0 ? words.unfit : words.none) ?? '';
    return counts[total - 1] ?? many.replace('{total}', String(total));
  }
}

/** On such a line the reader decides whether a hundred kilobytes are worth it. */
function isDear(): boolean {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}
