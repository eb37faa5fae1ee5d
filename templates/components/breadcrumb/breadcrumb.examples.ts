import type { Examples } from '../examples.ts';
import { russian, samplePage } from '../sample-page.ts';
import { breadcrumb } from './breadcrumb.ts';

export const examples: Examples = {
  plain: breadcrumb(samplePage, { path: '/en/courses/play/', title: 'Learning through play' }),
  'in another language': breadcrumb(samplePage, {
    path: '/en/courses/play/',
    title: 'Учимся, играя',
    textLanguage: russian,
  }),
};
