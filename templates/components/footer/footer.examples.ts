import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { footer } from './footer.ts';

const { ministry: _, ...withoutMinistry } = samplePage.chrome;
const logo = { path: '/assets/logo.1a2b3c4d.svg', widthPx: 120, heightPx: 40 };
const ministry = { name: 'Ministry of Education', url: 'https://edu.example/', logo };

export const examples: Examples = {
  full: footer({ ...samplePage, canonical: 'https://kg.learningpassport.example/en/courses/play/' }),
  'with a sign': footer({ ...samplePage, chrome: { ...samplePage.chrome, ministry } }),
  'of a text': footer({ ...samplePage, text: {} }),
  bare: footer({ ...samplePage, chrome: { ...withoutMinistry, footer: [], partners: [], contact: {} } }),
};
