/**
 * Pages that are made from what there is: home, lists, search, 404.
 */
import type {
  CourseListPage,
  GroupListPage,
  HomePage,
  NotFoundPage,
  Page,
  SearchPage,
} from '../../templates/model/page.ts';
import { bundleLanguage } from '../model/edition.ts';
import { letterPlans, titlesOnSearchPage } from './a-z.ts';
import { frontAlternates } from './alternates.ts';
import { courseCard, groupCard, lessonCard, lessonsOf, materialCard } from './cards.ts';
import { languageLinks } from './content-pages.ts';
import { feedPath, hasFeed } from './files/feed.ts';
import { titleFiles } from './files/title-index.ts';
import { learningPlans } from './learning-pages.ts';
import { type ListPlan, listBase } from './list-base.ts';
import { choiceLinks, materialListPlans } from './material-lists.ts';
import { mirrorPage, mirrorTarget } from './mirror-page.ts';
import { parentsPage, withParents } from './parents.ts';
import { releasePage, releaseTarget } from './release-page.ts';
import { searchFilters } from './search-facets.ts';
import { coursesInOrder } from './sections.ts';
import { topicCounts, topicPlans } from './topics.ts';
import { pictureOf, type View } from './view.ts';

const notFoundTarget = '/404.html';

/** Below a section of the header, made where that is. */
const madeForNav = /^\/(topics|materials)\/./;

/** Returns the pages of a language that no author wrote, those only that have something to show. */
export function listPlans(view: View): ListPlan[] {
  const { t, nav } = view.chrome;
  const inNav = (target: string): boolean => nav.some(({ path }) => path === view.path(target));
  const sections: readonly ListPlan[] = [
    { target: '/courses/', page: () => courseListPage(view, t('Courses')) },
    ...materialListPlans(view),
    ...topicPlans(view),
    { target: '/parents/', page: () => parentsPage(view, t('For parents')) },
    { target: '/groups/', page: () => groupListPage(view, t('Communities')) },
  ];
  return [
    { target: '/', page: () => homePage(view) },
    ...sections.filter(({ target }) => inNav(target) || madeForNav.test(target)),
    { target: '/search/', page: () => searchPage(view, t('Search')) },
    ...letterPlans(view),
    ...learningPlans(view),
    { target: releaseTarget, page: () => releasePage(view) },
    { target: mirrorTarget, page: () => mirrorPage(view) },
  ];
}

export const listPages = (view: View): Page[] => [
  ...listPlans(view).map(({ page }) => page()),
  notFoundPage(view),
];

/**
 * One of them alone.
 *
 * @param path its site path: `/ru/topics/`
 */
export function listPage(path: string, view: View): Page | undefined {
  if (path === view.path(notFoundTarget)) return notFoundPage(view);
  return listPlans(view)
    .find(({ target }) => view.path(target) === path)
    ?.page();
}

function homePage(view: View): HomePage {
  const { home = {} } = view.edition.country.country;
  const tagline = taglineOf(view);
  const courses = coursesInOrder(view);
  const materials = view.entries('material');
  const [first] = courses.flatMap((course) => lessonsOf(course, view));
  const image = courses[0] === undefined ? undefined : pictureOf(view.variant(courses[0]), view);
  const today =
    materials.find(({ id }) => id === home.material) ??
    materials.find((material) => material.fields.type === 'activity') ??
    materials[0];
  return {
    ...listBase('/', view.chrome.siteName, tagline, view),
    kind: 'home',
    alternates: frontAlternates(view.edition.languages),
    tagline,
    ...(image !== undefined && { image }),
    ...(first !== undefined && { start: lessonCard(first, view) }),
    courses: courses.map((course) => courseCard(course, view)),
    lessonIds: courses.map((course) => ({
      course: course.id,
      lessons: lessonsOf(course, view).map(({ id }) => id),
    })),
    ...(today !== undefined && { today: materialCard(today, view) }),
    topics: topicCounts(view),
    ...withParents(view, today),
    ...(hasFeed(view) && { feed: feedPath(view) }),
    materialTypes: choiceLinks('type', view),
    groups: view.entries('group').map((group) => groupCard(group, view)),
  };
}

/** Words of the country's own, and those of the catalogue in the languages in which it has none. */
function taglineOf(view: View): string {
  const { tagline: own } = view.edition.country.country.home ?? {};
  const { tagline: shared } = view.context.catalogue.site;
  return own === undefined && shared === undefined
    ? view.chrome.siteName
    : view.context.typograph(view.text({ ...shared, ...own }), view.language.tag);
}

const courseListPage = (view: View, title: string): CourseListPage => ({
  ...listBase(
    '/courses/',
    title,
    view.chrome.t('Short courses for educators and parents, to read at your own pace.'),
    view,
  ),
  kind: 'course-list',
  courses: coursesInOrder(view).map((course) => courseCard(course, view)),
});

const groupListPage = (view: View, title: string): GroupListPage => ({
  ...listBase(
    '/groups/',
    title,
    view.chrome.t('Where educators talk about what works, and what does not.'),
    view,
  ),
  kind: 'group-list',
  groups: view.entries('group').map((group) => groupCard(group, view)),
});

const searchPage = (view: View, title: string): SearchPage => ({
  ...listBase('/search/', title, view.chrome.t('Find a course, a lesson or a material.'), view),
  kind: 'search',
  scriptPath: view.context.scripts.search.path,
  bundlePath: `/${bundleLanguage(view.language, view.edition).toLowerCase()}/pagefind/`,
  titlesPath: titleFiles(view).main.path,
  filters: searchFilters(view),
  topics: topicCounts(view),
  ages: choiceLinks('age', view),
  types: choiceLinks('type', view),
  ...titlesOnSearchPage(view),
});

function notFoundPage(view: View): NotFoundPage {
  const { t, language } = view.chrome;
  const {
    canonical: _,
    alternates: __,
    ...page
  } = listBase(notFoundTarget, t('Page not found'), t('This page does not exist, or no longer.'), view);
  return {
    ...page,
    kind: 'not-found',
    languages: languageLinks('/', view),
    absoluteBase: view.context.siteUrl(view.edition),
    sections: [{ language, t, homePath: view.path('/'), searchPath: view.path('/search/') }],
  };
}
