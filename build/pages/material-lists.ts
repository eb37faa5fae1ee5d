/**
 * The pages of the library: all materials, and what fits each single choice, in pages that a slow line carries.
 */
import type { FacetChoice, FacetName, PageOfList } from '../../templates/model/facets.ts';
import type { MaterialListPage } from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { materialCard } from './cards.ts';
import { absoluteUrl } from './content-pages.ts';
import { libraryIndexPath } from './files/library-index.ts';
import { type Choice, facetWords, libraryOf, libraryTarget, materialsPerPage } from './library.ts';
import { type ListPlan, listBase } from './list-base.ts';
import type { View } from './view.ts';

export function materialListPlans(view: View): ListPlan[] {
  const { materials, choices } = libraryOf(view);
  return [
    ...planList({ target: libraryTarget, materials }, view),
    ...choices.flatMap((choice) => planList(choice, view)),
  ];
}

type List = Pick<Choice, 'target' | 'materials' | 'sameAs'> & Partial<Choice>;

function planList(list: List, view: View): ListPlan[] {
  const total = Math.max(1, Math.ceil(list.materials.length / materialsPerPage));
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    return {
      target: targetOf(list.target, number),
      ...(list.sameAs !== undefined && { sameAs: targetOf(list.sameAs, number) }),
      page: () => listPage(list, { number, total }, view),
    };
  });
}

/** `/materials/type/story/`, `/materials/type/story/page/2/` */
const targetOf = (list: string, number: number): string => (number === 1 ? list : `${list}page/${number}/`);

function listPage(
  list: List,
  { number, total }: Pick<PageOfList, 'number' | 'total'>,
  view: View,
): MaterialListPage {
  const { t } = view.chrome;
  const first = (number - 1) * materialsPerPage;
  const shown = list.materials.slice(first, first + materialsPerPage);
  const title = list.label === undefined ? t('Materials') : t('Materials: {choice}', { choice: list.label });
  const { canonical, alternates, ...base } = listBase(
    targetOf(list.target, number),
    number === 1 ? title : `${title} — ${t('Page {number} of {total}', { number, total })}`,
    t('Activities, stories, songs and guides to use with children and families.'),
    view,
  );
  const pathOf = (other: number): string => view.path(targetOf(list.target, other));
  return {
    ...base,
    // Languages are named by the page that is to be found, and by no other.
    ...(list.sameAs === undefined
      ? { canonical, alternates }
      : { canonical: absoluteUrl(view.path(targetOf(list.sameAs, number)), view) }),
    kind: 'material-list',
    materials: shown.map((material) => materialCard(material, view)),
    total: list.materials.length,
    choices: libraryOf(view).choices.map((choice) => choiceLink(choice, view)),
    ...(list.facet !== undefined && { chosen: choiceLink(list as Choice, view) }),
    pages: {
      number,
      total,
      ...(number > 1 && { previous: pathOf(number - 1) }),
      ...(number < total && { next: pathOf(number + 1) }),
    },
    libraryPath: view.path(libraryTarget),
    scriptPath: view.context.scripts.library.path,
    ...whatTheScriptNarrows(list.materials, base.path, view),
  };
}

/** Only the front page of the library is narrowed by its script: what it shows already, or all that there is. */
function whatTheScriptNarrows(
  materials: readonly Entry[],
  path: string,
  view: View,
): Pick<MaterialListPage, 'indexPath' | 'facetWords'> {
  if (path !== view.path(libraryTarget)) return {};
  const indexPath = libraryIndexPath(view);
  if (indexPath !== undefined) return { indexPath };
  return { facetWords: new Map(materials.map((material) => [material.id, facetWords(material)])) };
}

/** The choices of a facet, with their pages. */
export const choiceLinks = (facet: FacetName, view: View): readonly FacetChoice[] =>
  libraryOf(view)
    .choices.filter((choice) => choice.facet === facet)
    .map((choice) => choiceLink(choice, view));

const choiceLink = ({ facet, value, label, target, materials }: Choice, view: View): FacetChoice => ({
  facet,
  value,
  label,
  path: view.path(target),
  count: materials.length,
});
