import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { sampleLessons, samplePage } from '../sample-page.ts';
import { courseProgress, filledProgress } from './progress.ts';

const course = {
  id: 'play',
  path: '/en/courses/play/',
  title: 'Learning through play',
  durationMinutes: 97,
  passMark: 0,
  lessons: sampleLessons.map((lesson) => ({ ...lesson, quizzes: ['q1'] })),
};

export const examples: Examples = {
  'before the script': courseProgress(samplePage, course, '/en/certificate/'),
  'without certificates': courseProgress(samplePage, { ...course, id: 'other-play' }),
  'one lesson done': html`<section class="learned"><h2>Learning through play</h2><p class="meta">1 of 2 lessons</p>${filledProgress}</section>`,
};
