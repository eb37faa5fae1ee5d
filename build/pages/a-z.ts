/**
 * Every title from A to Z: on the search page where they are few, else on a page for each letter.
 */
import { beforeWords, initialOfNumbers, initialOfSigns } from '../../templates/locale/initials.ts';
import type { LetterLink, LetterTitles, SearchPage, TitleListPage } from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { groupCard } from './cards.ts';
import { languageLinks } from './content-pages.ts';
import { whatItIs } from './facts.ts';
import { type ListPlan, listBase } from './list-base.ts';
import { entryKinds, type View } from './view.ts';

/** Five kilobytes of the line; the page of a letter with more has pages after it. */
export const titlesPerPage = 150;

export const lettersTarget = '/search/a-z/';

interface Letter {
  readonly heading: string;
  /** Stands in addresses: ASCII, and the same whatever other letters there are. */
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** What the search page shows of it. */
export function titlesOnSearchPage(view: View): Pick<SearchPage, 'letters' | 'titles'> {
  const letters = lettersOf(view);
  return {
    letters: letterLinks(view),
    titles: areFew(letters) ? letters.map((letter) => titlesOf(letter, letter.entries, view)) : [],
  };
}

/** Returns the pages of the letters; none where the search page has all titles. */
export function letterPlans(view: View): ListPlan[] {
  const letters = lettersOf(view);
  return areFew(letters) ? [] : letters.flatMap((letter) => planLetter(letter, view));
}

const areFew = (letters: readonly Letter[]): boolean =>
  letters.reduce((sum, { entries }) => sum + entries.length, 0) <= titlesPerPage;

function planLetter(letter: Letter, view: View): ListPlan[] {
  const total = Math.ceil(letter.entries.length / titlesPerPage);
  return Array.from({ length: total }, (_, index) => ({
    target: targetOf(letter, index + 1),
    page: () => letterPage(letter, index + 1, total, view),
  }));
}

/** `/search/a-z/b/`, `/search/a-z/b/page/2/` */
const targetOf = ({ id }: Letter, number: number): string =>
  `${lettersTarget}${id}/${number === 1 ? '' : `page/${number}/`}`;

function letterPage(letter: Letter, number: number, total: number, view: View): TitleListPage {
  const { t } = view.chrome;
  const title = t('All titles: {letter}', { letter: letter.heading });
  const { alternates: _, ...base } = listBase(
    targetOf(letter, number),
    number === 1 ? title : `${title} — ${t('Page {number} of {total}', { number, total })}`,
    t('Find a course, a lesson or a material.'),
    view,
  );
  const pathOf = (other: number): string => view.path(targetOf(letter, other));
  const first = (number - 1) * titlesPerPage;
  return {
    ...base,
    // Another language has other letters.
    languages: languageLinks('/search/', view),
    kind: 'title-list',
    searchPath: view.path('/search/'),
    letters: letterLinks(view),
    titles: titlesOf(letter, letter.entries.slice(first, first + titlesPerPage), view),
    pages: {
      number,
      total,
      ...(number > 1 && { previous: pathOf(number - 1) }),
      ...(number < total && { next: pathOf(number + 1) }),
    },
  };
}

function letterLinks(view: View): readonly LetterLink[] {
  const letters = lettersOf(view);
  const onThePage = view.path('/search/');
  return letters.map((letter) => ({
    label: letter.heading,
    path: areFew(letters) ? `${onThePage}#${anchorOf(letter)}` : view.path(targetOf(letter, 1)),
    count: letter.entries.length,
  }));
}

const anchorOf = ({ id }: Letter): string => `a-z-${id}`;

const titlesOf = (letter: Letter, entries: readonly Entry[], view: View): LetterTitles => ({
  heading: letter.heading,
  id: anchorOf(letter),
  links: entries.map((entry) => {
    const { path, title: label, textLanguage } = groupCard(entry, view);
    const what = whatItIs(entry, view);
    return {
      path,
      label,
      ...(textLanguage !== undefined && { textLanguage }),
      ...(what !== undefined && { what }),
    };
  }),
});

const known = new WeakMap<View, readonly Letter[]>();

function lettersOf(view: View): readonly Letter[] {
  const letters = known.get(view) ?? groupByLetter(view);
  known.set(view, letters);
  return letters;
}

/** In the order of the language; numbers and signs, which no alphabet has, come last. */
function groupByLetter(view: View): readonly Letter[] {
  const { sort, initial } = view.chrome.format;
  const titled = entryKinds
    .flatMap((kind) => view.entries(kind))
    .map((entry) => ({ entry, title: groupCard(entry, view).title.replace(beforeWords, '') }));
  const inOrder = sort(
    titled,
    ({ title }) => title,
    (a, b) => (a.entry.target < b.entry.target ? -1 : 1),
  );
  const letters = Map.groupBy(inOrder, ({ title }) => initial(title));
  return sort(letters, ([letter]) => letter)
    .toSorted(([a], [b]) => lastOnes.indexOf(a) - lastOnes.indexOf(b))
    .map(([heading, found]) => ({ heading, id: idOf(heading), entries: found.map(({ entry }) => entry) }));
}

const lastOnes: readonly string[] = [initialOfNumbers, initialOfSigns];

/** `b`, `lj`, `u431` for б, `ou2bb` for oʻ */
function idOf(heading: string): string {
  if (heading === initialOfNumbers) return 'numbers';
  if (heading === initialOfSigns) return 'signs';
  return [...heading.toLowerCase()]
    .map((sign) => (/[a-z]/.test(sign) ? sign : `u${sign.codePointAt(0)?.toString(16)}`))
    .join('');
}
