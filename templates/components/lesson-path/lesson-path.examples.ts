import { html, trusted } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { longTitles } from '../sample.ts';
import { lessonKnots, lessonPath } from './lesson-path.ts';

export const examples: Examples = ({ page, lessons }) => {
  const finished = html`${page.chrome.t('Lesson finished')} · `.toString();
  // As `client/progress/path.client.ts` leaves them.
  const firstDone = (path: string): string =>
    path.replace('<li>', '<li class="done">').replace('<p class="meta">', `<p class="meta">${finished}`);
  return {
    'on the page of the course': lessonPath(page, lessons),
    'on the page of a lesson': lessonPath(page, lessons, 2),
    'the first lesson is done': trusted(firstDone(lessonPath(page, lessons, 2).toString())),
    'long words': lessonPath(
      page,
      longTitles.map((title, at) => ({ ...lessons[0], path: `/${at}/`, ...title })),
      3,
    ),
    knots: lessonKnots(page, 2, 5),
    'knots, the first lesson is done': trusted(
      lessonKnots(page, 2, 5).toString().replace('<i></i>', '<i class="done"></i>'),
    ),
    'knots of a long course': lessonKnots(page, 7, 30),
  };
};
