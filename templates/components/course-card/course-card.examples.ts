import { cardList } from '../card.ts';
import type { Examples } from '../examples.ts';
import { russian, samplePage, samplePicture } from '../sample-page.ts';
import { courseCard } from './course-card.ts';

const course = {
  id: 'play',
  path: '/en/courses/play/',
  title: 'Learning through play',
  summary: 'Play is the main work of a child.',
  image: samplePicture,
  audience: [{ id: 'educator', label: 'Educators' }],
  ages: { fromMonths: 36, toMonths: 72 },
  lessonCount: 5,
  durationMinutes: 70,
};
const { image: _, ...withoutPicture } = course;

export const examples: Examples = {
  'with a picture': cardList([courseCard(samplePage, course, 2)]),
  'in another language': cardList([
    courseCard(samplePage, { ...withoutPicture, title: 'Учимся, играя', textLanguage: russian }, 2),
  ]),
};
