/**
 * Entries as they are shown on other pages: lists, previous and next, "related".
 */

import type {
  CourseCard,
  GroupCard,
  Language,
  LessonCard,
  MaterialCard,
  Term,
} from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { foreign, pictureOf, typographed, type View } from './view.ts';

interface CommonCard {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly textLanguage?: Language;
}

function commonCard(entry: Entry, view: View): CommonCard {
  const variant = view.variant(entry);
  const { title, summary } = typographed(variant, view.context);
  return {
    id: entry.id,
    path: view.path(entry.target),
    title,
    summary,
    ...foreign(variant, view),
  };
}

const withPicture = (entry: Entry, view: View) => {
  const image = pictureOf(view.variant(entry), view);
  return image === undefined ? {} : { image };
};

/** Per cent of the questions of a course that have to be right for its certificate; 0 where its lessons are enough. */
export const passMarkOf = ({ fields }: Entry): number => fields.certificate?.passMark ?? 0;

/** The lessons of a course, in its order. */
export function lessonsOf(course: Entry, view: View): Entry[] {
  return (course.fields.lessons ?? []).flatMap((id) => view.entry(`/courses/${course.id}/${id}/`) ?? []);
}

export const durationOf = (course: Entry, view: View): number =>
  lessonsOf(course, view).reduce((sum, lesson) => sum + (lesson.fields.durationMinutes ?? 0), 0);

export const courseCard = (course: Entry, view: View): CourseCard =>
  view.once('course card', course, () => ({
    ...commonCard(course, view),
    ...withPicture(course, view),
    audience: view.terms('audience', course.fields.audience),
    ages: course.fields.ages ?? { fromMonths: 0, toMonths: 0 },
    lessonCount: lessonsOf(course, view).length,
    durationMinutes: durationOf(course, view),
  }));

export const lessonCard = (lesson: Entry, view: View): LessonCard =>
  view.once('lesson card', lesson, () => ({
    ...commonCard(lesson, view),
    durationMinutes: lesson.fields.durationMinutes ?? 0,
  }));

/** The cards of the lessons of a course, in its order. */
export const lessonCards = (course: Entry, view: View): readonly LessonCard[] =>
  view.once('lesson cards', course, () => lessonsOf(course, view).map((lesson) => lessonCard(lesson, view)));

export const materialCard = (material: Entry, view: View): MaterialCard =>
  view.once('material card', material, () => makeMaterialCard(material, view));

function makeMaterialCard(material: Entry, view: View): MaterialCard {
  const { type = '', ages, durationMinutes, setting, domains } = material.fields;
  return {
    ...commonCard(material, view),
    ...withPicture(material, view),
    type: view.terms('material-type', [type])[0] ?? { id: type, label: type },
    ages: ages ?? { fromMonths: 0, toMonths: 0 },
    ...(durationMinutes !== undefined && { durationMinutes }),
    settings: view.terms('setting', setting),
    domains: view.terms('domain', domains),
  };
}

export const groupCard = (group: Entry, view: View): GroupCard =>
  view.once('group card', group, () => commonCard(group, view));

/** The entries that a list of ids names and that this country has. */
export const named = (
  ids: readonly string[] | undefined,
  folder: 'courses' | 'materials' | 'groups',
  view: View,
): Entry[] => (ids ?? []).flatMap((id) => view.entry(`/${folder}/${id}/`) ?? []);

/** Materials by their type, in the order of the taxonomy, without types that have none. */
export function byType(materials: readonly Entry[], view: View): (readonly [Term, readonly Entry[]])[] {
  const types = view.context.catalogue.taxonomies.get('material-type')?.terms.map((term) => term.id) ?? [];
  return view
    .terms('material-type', types)
    .map((term) => [term, materials.filter((material) => material.fields.type === term.id)] as const)
    .filter(([, found]) => found.length > 0);
}
