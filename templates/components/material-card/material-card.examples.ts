import { cardList } from '../card.ts';
import type { Examples } from '../examples.ts';
import { foreignText, longTitles } from '../sample.ts';
import { materialCard } from './material-card.ts';

export const examples: Examples = (sample) => {
  const { page, material } = sample;
  const { image: _, durationMinutes: __, ...bare } = { ...material, settings: [], domains: [] };
  return {
    full: cardList([materialCard(page, material, 2)]),
    bare: cardList([materialCard(page, bare, 2)]),
    'in another language': cardList([materialCard(page, { ...material, ...foreignText(sample) }, 2)]),
    'long words': cardList(longTitles.map((title) => materialCard(page, { ...material, ...title }, 2))),
  };
};
