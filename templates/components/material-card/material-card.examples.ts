import { cardList } from '../card.ts';
import type { Examples } from '../examples.ts';
import { samplePage, samplePicture } from '../sample-page.ts';
import { materialCard } from './material-card.ts';

const story = {
  id: 'the-wind-and-the-hat',
  path: '/en/materials/the-wind-and-the-hat/',
  title: 'The wind and the hat',
  summary: 'A story to tell aloud.',
  type: { id: 'story', label: 'Story' },
  ages: { fromMonths: 30, toMonths: 72 },
  settings: [],
  domains: [],
};

export const examples: Examples = {
  bare: cardList([materialCard(samplePage, story, 2)]),
  full: cardList([
    materialCard(
      samplePage,
      { ...story, image: samplePicture, durationMinutes: 15, settings: [{ id: 'home', label: 'at home' }] },
      2,
    ),
  ]),
};
