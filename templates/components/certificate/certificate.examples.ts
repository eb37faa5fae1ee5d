import type { Examples } from '../examples.ts';
import { russian, samplePage } from '../sample-page.ts';
import { certificate } from './certificate.ts';

const verifyUrl = 'https://kg.learningpassport.example/en/certificate/verify/';
const logo = { path: '/assets/logo.1a2b3c4d.svg', widthPx: 120, heightPx: 40 };
const ministry = { name: 'Ministry of Education', logo };
const completion = {
  name: 'Jelena Vuković',
  course: 'Learning through play',
  lessonCount: 5,
  hours: '1 h 11 min',
  date: '24 November 2026',
  code: 'WXXM-RB0G-9VSV-9FB5',
};

export const examples: Examples = {
  'filled in': certificate(samplePage, verifyUrl, completion),
  'a long name, a course in another language': certificate(samplePage, verifyUrl, {
    ...completion,
    name: 'Александра Стојановић-Милосављевић',
    course: 'Учимся, играя',
    textLanguage: russian,
  }),
  'with the sign of the ministry': certificate(
    { ...samplePage, chrome: { ...samplePage.chrome, ministry } },
    verifyUrl,
    completion,
  ),
  'before the script': certificate(samplePage, verifyUrl),
};
