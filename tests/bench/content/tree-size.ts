/**
 * How many entries make a wanted number of pages.
 */
import type { BaseContent } from './base-content.ts';

export interface TreeSize {
  /** The number of lessons of each shared course. */
  readonly courses: readonly number[];
  readonly materials: number;
  readonly groups: number;
  /** What each country has of its own, by its code. */
  readonly own: ReadonlyMap<string, { readonly courses: readonly number[]; readonly materials: number }>;
  /** How many pages the five sites will have, beside the lists into which the library narrows and those of one's own learning. */
  readonly pages: number;
}

/** Home, lists of courses, materials, topics and communities, the entrance for parents, search, "not found". */
const listPagesPerLanguage = 8;
/** The choice of a language, and a page for "not found" without one. */
const pagesPerSite = 2;

const ownShare = 0.1;
const lessonsPerCourse = 8;
const lessonsPerOwnCourse = 4;

/** @param pages of all sites together */
export function sizeTree(pages: number, { countries, staticPages, terms }: BaseContent): TreeSize {
  const siteLanguages = countries.reduce((sum, { languages }) => sum + languages.length, 0);
  // Each area of development is a topic with a page of its own.
  const perLanguage = listPagesPerLanguage + (terms.get('domain')?.length ?? 0) + staticPages;
  const fixed = countries.length * pagesPerSite + siteLanguages * perLanguage;
  const free = Math.max(0, pages - fixed);
  const shared = Math.max(minShared, Math.floor((free * (1 - ownShare)) / siteLanguages));
  const own = shareOut(Math.max(0, free - shared * siteLanguages), countries);
  const groups = Math.max(1, Math.round(shared * 0.01));
  const lessons = Math.max(1, Math.round((shared * 0.55 * lessonsPerCourse) / (lessonsPerCourse + 1)));
  const courses = distribute(lessons, lessonsPerCourse);
  const ownPages = countries.reduce(
    (sum, { languages }, index) => sum + languages.length * (own[index] ?? 0),
    0,
  );
  return {
    courses,
    groups,
    materials: shared - groups - lessons - courses.length,
    own: new Map(countries.map(({ code }, index) => [code, splitOwn(own[index] ?? 0)])),
    pages: fixed + shared * siteLanguages + ownPages,
  };
}

/** A course with two lessons, a material and a community. */
const minShared = 5;

/** Entries for each country, so that their pages fill what is left. */
function shareOut(pages: number, countries: BaseContent['countries']): number[] {
  const counts = countries.map(() => 0);
  let left = pages;
  for (let at = 0; ; at = (at + 1) % countries.length) {
    const cost = countries[at]?.languages.length ?? 1;
    if (cost > left) return counts;
    counts[at] = (counts[at] ?? 0) + 1;
    left -= cost;
  }
}

function splitOwn(entries: number): { courses: number[]; materials: number } {
  const courses = Array.from(
    { length: Math.floor((entries * 0.5) / (lessonsPerOwnCourse + 1)) },
    () => lessonsPerOwnCourse,
  );
  return { courses, materials: entries - courses.length * (lessonsPerOwnCourse + 1) };
}

/** Lessons over courses, as evenly as they go. */
function distribute(lessons: number, perCourse: number): number[] {
  const count = Math.max(1, Math.ceil(lessons / perCourse));
  return Array.from({ length: count }, (_, index) => Math.floor((lessons + index) / count));
}
