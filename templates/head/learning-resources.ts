/**
 * Courses, lessons and materials as schema.org describes them.
 */
import type { CoursePage, LessonPage, MaterialPage, Term } from '../model/page.ts';
import { isoAges, isoDuration, licenceUrl, type Node } from './json-ld.ts';

type LearningPage = CoursePage | LessonPage | MaterialPage;

/** A course that anybody takes at any time, free of charge. */
export function courseNode(page: CoursePage): Node {
  return {
    '@type': 'Course',
    ...common(page),
    url: page.canonical,
    description: page.summary,
    provider: { '@type': 'Organization', name: provider(page) },
    isAccessibleForFree: true,
    educationalLevel: page.level?.label,
    timeRequired: isoDuration(page.durationMinutes),
    typicalAgeRange: isoAges(page.ages),
    audience: audience(page.audience),
    about: page.domains.map(({ label }) => label),
    educationalAlignment: alignments(page),
    hasPart: page.lessons.map(({ path }) => ({ '@id': inSameLanguage(page, path) })),
    offers: { '@type': 'Offer', category: 'Free' },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'online',
      courseWorkload: isoDuration(page.durationMinutes),
    },
    ...origin(page),
  };
}

/** A lesson: short, since every byte of a lesson counts. */
export function lessonNode(page: LessonPage): Node {
  return {
    '@type': 'LearningResource',
    ...common(page),
    position: page.position,
    timeRequired: isoDuration(page.durationMinutes),
    isPartOf: { '@type': 'Course', '@id': inSameLanguage(page, page.course.path) },
  };
}

/** A material for children of an age, to use at a place. */
export function materialNode(page: MaterialPage): Node {
  return {
    '@type': 'LearningResource',
    ...common(page),
    url: page.canonical,
    description: page.summary,
    isAccessibleForFree: true,
    learningResourceType: page.type.label,
    timeRequired: page.durationMinutes === undefined ? undefined : isoDuration(page.durationMinutes),
    typicalAgeRange: isoAges(page.ages),
    audience: audience(page.audience),
    about: page.domains.map(({ label }) => label),
    educationalAlignment: alignments(page),
    ...origin(page),
  };
}

const common = (page: LearningPage): Node => ({
  '@id': page.canonical,
  name: page.title,
  inLanguage: page.text.language.htmlLang,
});

const origin = (page: CoursePage | MaterialPage): Node => ({
  license: licenceUrl(page.licence ?? page.chrome.licence) || undefined,
  author: page.authors.map((name) => ({
    '@type': page.chrome.organisations.includes(name) ? 'Organization' : 'Person',
    name,
  })),
  dateModified: page.updated,
});

const provider = ({ chrome: { ministry, siteName } }: CoursePage): string => ministry?.name ?? siteName;

/** LRMI: who takes part in teaching or learning with it. */
const audience = (terms: readonly Term[]): Node[] =>
  terms.map(({ id, label }) => ({
    '@type': 'EducationalAudience',
    educationalRole: educationalRoles[id] ?? id,
    audienceType: label,
  }));

/** Of the LRMI vocabulary of roles, where it has a word for ours. */
const educationalRoles: Readonly<Record<string, string>> = {
  educator: 'teacher',
  trainer: 'mentor',
};

const alignments = (page: CoursePage | MaterialPage): Node[] =>
  page.alignments.map(({ framework, label }) => ({
    '@type': 'AlignmentObject',
    alignmentType: 'educationalSubject',
    educationalFramework: framework,
    targetName: label,
  }));

/** The address of another page in the language of the text, which on a page that stands in is not that of the reader. */
function inSameLanguage(page: LearningPage, path: string): string {
  const { siteUrl, language } = page.chrome;
  const readers = `${siteUrl}${language.tag.toLowerCase()}/`;
  const own = page.canonical?.slice(siteUrl.length).split('/', 1)[0] ?? '';
  return `${siteUrl}${own}/${(siteUrl + path.slice(1)).slice(readers.length)}`;
}
