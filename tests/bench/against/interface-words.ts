import type { FieldValues } from '../content/front-matter.ts';
import type { SourceTree } from './source-tree.ts';

/** The messages that themes show, by the names that they call them. */
const messages: Readonly<Record<string, string>> = {
  skip: 'Skip to the content',
  languages: 'Languages',
  menu: 'Menu',
  courses: 'Courses',
  materials: 'Materials',
  groups: 'Communities',
  search: 'Search',
  about: 'About this site',
  coursesSummary: 'Short courses for educators and parents, to read at your own pace.',
  materialsSummary: 'Activities, stories, songs and guides to use with children and families.',
  groupsSummary: 'Where educators talk about what works, and what does not.',
  topics: 'Topics',
  topicsSummary: 'Courses and materials by area of development and by age.',
  topic: 'Topic',
  topicSummary: 'Courses and materials by age of the children and by type.',
  allTopics: 'All topics',
  otherTopics: 'Other topics',
  parents: 'For parents',
  parentsSummary: 'What to do with a child at home, and courses for mothers, fathers and grandparents.',
  searchSummary: 'Find a course, a lesson or a material.',
  searchQuestion: 'What are you looking for?',
  byTopic: 'Everything by topic',
  allCourses: 'All courses',
  allMaterials: 'All materials',
  allGroups: 'All communities',
  course: 'Course',
  group: 'Community',
  lessons: 'Lessons',
  start: 'Start the first lesson',
  today: 'Today with the children',
  aboutCourse: 'About this course',
  time: 'Time',
  forWhom: 'For whom',
  ages: 'Age of the children',
  level: 'Level',
  domains: 'Areas of development',
  where: 'Where',
  groupSize: 'Children at a time',
  resources: 'You need',
  related: 'More like this',
  objectives: 'After this lesson you can',
  materialsOfLesson: 'Materials for this lesson',
  pager: 'Previous and next lesson',
  next: 'Next lesson',
  previous: 'Previous lesson',
  lessonsOfCourse: 'Lessons of this course',
  here: 'You are here',
  moderators: 'Moderators',
  rules: 'Rules',
  postingLater:
    'Writing here opens later. Until then this page says what the community is for and by which rules people will talk.',
  notFound: 'Page not found',
  notFoundSummary: 'This page does not exist, or no longer.',
  toStart: 'To the start page',
  machine: 'Translated by a machine; nobody has checked it yet.',
  fallback: 'This page is not translated yet. You are reading it in another language: {language}.',
  talk: 'Talk about this lesson: {community}',
  lessonOf: 'Lesson {number} of {total}',
  authors: 'Authors: {names}',
  updated: 'Updated: {date}',
  licence: 'Licence: {licence}',
  note: 'Note',
  tip: 'Tip',
  warning: 'Take care',
  activity: 'Try it today',
  minutes: '{count} minute',
  years: '{from}–{count} year',
  lessonCount: '{count} lesson',
};

/**
 * The words of a site in one language. What stands around the value of a message comes without the value: `minutes` gives "мүнөт".
 *
 * @param chain the language and those that stand in for it
 */
export function wordsOf(
  tree: SourceTree,
  country: FieldValues,
  chain: readonly string[],
): Record<string, string> {
  const [tag = ''] = chain;
  const catalogue = tree.messages.get(tag);
  const words = Object.entries(messages).map(([name, message]) => {
    const text = catalogue?.get(message) || message;
    return [
      name,
      text
        .replace(/\{[^}]*\}–?/g, '')
        .replace(/[:\s]+$/, '')
        .trim(),
    ] as const;
  });
  const terms = [...tree.terms].map(([term, labels]) => [term, textIn(labels, chain)] as const);
  const { name: ministry } = (country.ministry ?? {}) as { readonly name?: Readonly<Record<string, string>> };
  return {
    ...Object.fromEntries(words),
    ...Object.fromEntries(terms),
    siteName: textIn(tree.site.name, chain),
    tagline: textIn(tree.site.tagline, chain),
    countryName: textIn(country.name, chain),
    ministry: textIn(ministry, chain),
  };
}

/** The areas of development, each of which is a topic. */
export const domainsOf = (words: Readonly<Record<string, string>>): string[] =>
  Object.keys(words).flatMap((name) => (name.startsWith('domain-') ? [name.slice('domain-'.length)] : []));

function textIn(texts: unknown, chain: readonly string[]): string {
  const byLanguage = (texts ?? {}) as Readonly<Record<string, string>>;
  return chain.flatMap((tag) => byLanguage[tag] ?? [])[0] ?? Object.values(byLanguage)[0] ?? '';
}
