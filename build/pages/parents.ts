/**
 * The entrance for parents: what they can do with a child at home, and the courses that are for them too.
 */
import type { MaterialCard, MaterialSection, ParentsPage, Term } from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { byType, courseCard, materialCard } from './cards.ts';
import { listBase } from './list-base.ts';
import { choiceLinks } from './material-lists.ts';
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
    sections: byType(materialsFor(view), view).map(([term, found]) => section(term, found, view)),
    choices: [
      ...choiceLinks('setting', view).filter(({ value }) => value === 'home'),
      ...choiceLinks('age', view),
    ],
  };
}

/** As many of a type as one looks through; the rest is in the library. */
const mostOfType = 6;

function section(term: Term, found: readonly Entry[], view: View): MaterialSection {
  const all = choiceLinks('type', view).find(({ value }) => value === term.id);
  return {
    term,
    materials: found.slice(0, mostOfType).map((material) => materialCard(material, view)),
    ...(all !== undefined && found.length > mostOfType && { all }),
  };
}

/**
 * What the front page shows of it: a few materials.
 *
 * @param today is shown there already
 */
export function withParents(view: View, today?: Entry): { readonly parents?: readonly MaterialCard[] } {
  const isShown = view.chrome.nav.some(({ path }) => path === view.path('/parents/'));
  const materials = materialsFor(view)
    .filter((material) => material !== today)
    .slice(0, 3);
  return isShown ? { parents: materials.map((material) => materialCard(material, view)) } : {};
}

const coursesFor = (view: View): Entry[] => view.entries('course').filter(isForParents);

/** Those that speak to parents first of all, then those that speak to them too; and those that they can read. */
function materialsFor(view: View): Entry[] {
  const rank = (material: Entry): number =>
    2 * distance(material.fields) + Number(view.variant(material).fallback);
  return view
    .entries('material')
    .filter(isForParents)
    .toSorted((a, b) => rank(a) - rank(b));
}

function distance(fields: Entry['fields']): number {
  if (fields.audience?.[0] === 'parent') return 0;
  return isWrittenForParents(fields) ? 1 : 2;
}
