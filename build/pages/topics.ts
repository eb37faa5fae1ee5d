/**
 * Courses and materials by area of development, age and type: to look around without typing, and without JavaScript.
 */
import type { Ages, Term, TopicListPage, TopicPage, TopicSection } from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { ageBands, everyAge, idOfAges, overlap } from './ages.ts';
import { byType, courseCard, materialCard } from './cards.ts';
import { type ListPlan, listBase } from './list-base.ts';
import { hasTopic } from './sections.ts';
import type { View } from './view.ts';

/** Returns the overview and one page for each area that has something. */
export function topicPlans(view: View): ListPlan[] {
  const domains = domainsOf(view);
  if (domains.length === 0) return [];
  return [
    { target: '/topics/', page: () => topicListPage(domains, view) },
    ...domains.map((domain) => ({
      target: `/topics/${domain.term.id}/`,
      page: () => topicPage(domain, domains, view),
    })),
  ];
}

/** How much there is for each area, with its page. */
export const topicCounts = (view: View) => domainsOf(view).map((domain) => linkTo(domain, view));

interface Domain {
  readonly term: Term;
  readonly courses: readonly Entry[];
  readonly materials: readonly Entry[];
}

function domainsOf(view: View): readonly Domain[] {
  const ids = view.context.catalogue.taxonomies.get('domain')?.terms.map((term) => term.id);
  const courses = view.entries('course').filter(hasTopic);
  const materials = view.entries('material').filter(hasTopic);
  const within = (entries: readonly Entry[], id: string): Entry[] =>
    entries.filter((entry) => entry.fields.domains?.includes(id));
  return view
    .terms('domain', ids)
    .map((term) => ({ term, courses: within(courses, term.id), materials: within(materials, term.id) }))
    .filter((domain) => domain.courses.length + domain.materials.length > 0);
}

const linkTo = ({ term, courses, materials }: Domain, view: View) => ({
  term,
  path: view.path(`/topics/${term.id}/`),
  count: courses.length + materials.length,
});

function topicListPage(domains: readonly Domain[], view: View): TopicListPage {
  const { t } = view.chrome;
  const rows = domains.map((domain) => ({
    ...linkTo(domain, view),
    sections: sectionsOf(domain, view).map(({ id, ages, groups }) => ({
      id,
      ...(ages !== undefined && { ages }),
      count: groups.reduce((sum, group) => sum + group.courses.length + group.materials.length, 0),
    })),
    types: [
      ...(domain.courses.length > 0 ? [{ label: t('Courses'), count: domain.courses.length }] : []),
      ...byType(domain.materials, view).map(([{ label }, found]) => ({ label, count: found.length })),
    ],
  }));
  return {
    ...listBase('/topics/', t('Topics'), t('Courses and materials by area of development and by age.'), view),
    kind: 'topic-list',
    rows,
  };
}

function topicPage(domain: Domain, domains: readonly Domain[], view: View): TopicPage {
  const { term } = domain;
  return {
    ...listBase(
      `/topics/${term.id}/`,
      term.label,
      view.chrome.t('Courses and materials by age of the children and by type.'),
      view,
    ),
    kind: 'topic',
    id: term.id,
    sections: sectionsOf(domain, view),
    others: domains.filter((other) => other !== domain).map((other) => linkTo(other, view)),
  };
}

/**
 * What is for every age stands once, before the years; else most of a page would be said three times. What is for older or
 * younger children comes last.
 */
function sectionsOf({ courses, materials }: Domain, view: View): TopicSection[] {
  const fitting = (fits: (ages: Ages) => boolean) => {
    const chosen = (entries: readonly Entry[]): Entry[] =>
      entries.filter(({ fields }) => fits(fields.ages ?? everyAge));
    return groupsOf(chosen(courses), chosen(materials), view);
  };
  const forEvery = (ages: Ages): boolean => ageBands.every((band) => overlap(ages, band));
  return [
    { id: idOf(everyAge), ages: everyAge, groups: fitting(forEvery) },
    ...ageBands.map((band) => ({
      id: idOf(band),
      ages: band,
      groups: fitting((ages) => !forEvery(ages) && overlap(ages, band)),
    })),
    { id: 'other-ages', groups: fitting((ages) => !ageBands.some((band) => overlap(ages, band))) },
  ].filter(({ groups }) => groups.length > 0);
}

const groupsOf = (
  courses: readonly Entry[],
  materials: readonly Entry[],
  view: View,
): TopicSection['groups'] => [
  ...(courses.length === 0
    ? []
    : [
        {
          label: view.chrome.t('Courses'),
          courses: courses.map((course) => courseCard(course, view)),
          materials: [],
        },
      ]),
  ...byType(materials, view).map(([{ label }, found]) => ({
    label,
    courses: [],
    materials: found.map((material) => materialCard(material, view)),
  })),
];

/** `age-3-4` */
const idOf = (ages: Ages): string => `age-${idOfAges(ages)}`;
