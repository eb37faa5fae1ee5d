import { cardList } from '../card.ts';
import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { groupCard } from './group-card.ts';

export const examples: Examples = {
  plain: cardList([
    groupCard(
      samplePage,
      { id: 'play', path: '/en/groups/play/', title: 'Play every day', summary: 'What we saw today.' },
      2,
    ),
  ]),
};
