/**
 * The entrance for parents: what they can do with a child at home, and the courses that are for them too.
 */
import type { MaterialCard, ParentsPage } from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { byType, courseCard, materialCard } from './cards.ts';
import { listBase } from './list-base.ts';
import { isForParents, isWrittenForParents } from './sections.ts';
import type { View } from './view.ts';

export function parentsPage(view: View, title: string): ParentsPage {
  return {
    ...listBase(
      '/parents/',
      title,
      view.chrome.t('What to do with a child at home, and courses for mothers, fathers and grandparents.'),
      view,
    ),
    kind: 'parents',
    courses: coursesFor(view).map((course) => courseCard(course, view)),
    sections: byType(materialsFor(view), view).map(([term, found]) => ({
      term,
      materials: found.map((material) => materialCard(material, view)),
    })),
  };
}

/** What the front page shows of it: a few materials. */
export function withParents(view: View): { readonly parents?: readonly MaterialCard[] } {
  const isShown = view.chrome.nav.some(({ path }) => path === view.path('/parents/'));
  const materials = materialsFor(view).slice(0, 3);
  return isShown ? { parents: materials.map((material) => materialCard(material, view)) } : {};
}

const coursesFor = (view: View): Entry[] => view.entries('course').filter(isForParents);

/** Those that speak to parents before those that can be used at home, too. */
const materialsFor = (view: View): Entry[] =>
  view
    .entries('material')
    .filter(isForParents)
    .toSorted((a, b) => Number(isWrittenForParents(b.fields)) - Number(isWrittenForParents(a.fields)));
