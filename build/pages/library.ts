/**
 * The library of materials: what there is, and by what it can be narrowed.
 *
 * Each single choice has an address, `/materials/age/3-4/`, so that it can be made without JavaScript. The address of a material is
 * one step below `/materials/` and that of a choice two or more, so that no name of a material can be in the way.
 */
import { ageRange } from '../../templates/locale/measures.ts';
import { type FacetName, facetNames } from '../../templates/model/facets.ts';
import type { Entry } from '../model/edition.ts';
import { ageBands, agesWithin, everyAge, idOfAges } from './ages.ts';
import { byType } from './cards.ts';
import type { View } from './view.ts';

export interface Library {
  /** By type, then by title. */
  readonly materials: readonly Entry[];
  /** In the order in which they are shown; without what nothing fits. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly facet: FacetName;
  /** As in addresses: `3-4`, `story`, `15`. */
  readonly value: string;
  readonly label: string;
  /** Language-free address of its page. */
  readonly target: string;
  readonly materials: readonly Entry[];
  /** The address at which the same list stands already: search engines are sent there. */
  readonly sameAs?: string;
}

export const libraryTarget = '/materials/';

/** About 9 KB of the line, with pictures asked for as they come into sight. Half of it would be twice as many files. */
export const materialsPerPage = 48;

const libraries = new WeakMap<View, Library>();

export function libraryOf(view: View): Library {
  const library = libraries.get(view) ?? makeLibrary(view);
  libraries.set(view, library);
  return library;
}

function makeLibrary(view: View): Library {
  const materials = byType(view.entries('material'), view).flatMap(([, found]) => found);
  const places = new Map([[idsOf(materials), libraryTarget]]);
  const choices = facetNames
    .flatMap((facet) => labelledValues[facet](view).map((labelled) => ({ facet, ...labelled })))
    .map((choice) => ({
      ...choice,
      target: `${libraryTarget}${choice.facet}/${choice.value}/`,
      materials: materials.filter((material) => valuesOf(material)[choice.facet].includes(choice.value)),
    }))
    .filter((choice) => choice.materials.length > 0)
    .filter(addsSomething)
    .map((choice): Choice => {
      const ids = idsOf(choice.materials);
      const sameAs = places.get(ids);
      if (sameAs !== undefined) return { ...choice, sameAs };
      places.set(ids, choice.target);
      return choice;
    });
  return { materials, choices };
}

const idsOf = (materials: readonly Entry[]): string => materials.map(({ id }) => id).join(' ');

/** More time that lets nothing more in is no choice. */
const addsSomething = (
  choice: Omit<Choice, 'sameAs'>,
  index: number,
  all: readonly Omit<Choice, 'sameAs'>[],
) =>
  choice.facet !== 'time' ||
  all[index - 1]?.facet !== 'time' ||
  all[index - 1]?.materials.length !== choice.materials.length;

/** Minutes that somebody may have. */
const times: readonly number[] = [5, 10, 15, 30, 60];

export interface Labelled {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen, in the order of the vocabularies, or from little to much. */
const labelledValues: Readonly<Record<FacetName, (view: View) => readonly Labelled[]>> = {
  type: (view) => labelledTerms('material-type', view),
  age: labelledAges,
  domain: (view) => labelledTerms('domain', view),
  setting: (view) => labelledTerms('setting', view),
  time: ({ chrome: { t } }) =>
    times.map((minutes) => ({
      value: String(minutes),
      label: t.plural('Up to {count} minute', 'Up to {count} minutes', minutes),
    })),
};

/** The years of preschool. */
export function labelledAges({ chrome: { t } }: View): readonly Labelled[] {
  return ageBands.map((band) => ({ value: idOfAges(band), label: ageRange(t, band) }));
}

export function labelledTerms(kind: string, view: View): readonly Labelled[] {
  const ids = view.context.catalogue.taxonomies.get(kind)?.terms.map((term) => term.id);
  return view.terms(kind, ids).map(({ id, label }) => ({ value: id, label }));
}

type Values = Readonly<Record<FacetName, readonly string[]>>;

const knownValues = new WeakMap<Entry, Values>();

function valuesOf(material: Entry): Values {
  const values = knownValues.get(material) ?? readValues(material.fields);
  knownValues.set(material, values);
  return values;
}

function readValues({ type, ages = everyAge, domains, setting, durationMinutes }: Entry['fields']): Values {
  return {
    type: type === undefined ? [] : [type],
    age: agesWithin(ages),
    domain: domains ?? [],
    setting: setting ?? [],
    time: durationMinutes === undefined ? [] : times.filter((most) => durationMinutes <= most).map(String),
  };
}

/** What a material answers to, as the script of the library reads it: `type:story age:3-4 age:4-5 time:15`. */
export function facetWords(material: Entry): string {
  const values = valuesOf(material);
  return facetNames.flatMap((facet) => values[facet].map((value) => `${facet}:${value}`)).join(' ');
}
