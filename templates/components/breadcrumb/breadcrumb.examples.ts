import type { Examples } from '../examples.ts';
import { foreignText, longTitles } from '../sample.ts';
import { breadcrumb } from './breadcrumb.ts';

export const examples: Examples = (sample) => ({
  plain: breadcrumb(sample.page, sample.course),
  'in another language': breadcrumb(sample.page, { ...sample.course, ...foreignText(sample) }),
  'long words': breadcrumb(sample.page, { ...sample.course, ...longTitles[2] }),
});
