import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { footer } from './footer.ts';

const { ministry: _, ...withoutMinistry } = samplePage.chrome;

export const examples: Examples = {
  full: footer({ ...samplePage, canonical: 'https://kg.learningpassport.example/en/courses/play/' }),
  'of a text': footer({ ...samplePage, text: {} }),
  bare: footer({ ...samplePage, chrome: { ...withoutMinistry, footer: [], partners: [], contact: {} } }),
};
