/**
 * By what search can be narrowed: what each entry answers to, and what readers may choose.
 */
import type { Word } from '../../templates/client/library/choices.ts';
import { lettersOf } from '../../templates/client/search/filter.ts';
import type { Translate } from '../../templates/locale/locale.ts';
import { type SearchFacet, type SearchFilter, searchFacetNames } from '../../templates/model/facets.ts';
import type { Entry } from '../model/edition.ts';
import type { EntryKind } from '../model/place.ts';
import { facetsOfLesson } from '../model/search-record.ts';
import { agesWithin } from './ages.ts';
import { type Labelled, labelledAges, labelledTerms } from './library.ts';
import { entryKinds, type View } from './view.ts';

/** What an entry says of itself; a lesson says nothing of age, area and audience. */
export function facetsOf({ entry, fields }: Entry): readonly Word[] {
  const { ages, domains = [], type, audience = [] } = fields;
  const values: Readonly<Record<SearchFacet, readonly string[]>> = {
    kind: [entry],
    age: ages === undefined ? [] : agesWithin(ages),
    domain: domains,
    type: type === undefined ? [] : [type],
    audience,
  };
  return searchFacetNames.flatMap((facet) => values[facet].map((value) => `${facet}:${value}`));
}

/** What an entry answers to, see `templates/client/search/filter.ts`. */
export const facetLetters = (entry: Entry, view: View): string =>
  lettersOf(facetsWithin(entry, view), searchWords(view));

function facetsWithin(entry: Entry, view: View): readonly Word[] {
  const course = entry.entry === 'lesson' ? view.entry(`/courses/${entry.course}/`) : undefined;
  return course === undefined ? facetsOf(entry) : facetsOfLesson(facetsOf(course));
}

/** The words of {@link searchFilters}, in their order. */
export const searchWords = (view: View): readonly Word[] =>
  searchFilters(view).flatMap(({ facet, choices }) => choices.map(({ value }) => `${facet}:${value}`));

const known = new WeakMap<View, readonly SearchFilter[]>();

/** What may be chosen, in the order of the vocabularies, without what nothing answers to. */
export function searchFilters(view: View): readonly SearchFilter[] {
  const filters = known.get(view) ?? makeFilters(view);
  known.set(view, filters);
  return filters;
}

function makeFilters(view: View): readonly SearchFilter[] {
  const entries = entryKinds.flatMap((kind) => view.entries(kind));
  const answered = new Set(entries.flatMap((entry) => facetsWithin(entry, view)));
  return searchFacetNames
    .map((facet) => ({
      facet,
      choices: labelledValues[facet](view).filter(({ value }) => answered.has(`${facet}:${value}`)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

const labelledValues: Readonly<Record<SearchFacet, (view: View) => readonly Labelled[]>> = {
  kind: ({ chrome: { t } }) => entryKinds.map((kind) => ({ value: kind, label: kindLabels(t)[kind] })),
  age: labelledAges,
  domain: (view) => labelledTerms('domain', view),
  type: (view) => labelledTerms('material-type', view),
  audience: (view) => labelledTerms('audience', view),
};

const kindLabels = (t: Translate): Readonly<Record<EntryKind, string>> => ({
  course: t('Courses'),
  lesson: t('Lessons'),
  material: t('Materials'),
  group: t('Communities'),
  page: t('About this site'),
});
