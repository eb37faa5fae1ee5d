import type { Examples } from '../examples.ts';
import { sampleLanguages, samplePage } from '../sample-page.ts';
import { header } from './header.ts';

export const examples: Examples = {
  'two other languages': header({ ...samplePage, languages: sampleLanguages }),
  'one other language': header({ ...samplePage, languages: sampleLanguages.slice(0, 2) }),
  'no menu, no languages': header({
    ...samplePage,
    chrome: { ...samplePage.chrome, nav: [] },
    languages: [],
  }),
};
