import { duration } from '../../locale/measures.ts';
import type { Examples } from '../examples.ts';
import { foreignText, withLogo } from '../sample.ts';
import { certificate } from './certificate.ts';

const verifyUrl = 'https://kg.learningpassport.example/en/certificate/verify/';

export const examples: Examples = (sample) => {
  const completion = {
    name: 'Jelena Vuković',
    course: sample.course.title,
    ...(sample.course.textLanguage && { textLanguage: sample.course.textLanguage }),
    lessonCount: 5,
    hours: duration(sample.page.chrome.t, 71),
    date: sample.page.chrome.format.date('2026-11-24'),
    code: 'WXXM-RB0G-9VSV-9FB5',
  };
  const { title, textLanguage } = foreignText(sample);
  return {
    'filled in': certificate(sample.page, verifyUrl, completion),
    'a long name, a course in another language': certificate(sample.page, verifyUrl, {
      ...completion,
      name: 'Александра Стојановић-Милосављевић фон Риттер',
      course: title,
      textLanguage,
    }),
    'with the sign of the ministry': certificate(withLogo(sample.page), verifyUrl, completion),
  };
};
