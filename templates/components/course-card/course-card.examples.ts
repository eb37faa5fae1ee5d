import { cardList } from '../card.ts';
import type { Examples } from '../examples.ts';
import { foreignText, longTitles } from '../sample.ts';
import { courseCard } from './course-card.ts';

export const examples: Examples = (sample) => {
  const { page, course } = sample;
  const { image: _, ...withoutPicture } = course;
  return {
    'with a picture': cardList([courseCard(page, course, 2)]),
    'without a picture': cardList([courseCard(page, withoutPicture, 2)]),
    'in another language': cardList([courseCard(page, { ...course, ...foreignText(sample) }, 2)]),
    'long words': cardList(longTitles.map((title) => courseCard(page, { ...course, ...title }, 2))),
  };
};
