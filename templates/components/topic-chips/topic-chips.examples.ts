import type { Examples } from '../examples.ts';
import { sectionChips } from './topic-chips.ts';

const sections = [
  { id: 'age-3-6', ages: { fromMonths: 36, toMonths: 72 }, count: 12 },
  { id: 'age-4-5', ages: { fromMonths: 48, toMonths: 60 }, count: 1 },
  { id: 'other-ages', count: 2 },
];

export const examples: Examples = ({ page }) => ({
  'on the page of the topic': sectionChips(page, sections),
  'on another page': sectionChips(page, sections, '/en/topics/cognition/'),
});
