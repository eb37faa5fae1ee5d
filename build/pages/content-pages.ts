/**
 * Pages whose text an author wrote: course, lesson, material, group, page.
 */

import type { Locale } from '../../schemas/brands.ts';
import type { SafeHtml } from '../../templates/html.ts';
import type {
  Alternate,
  CoursePage,
  GroupPage,
  LessonPage,
  MaterialPage,
  Page,
  StaticPage,
  TextOrigin,
} from '../../templates/model/page.ts';
import type { Entry, Variant } from '../model/edition.ts';
import { entryAlternates } from './alternates.ts';
import { courseCard, durationOf, groupCard, lessonCards, materialCard, named, passMarkOf } from './cards.ts';
import { placeBodyOf, placeRulesOf } from './place.ts';
import { hasCertificates } from './sections.ts';
import { languageOf, pictureOf, typographed, type View } from './view.ts';

export function contentPage(entry: Entry, view: View): Page {
  switch (entry.entry) {
    case 'course':
      return coursePage(entry, view);
    case 'lesson':
      return lessonPage(entry, view);
    case 'material':
      return materialPage(entry, view);
    case 'group':
      return groupPage(entry, view);
    case 'page':
      return { ...common(entry, view), kind: 'page' } satisfies StaticPage;
  }
}

interface Common {
  readonly path: string;
  readonly canonical: string;
  readonly title: string;
  readonly summary: string;
  readonly chrome: View['chrome'];
  readonly languages: Page['languages'];
  readonly alternates: readonly Alternate[];
  readonly id: string;
  readonly text: TextOrigin;
  readonly body: SafeHtml;
  readonly authors: readonly string[];
}

function common(entry: Entry, view: View): Common & Pick<StaticPage, 'image' | 'updated' | 'licence'> {
  const variant = view.variant(entry);
  const { title, summary, updated, licence, authors } = typographed(variant, view.context);
  const image = pictureOf(variant, view);
  return {
    path: view.path(entry.target),
    canonical: canonicalOf(entry.target, variant.locale, view),
    title,
    summary,
    chrome: view.chrome,
    languages: languageLinks(entry.target, view),
    alternates: entryAlternates(entry, view),
    id: entry.entry === 'lesson' ? `${entry.course}/${entry.id}` : entry.id,
    text: originOf(variant, view),
    body: placeBodyOf(variant, view.path(entry.target), view),
    authors: authors ?? [],
    ...(image !== undefined && { image }),
    ...(updated !== undefined && { updated }),
    ...(licence !== undefined && licence !== view.chrome.licence && { licence }),
  };
}

function originOf(variant: Variant, view: View): TextOrigin {
  return {
    language: languageOf(variant, view),
    fallback: variant.fallback,
    ...(variant.translation && {
      translation: { by: variant.translation.by, reviewed: variant.translation.reviewed },
    }),
    stale: variant.freshness === 'stale',
  };
}

/** The page in the language of its text, where the site has one. */
function canonicalOf(target: string, locale: Locale, view: View): string {
  const published = view.edition.languages.some(({ tag }) => tag === locale);
  return absoluteUrl(`/${(published ? locale : view.language.tag).toLowerCase()}${target}`, view);
}

/** Sites have an address with a slash at its end, paths one at their beginning. */
export const absoluteUrl = (path: string, { context, edition }: View): string =>
  context.siteUrl(edition) + path.slice(1);

/** The same page in every language of the site. */
export const languageLinks = (target: string, { languages, described }: View): Page['languages'] =>
  languages.map((language) => ({
    language,
    path: `/${language.tag.toLowerCase()}${target}`,
    current: language.tag === described.tag,
  }));

function coursePage(course: Entry, view: View): CoursePage {
  const { audience, ages, level, domains, prerequisites } = course.fields;
  const [levelTerm] = view.terms('level', level === undefined ? [] : [level]);
  const groups = view.entries('group').filter((group) => group.fields.courses?.includes(course.id));
  return {
    ...common(course, view),
    kind: 'course',
    audience: view.terms('audience', audience),
    ages: ages ?? { fromMonths: 0, toMonths: 0 },
    ...(levelTerm !== undefined && { level: levelTerm }),
    domains: view.terms('domain', domains),
    alignments: alignmentsOf(course, view),
    durationMinutes: durationOf(course, view),
    lessons: lessonCards(course, view),
    prerequisites: named(prerequisites, 'courses', view).map((other) => courseCard(other, view)),
    groups: groups.map((group) => groupCard(group, view)),
    ...(hasCertificates(view.edition) && {
      certificate: { path: view.path('/certificate/'), passMark: passMarkOf(course) },
    }),
  };
}

function lessonPage(lesson: Entry, view: View): LessonPage {
  const course = view.entry(`/courses/${lesson.course}/`);
  if (course === undefined) throw new TypeError(`${lesson.target} has no course`);
  const lessons = lessonCards(course, view);
  const index = lessons.findIndex((other) => other.id === lesson.id);
  const [previous, next] = [lessons[index - 1], lessons[index + 1]];
  const variant = view.variant(lesson);
  const [discussion] = named(
    lesson.fields.discussion === undefined ? [] : [lesson.fields.discussion],
    'groups',
    view,
  );
  return {
    ...common(lesson, view),
    kind: 'lesson',
    course: courseCard(course, view),
    lessons,
    position: index + 1,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    durationMinutes: lesson.fields.durationMinutes ?? 0,
    objectives: typographed(variant, view.context).objectives ?? [],
    materials: named(lesson.fields.materials, 'materials', view).map((material) =>
      materialCard(material, view),
    ),
    ...(discussion !== undefined && { discussion: groupCard(discussion, view) }),
  };
}

function materialPage(material: Entry, view: View): MaterialPage {
  const card = materialCard(material, view);
  const { groupSize, resources } = typographed(view.variant(material), view.context);
  return {
    ...common(material, view),
    kind: 'material',
    type: card.type,
    ages: card.ages,
    domains: card.domains,
    settings: card.settings,
    audience: view.terms('audience', material.fields.audience),
    ...(card.durationMinutes !== undefined && { durationMinutes: card.durationMinutes }),
    ...(groupSize !== undefined && { groupSize }),
    resources: resources ?? [],
    alignments: alignmentsOf(material, view),
    scriptPath: view.context.scripts.share.path,
    related: named(material.fields.related, 'materials', view).map((other) => materialCard(other, view)),
  };
}

function groupPage(group: Entry, view: View): GroupPage {
  const variant = view.variant(group);
  const rules = placeRulesOf(variant, view.path(group.target), view);
  return {
    ...common(group, view),
    kind: 'group',
    audience: view.terms('audience', group.fields.audience),
    moderators: typographed(variant, view.context).moderators ?? [],
    ...(rules !== undefined && { rules }),
    courses: named(group.fields.courses, 'courses', view).map((course) => courseCard(course, view)),
  };
}

/** Codes of the frameworks that this country has chosen to show. */
function alignmentsOf(entry: Entry, view: View): MaterialPage['alignments'] {
  const shown = view.edition.country.country.frameworks ?? [];
  return (entry.fields.alignments ?? []).flatMap(({ framework, code }) => {
    const found = shown.includes(framework) ? view.context.catalogue.frameworks.get(framework) : undefined;
    const label = found?.codes.find((candidate) => candidate.code === code)?.label;
    return found === undefined || label === undefined
      ? []
      : [{ framework: view.text(found.name), label: view.text(label) }];
  });
}
