/**
 * Answers the search form in the browser, on the page of the form alone: without it the page has its list by topic.
 *
 * In: `?q=`, and from the form the addresses of titles, of the Pagefind bundle and of the language, and the words of the status line.
 * Out: links in `#results`, best first; `data-state` is `loading`, then `done` when no more will come. Titles answer at once, the
 * insides of texts when Pagefind is there; on a line where bytes are dear only when the reader asks for it.
 */
import { keysIn } from './search/keys.ts';
import { type Hit, joinHits } from './search/rank.ts';
import { resultItem } from './search/result-item.client.ts';
import { findTexts, loadTexts, type TextHit } from './search/texts.client.ts';
import { loadTitles, type Titles } from './search/titles.client.ts';

const form = document.querySelector<HTMLFormElement>('form[data-bundle]');
const results = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#search-status');
const inside = document.querySelector<HTMLElement>('#search-inside');
const input = form?.querySelector<HTMLInputElement>('[name=q]');
if (form && results && status && inside && input) start(form, results, status, inside, input);

function start(
  form: HTMLFormElement,
  results: HTMLOListElement,
  status: HTMLElement,
  inside: HTMLElement,
  input: HTMLInputElement,
): void {
  const words = form.dataset;
  const counts = (words.counts ?? '').split('|');
  const address = (path = './'): URL => new URL(path, location.href);
  const titles = once(() => loadTitles(address(words.titles)));
  const texts = once(() => loadTexts(address(words.bundle)));
  let question = 0;
  let wantsTexts = !isDear();

  input.addEventListener('focus', () => void titles().catch(() => {}));
  input.addEventListener('input', () => void answer(input.value, false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = address(location.href);
    asked.searchParams.set('q', input.value.trim());
    history.pushState(null, '', asked);
    void answer(input.value, true);
  });
  inside.querySelector('button')?.addEventListener('click', () => {
    wantsTexts = true;
    input.focus(); // the button goes
    void answer(input.value, true);
  });
  addEventListener('popstate', answerAddress);
  answerAddress();

  function answerAddress(): void {
    input.value = new URL(location.href).searchParams.get('q')?.trim() ?? '';
    void answer(input.value, true);
  }

  /** @param isWhole while the reader is typing, only titles answer */
  async function answer(text: string, isWhole: boolean): Promise<void> {
    const asking = ++question;
    const isOld = (): boolean => asking !== question;
    inside.hidden = true;
    if (text.trim() === '') return finish([], '');
    results.dataset.state = 'loading';
    if (isWhole) status.textContent = words.loading ?? '';
    try {
      const known = await titles();
      const asked = keysIn(text.slice(0, mostCharacters), known.keys).slice(0, mostWords);
      const found = await known.find(asked);
      if (isOld()) return;
      show(found, known, asked);
      const isLast = !isWhole || !wantsTexts;
      if (isLast) finish(found, isWhole || found.length > 0 ? countWords(found.length) : '');
      inside.hidden = !isWhole || wantsTexts;
      if (isLast) return;
      const inTexts = await findTexts(await texts(), asked, known.total, words.language ?? '');
      if (isOld()) return;
      const all = joinHits(found, inTexts);
      show(all, known, asked, inTexts);
      finish(all, countWords(all.length));
    } catch {
      if (!isOld()) finish([], words.failed ?? '');
    }
  }

  function show(
    hits: readonly Hit[],
    known: Titles,
    asked: readonly string[],
    inTexts: readonly TextHit[] = [],
  ): void {
    const root = address(words.root);
    const items = hits.slice(0, counts.length).map(({ path }) => {
      const [, title, facts = '', lang] = known.entry(path) ?? [];
      const text = inTexts.find((hit) => hit.path === path);
      const result = { path, title: title ?? text?.title ?? path, summary: text?.summary ?? '', facts, lang };
      return resultItem(result, root, asked, known.keys);
    });
    results.replaceChildren(...items);
  }

  /** No more will come. */
  function finish(hits: readonly Hit[], said: string): void {
    if (hits.length === 0) results.replaceChildren();
    status.textContent = said;
    results.dataset.state = 'done';
  }

  function countWords(total: number): string {
    if (total === 0) return words.none ?? '';
    return counts[total - 1] ?? (words.many ?? '').replace('{total}', String(total));
  }
}

/** However much is pasted, a question is no longer than this. */
const mostCharacters = 1000;
const mostWords = 12;

/** On such a line the reader decides whether a hundred kilobytes are worth it. */
function isDear(): boolean {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}

/** What failed is tried again: the line may be back for the next question. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
