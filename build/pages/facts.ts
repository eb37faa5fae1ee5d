/**
 * What an entry is and for whom, in a few words: below a title where there is no room for a summary.
 */
import { ageRange, duration } from '../../templates/locale/measures.ts';
import type { Entry } from '../model/edition.ts';
import { courseCard, lessonCard, materialCard } from './cards.ts';
import type { View } from './view.ts';

/** `Story`, `3–6 years`, `10 minutes` */
export function factsOf(entry: Entry, view: View): string[] {
  const { t } = view.chrome;
  const first = whatItIs(entry, view);
  const what = first === undefined ? [] : [first];
  switch (entry.entry) {
    case 'course': {
      const { ages, durationMinutes } = courseCard(entry, view);
      return [...what, ageRange(t, ages), duration(t, durationMinutes)];
    }
    case 'lesson':
      return [...what, duration(t, lessonCard(entry, view).durationMinutes)];
    case 'material': {
      const { ages, durationMinutes } = materialCard(entry, view);
      return [
        ...what,
        ageRange(t, ages),
        ...(durationMinutes === undefined ? [] : [duration(t, durationMinutes)]),
      ];
    }
    case 'group':
    case 'page':
      return what;
  }
}

/** The kind of a material, of a lesson its course. */
export function whatItIs(entry: Entry, view: View): string | undefined {
  const { t } = view.chrome;
  switch (entry.entry) {
    case 'course':
      return t('Course');
    case 'lesson': {
      const course = view.entry(`/courses/${entry.course}/`);
      const card = course && courseCard(course, view);
      // A row of facts cannot say that one of them is in another language than the page.
      return card?.textLanguage === undefined ? card?.title : undefined;
    }
    case 'material':
      return materialCard(entry, view).type.label;
    case 'group':
      return t('Community');
    case 'page':
      return undefined;
  }
}
