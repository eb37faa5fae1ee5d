/**
 * Answers the search form in the browser, on the page of the form only: without it the page has its list by topic.
 *
 * In: `?q=`, and from the form the addresses of the Pagefind bundle and of the language, and the words of the status
 * line. Out: links in `#results`, best first; `data-state` is `loading`, then `done` when no more will come.
 */

interface Pagefind {
  options(options: { readonly noWorker: boolean }): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<Hit> }[] }>;
}

interface Hit {
  /** As it was indexed: relative to the language, such as `courses/play/`. */
  readonly raw_url?: string;
  readonly url: string;
  readonly meta: { readonly title?: string; readonly summary?: string };
}

const form = document.querySelector<HTMLFormElement>('form[data-bundle]');
const results = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#search-status');
const input = form?.querySelector<HTMLInputElement>('[name=q]');
if (form && results && status && input) start(form, results, status, input);

function start(
  form: HTMLFormElement,
  results: HTMLOListElement,
  status: HTMLElement,
  input: HTMLInputElement,
): void {
  const words = form.dataset;
  const counts = (words.counts ?? '').split('|');
  const root = new URL(words.root ?? './', location.href);
  const bundle = new URL(words.bundle ?? './', location.href);
  let pagefind: Promise<Pagefind> | undefined;
  let asked = 0;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set('q', input.value.trim());
    history.pushState(null, '', address);
    void answer();
  });
  addEventListener('popstate', () => void answer());
  void answer();

  async function answer(): Promise<void> {
    const query = new URL(location.href).searchParams.get('q')?.trim() ?? '';
    const question = ++asked;
    input.value = query;
    if (query === '') return show('', []);
    results.dataset.state = 'loading';
    status.textContent = words.loading ?? '';
    try {
      pagefind ??= load(bundle);
      const found = (await (await pagefind).search(query)).results;
      const hits = await Promise.all(found.slice(0, counts.length).map((result) => result.data()));
      if (question === asked) show(countWords(found.length), hits, query);
    } catch {
      pagefind = undefined; // the line may be back for the next question
      if (question === asked) show(words.failed ?? '', []);
    }
  }

  function show(said: string, hits: readonly Hit[], query = ''): void {
    results.replaceChildren(...hits.map((hit) => resultItem(hit, root, wordsOf(query))));
    status.textContent = said;
    results.dataset.state = 'done';
  }

  function countWords(total: number): string {
    if (total === 0) return words.none ?? '';
    return counts[total - 1] ?? (words.many ?? '').replace('{total}', String(total));
  }
}

/** In the page and not in a worker, which costs more than a second on 2G. */
async function load(bundle: URL): Promise<Pagefind> {
  const pagefind = (await import(new URL('pagefind.js', bundle).href)) as Pagefind;
  await pagefind.options({ noWorker: true });
  return pagefind;
}

function resultItem(hit: Hit, root: URL, asked: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  const link = document.createElement('a');
  const summary = document.createElement('p');
  item.className = 'card';
  link.href = new URL((hit.raw_url ?? hit.url).replace(/^\/+/, ''), root).href;
  link.textContent = hit.meta.title ?? hit.url;
  summary.append(...marked(hit.meta.summary ?? '', asked));
  title.append(link);
  item.append(title, summary);
  return item;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The nodes of a text, with the words that begin as an asked one does marked; nothing in it is ever parsed as HTML. */
function marked(text: string, asked: readonly string[]): (Text | HTMLElement)[] {
  return text.split(/([\p{L}\p{N}]+)/u).map((piece) => {
    if (!asked.some((word) => piece.toLowerCase().startsWith(word))) return document.createTextNode(piece);
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}
