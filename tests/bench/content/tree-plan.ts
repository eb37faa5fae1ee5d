/**
 * Which entries a tree has, in which languages, and what is the same in all of them.
 */
import type { BaseContent, BaseCountry } from './base-content.ts';
import type { FieldValues } from './front-matter.ts';
import { createRandom, type Random } from './random.ts';
import type { TreeSize } from './tree-size.ts';

export interface EntryPlan {
  /** `shared`, or the code of a country. */
  readonly scope: string;
  readonly kind: 'course' | 'lesson' | 'material' | 'group';
  readonly id: string;
  readonly course?: string;
  /** The original's first. */
  readonly languages: readonly string[];
  /** Fields that belong to the entry, not to a language. */
  readonly fields: FieldValues;
  /** The name of the picture beside the texts. */
  readonly picture: string;
  /** Language-free addresses that the body may link to. */
  readonly links: readonly string[];
}

export interface TreePlanOptions {
  readonly seed: number;
  readonly size: TreeSize;
  readonly base: BaseContent;
  /** The languages that can be written in. */
  readonly writable: readonly string[];
}

/** Most texts are translated, but not all: a reader of Tajik gets about every fifth page in Russian or English. */
const translatedShare = 0.78;
const pngShare = 0.1;

export function planTree({ seed, size, base, writable }: TreePlanOptions): EntryPlan[] {
  const ids = sharedIds(size);
  const everywhere = [
    ...ids.courses.map((id) => `/courses/${id}/`),
    ...ids.materials.map((id) => `/materials/${id}/`),
    ...ids.groups.map((id) => `/groups/${id}/`),
  ];
  const planner = new Planner(seed, base, ids, everywhere);
  const siteLanguages = new Set(base.countries.flatMap(({ languages }) => languages));
  const translations = writable.filter((tag) => tag !== 'en' && siteLanguages.has(tag));
  const shared = { scope: 'shared', languages: ['en', ...translations] };
  return [
    ...size.courses.flatMap((lessons, index) => planner.course(shared, ids.courses[index] ?? '', lessons)),
    ...ids.materials.map((id) => planner.material(shared, id)),
    ...ids.groups.map((id) => planner.group(shared, id)),
    ...base.countries.flatMap((country) => {
      const own = size.own.get(country.code) ?? { courses: [], materials: 0 };
      const place = { scope: country.code, languages: ownLanguages(country, writable) };
      return [
        ...own.courses.flatMap((lessons, index) =>
          planner.course(place, `${country.code}-course-${index + 1}`, lessons),
        ),
        ...named(`${country.code}-material`, own.materials).map((id) => planner.material(place, id)),
      ];
    }),
  ];
}

interface SharedIds {
  readonly courses: readonly string[];
  readonly materials: readonly string[];
  readonly groups: readonly string[];
}

const sharedIds = (size: TreeSize): SharedIds => ({
  courses: named('course', size.courses.length),
  materials: named('material', size.materials),
  groups: named('community', size.groups),
});

const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

const ownLanguages = ({ sourceLanguage, languages }: BaseCountry, writable: readonly string[]): string[] => [
  sourceLanguage,
  ...languages.filter((tag) => tag !== sourceLanguage && writable.includes(tag)),
];

/** Where entries are planned, and the languages they may be in. */
interface PlannedPlace {
  readonly scope: string;
  readonly languages: readonly string[];
}

class Planner {
  readonly #seed: number;
  readonly #base: BaseContent;
  readonly #ids: SharedIds;
  readonly #everywhere: readonly string[];

  constructor(seed: number, base: BaseContent, ids: SharedIds, everywhere: readonly string[]) {
    this.#seed = seed;
    this.#base = base;
    this.#ids = ids;
    this.#everywhere = everywhere;
  }

  course(place: PlannedPlace, id: string, lessonCount: number): EntryPlan[] {
    const lessons = named('lesson', lessonCount);
    const random = this.#random(place.scope, 'course', id);
    // The first course is about everything and for everybody: no topic is empty, however small the tree.
    const isFirst = id === this.#ids.courses[0];
    const course = this.#entry(place, { kind: 'course', id }, random, {
      audience: isFirst ? this.#all('audience') : this.#terms('audience', random, 2),
      ages: agesFrom(random),
      lessons,
      level: random.pick(this.#all('level')),
      isced: random.pick(this.#all('isced')),
      domains: isFirst ? this.#all('domain') : this.#terms('domain', random, 2),
      certificate: { passMark: random.pick([60, 70, 80]) },
    });
    return [course, ...lessons.map((lesson) => this.#lesson(place, id, lesson))];
  }

  #lesson(place: PlannedPlace, course: string, id: string): EntryPlan {
    const random = this.#random(place.scope, 'lesson', `${course}/${id}`);
    return this.#entry(place, { kind: 'lesson', id, course }, random, {
      durationMinutes: random.between(8, 25),
      materials: random.sample(this.#ids.materials, random.between(1, 2)),
      discussion: random.pick(this.#ids.groups),
    });
  }

  material(place: PlannedPlace, id: string): EntryPlan {
    const random = this.#random(place.scope, 'material', id);
    return this.#entry(place, { kind: 'material', id }, random, {
      type: random.pick(this.#all('material-type')),
      ages: agesFrom(random),
      domains: this.#terms('domain', random, 3),
      audience: this.#terms('audience', random, 2),
      setting: this.#terms('setting', random, 2),
      durationMinutes: random.between(5, 60),
      related: random.sample(this.#ids.materials, 2).filter((other) => other !== id),
    });
  }

  group(place: PlannedPlace, id: string): EntryPlan {
    const random = this.#random(place.scope, 'group', id);
    return this.#entry(place, { kind: 'group', id }, random, {
      audience: this.#terms('audience', random, 2),
      courses: random.sample(this.#ids.courses, 2),
    });
  }

  #entry(
    { scope, languages }: PlannedPlace,
    entry: Pick<EntryPlan, 'kind' | 'id' | 'course'>,
    random: Random,
    fields: FieldValues,
  ): EntryPlan {
    const picture = random.chance(pngShare) ? 'cover.png' : 'cover.svg';
    const day = `${random.between(2025, 2026)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
    return {
      ...entry,
      scope,
      languages: languages.filter((_, index) => index === 0 || random.chance(translatedShare)),
      fields: {
        authors: ['Learning Passport'],
        updated: day,
        image: { src: picture, credit: 'Learning Passport' },
        ...fields,
      },
      picture,
      links: random.sample(this.#everywhere, 6),
    };
  }

  #random(...keys: readonly string[]): Random {
    return createRandom(this.#seed, 'entry', ...keys);
  }

  #all(kind: string): readonly string[] {
    return this.#base.terms.get(kind) ?? [];
  }

  #terms(kind: string, random: Random, atMost: number): string[] {
    return random.sample(this.#all(kind), random.between(1, atMost));
  }
}

function agesFrom(random: Random): FieldValues {
  const fromMonths = random.pick([36, 48, 60]);
  return { fromMonths, toMonths: fromMonths + random.pick([12, 24]) };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
