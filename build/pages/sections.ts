/**
 * Which entries the sections across the kinds hold.
 */
import type { Edition, Entry } from '../model/edition.ts';
import type { View } from './view.ts';

/** Courses and materials that say which area of development they support. */
export const hasTopic = ({ entry, fields }: Entry): boolean =>
  (entry === 'course' || entry === 'material') && (fields.domains ?? []).length > 0;

/** The course that the country begins with, and the others by their titles. */
export function coursesInOrder(view: View): readonly Entry[] {
  const { course: first } = view.edition.country.country.home ?? {};
  const courses = view.entries('course');
  return [...courses.filter(({ id }) => id === first), ...courses.filter(({ id }) => id !== first)];
}

/** Courses written for parents, and materials for them or for use at home. */
export const isForParents = ({ entry, fields }: Entry): boolean =>
  ((entry === 'course' || entry === 'material') && isWrittenForParents(fields)) ||
  (entry === 'material' && (fields.setting ?? []).includes('home'));

/** @param fields of an entry */
export const isWrittenForParents = ({ audience = [] }: Entry['fields']): boolean =>
  audience.includes('parent');

export const hasCertificates = ({ country }: Edition): boolean =>
  country.country.modules?.certificates !== false;
