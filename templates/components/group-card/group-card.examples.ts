import { cardList } from '../card.ts';
import type { Examples } from '../examples.ts';
import { foreignText } from '../sample.ts';
import { groupCard } from './group-card.ts';

export const examples: Examples = (sample) => ({
  plain: cardList([groupCard(sample.page, sample.group, 2)]),
  'in another language': cardList([groupCard(sample.page, { ...sample.group, ...foreignText(sample) }, 2)]),
});
