/** What the examples of the gallery are made of: a page of a national site in one language, and what it shows. */

import type { Locale } from '../../schemas/brands.ts';
import type { Sample, Writing } from '../../templates/components/sample.ts';
import { sample } from '../../templates/components/sample.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import { createTranslate } from '../../templates/locale/translate.ts';
import type { HomePage, LessonPage, Page } from '../../templates/model/page.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { PlannedEdition } from '../pipeline.ts';

/** Returns things of the site where it has them, else those that the tests use. */
export function sampleOf(edition: PlannedEdition, locale: Locale, { strings }: Catalogue): Sample {
  const home = homePage(edition, locale);
  const lesson = secondLesson(edition, locale);
  const { chrome } = home;
  const page = {
    path: lesson?.path ?? home.path,
    chrome,
    // Examples stand in the gallery, and lead to the site.
    absoluteBase: `/${chrome.countryCode}`,
  };
  const [course = sample.course] = home.courses;
  const picture = course.image ?? sample.picture;
  const [first, second, third] = lesson?.lessons ?? [];
  return {
    page,
    languages: (lesson ?? home).languages,
    picture,
    course,
    lessons: first && second && third ? [first, second, third] : sample.lessons,
    material: home.today ?? sample.material,
    group: home.groups[0] ?? sample.group,
    writing: writingFor(chrome.language.htmlLang, strings),
  };
}

/** Running text and quizzes of examples are in Russian where the language is written in Cyrillic, else in English. */
function writingFor(htmlLang: string, strings: Catalogue['strings']): Writing {
  const tag = new Intl.Locale(htmlLang).maximize().script === 'Cyrl' ? 'ru' : 'en';
  const language = describeLanguage(tag);
  return { language, t: createTranslate(strings.get(tag as Locale)), format: formatsOf(tag) };
}

function homePage({ languages }: PlannedEdition, locale: Locale): HomePage {
  const lists = languages.find((language) => language.locale === locale)?.lists() ?? [];
  return firstOf(lists, (page) => page.kind === 'home') as HomePage;
}

const secondLesson = ({ texts }: PlannedEdition, locale: Locale): LessonPage | undefined =>
  firstOf(
    texts.filter((text) => text.locale === locale && /^\/courses\/[^/]+\/[^/]+\/$/.test(text.target)),
    (page) => page.kind === 'lesson' && page.position === 2,
  ) as LessonPage | undefined;

function firstOf(
  planned: readonly { make(): { readonly page: Page } }[],
  fits: (page: Page) => boolean,
): Page | undefined {
  for (const plan of planned) {
    const { page } = plan.make();
    if (fits(page)) return page;
  }
  return undefined;
}
