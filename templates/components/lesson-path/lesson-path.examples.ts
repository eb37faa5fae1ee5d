import type { Examples } from '../examples.ts';
import { sampleLessons, samplePage } from '../sample-page.ts';
import { lessonKnots, lessonPath } from './lesson-path.ts';

export const examples: Examples = {
  'on the page of the course': lessonPath(samplePage, sampleLessons),
  'on the page of a lesson': lessonPath(samplePage, sampleLessons, 2),
  knots: lessonKnots(samplePage, 2, 5),
};
