/** Finds words inside of texts, with Pagefind: half a hundred kilobytes come first, then a few for each word. */
import type { Word } from '../library/choices.ts';
import { filterOf, passes } from './filter.ts';
import { type Hit, rarityInTexts } from './rank.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.client.ts';

/** Hits with what the index keeps of each page. */
export interface TextHit extends Hit {
  readonly title: string;
  readonly summary: string;
}

interface Pagefind {
  options(options: {
    readonly noWorker: boolean;
    /** Stands behind the address of what tells of the index, if it is not empty. */
    readonly metaCacheTag: string;
  }): Promise<void>;
  /** Loads all filters, and tells of each by its name how many pages have each of its values. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  search(query: string, options: { readonly filters?: PagefindFilters }): Promise<Found>;
}

type PagefindFilters = Readonly<Record<string, { readonly any: readonly string[] }>>;

interface Found {
  readonly results: readonly Result[];
  readonly unfilteredResultCount: number;
}

interface Result {
  readonly id: string;
  readonly score: number;
  data(): Promise<{
    /** As it was indexed: relative to the language, such as `courses/play/`. */
    readonly raw_url?: string;
    readonly url: string;
    /** `title`, `summary`, and `summary-sr-Latn` for readers of the other script. */
    readonly meta: Readonly<Record<string, string | undefined>>;
  }>;
}

/** Of each of these two to eight kilobytes are asked for. */
const mostWords = 6;

/** Of each of these a piece of half a kilobyte is asked for. */
const mostTexts = 10;

export interface Texts {
  readonly pagefind: Pagefind;
  readonly vocabulary: Vocabulary;
}

/**
 * In the page and not in a worker, which costs more than a second on 2G.
 * Under an address that stays, so that a browser may ask whether the file that it keeps is still right.
 */
export async function loadTexts(bundle: URL): Promise<Texts> {
  const pagefind = (await import(new URL('pagefind.js', bundle).href)) as Pagefind;
  await pagefind.options({ noWorker: true, metaCacheTag: '' });
  return { pagefind, vocabulary: openVocabulary(bundle) };
}

export interface TextQuestion {
  /** Keys, those that tell most first: of a long question not all are asked for. */
  readonly asked: readonly string[];
  readonly chosen: readonly Word[];
  /** Of the reader, as texts are named: two scripts share an index. */
  readonly language: string;
}

/**
 * @param total how many texts there are
 * @throws where the line breaks
 */
export async function findTexts(
  { pagefind, vocabulary }: Texts,
  { asked, chosen, language }: TextQuestion,
  total: number,
): Promise<TextHit[]> {
  const found = new Map<string, { readonly result: Result; score: number }>();
  const filters = await filtersFor(chosen, pagefind);
  if (filters === undefined) return [];
  const terms = await Promise.all(asked.slice(0, mostWords).map(vocabulary));
  for (const { beginning, share } of terms.flat()) {
    const { results, unfilteredResultCount } = await pagefind.search(beginning, { filters });
    // The vocabulary has it, so that a part of the index did not come: Pagefind says so to nobody.
    if (unfilteredResultCount === 0) throw new Error(beginning);
    const best = Math.max(...results.map(({ score }) => score));
    for (const result of results) {
      const known = found.get(result.id) ?? { result, score: 0 };
      known.score +=
        share * rarityInTexts(unfilteredResultCount, total) * (0.5 + (0.5 * result.score) / (best || 1));
      found.set(result.id, known);
    }
  }
  const hits = [...found.values()].sort((a, b) => b.score - a.score).slice(0, mostTexts);
  const shown = await Promise.all(
    hits.map(async ({ result, score }): Promise<TextHit[]> => {
      // Of a page that was withdrawn there is none.
      const data = await result.data().catch(() => undefined);
      if (data === undefined) return [];
      const { raw_url, url, meta } = data;
      const path = (raw_url ?? url).replace(/^\/+/, '');
      const summary = meta[`summary-${language}`] ?? meta.summary ?? '';
      return [{ path, score, title: meta.title ?? path, summary }];
    }),
  );
  return shown.flat();
}

/**
 * The index has one filter, which says by its name of which words its letters are, and has a value for each row of letters that some
 * page has (`build/search/search.ts`).
 *
 * @returns nothing where no page has what was chosen
 */
async function filtersFor(chosen: readonly Word[], pagefind: Pagefind): Promise<PagefindFilters | undefined> {
  if (chosen.length === 0) return {};
  const [[name, values] = ['', {}]] = Object.entries(await pagefind.filters());
  const filter = filterOf(chosen, name.split(' '));
  const any = Object.keys(values).filter((letters) => passes(letters, filter));
  return any.length === 0 ? undefined : { [name]: { any } };
}
