/**
 * What a field can be chosen from: values of its schema, terms of a vocabulary, entries that may be referred to.
 */
import type { Scope } from '../../model/place.ts';
import type { Schema } from '../../schema/schemas.ts';
import type { CmsOption } from './cms-config.ts';
import { byTitle, countryOf, type EditorContent, type EditorEntries, topKinds } from './editor-content.ts';
import { wordsOf } from './words.ts';

/** In a list that is longer nobody finds anything: the id is written instead. */
export const mostOptions = 3000;

export interface Choices {
  /** By the kind that schemas name: `material-type`. */
  readonly terms: ReadonlyMap<string, readonly CmsOption[]>;
  /** By the kind that schemas name: `material`, `framework`. */
  readonly entries: ReadonlyMap<string, readonly CmsOption[]>;
  /** By course. */
  readonly lessons: Readonly<Record<string, readonly CmsOption[]>>;
}

/** A country's texts may refer to what all share, and to its own. */
export function choicesOf(content: EditorContent, scope: Scope): Choices {
  const own = countryOf(content, scope)?.own;
  const { shared } = content;
  return {
    terms: new Map(content.taxonomies.map(({ kind, terms }) => [kind, terms])),
    entries: new Map([
      ...topKinds.map((kind) => [kind, joined(shared[kind], own?.[kind])] as const),
      ['framework', content.frameworks] as const,
    ]),
    lessons: lessonsOf(shared, own),
  };
}

function lessonsOf(shared: EditorEntries, own: EditorEntries | undefined): Choices['lessons'] {
  const courses = new Set([...Object.keys(shared.lessons), ...Object.keys(own?.lessons ?? {})]);
  return Object.fromEntries(
    [...courses].toSorted().map((course) => [course, joined(shared.lessons[course], own?.lessons[course])]),
  );
}

/** What a country has of its own takes the place of what is shared under the same id. */
function joined(shared: readonly CmsOption[] = [], own: readonly CmsOption[] = []): readonly CmsOption[] {
  const options = [...new Map([...shared, ...own].map((option) => [option.value, option])).values()];
  const titles = Map.groupBy(options, ({ label }) => label);
  return byTitle(
    options.map(({ label, value }) => ({
      value,
      label: titles.get(label)?.length === 1 ? label : `${label} (${value})`,
    })),
  );
}

/** Returns nothing for a field that is not chosen; an empty list where there is nothing to choose from yet. */
export function optionsFor(schema: Schema, choices: Choices): readonly CmsOption[] | undefined {
  const { enum: values, 'x-taxonomy': taxonomy, 'x-reference': kind } = schema;
  if (values !== undefined)
    return values.flatMap((value) => (value === null ? [] : [{ value, label: wordsOf(value) }]));
  if (taxonomy !== undefined) return choices.terms.get(taxonomy) ?? [];
  return kind === undefined ? undefined : (choices.entries.get(kind) ?? []);
}

/** Whether options can be shown as a list to choose from. */
export const canBeShown = (options: readonly CmsOption[], most: number): boolean =>
  options.length > 0 && options.length <= most;
