import type { Examples } from './examples.ts';
import { longTitles } from './sample.ts';
import { topicShelf } from './topics.ts';

export const examples: Examples = ({ page, material }) => ({
  shelf: topicShelf(
    page,
    material.domains.map((term, at) => ({ term, path: `/en/topics/${term.id}/`, count: 12 + at })),
  ),
  'long words, large numbers': topicShelf(
    page,
    longTitles.map(({ title }, at) => ({
      term: { id: title, label: title },
      path: `/en/topics/${at}/`,
      count: 1200,
    })),
  ),
});
