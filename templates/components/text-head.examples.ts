import { html, type SafeHtml } from '../html.ts';
import { breadcrumb } from './breadcrumb/breadcrumb.ts';
import type { Examples } from './examples.ts';
import { lessonKnots } from './lesson-path/lesson-path.ts';
import { foreignText, longTitles } from './sample.ts';
import { textHead } from './text-head.ts';

export const examples: Examples = (sample) => {
  const { page, lessons, course } = sample;
  const [, lesson] = lessons;
  const language = lesson.textLanguage ?? page.chrome.language;
  const own = { language, fallback: lesson.textLanguage !== undefined, stale: false };
  const head = (
    title: string,
    text: typeof own & { readonly translation?: { by: 'machine'; reviewed: false } },
  ): SafeHtml => textHead({ ...page, title, summary: lesson.summary, text, body: html`` });
  const { title, textLanguage } = foreignText(sample);
  return {
    plain: head(lesson.title, own),
    'of a lesson': textHead(
      { ...page, ...lesson, text: own, body: html`` },
      html`${breadcrumb(page, course)}${lessonKnots(page, 2, 5)}`,
    ),
    'in another language': head(title, { language: textLanguage, fallback: true, stale: false }),
    'by a machine, behind its original': head(lesson.title, {
      ...own,
      stale: true,
      translation: { by: 'machine', reviewed: false },
    }),
    'long words': head(longTitles[0].title, {
      language: longTitles[0].textLanguage,
      fallback: true,
      stale: false,
    }),
  };
};
