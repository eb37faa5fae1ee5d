/** The page that the examples of components stand in. Plain data, so that an example looks the same everywhere. */
import { formatsOf } from '../locale/formats.ts';
import { describeLanguage } from '../locale/languages.ts';
import { createTranslate } from '../locale/translate.ts';
import type { Chrome, LanguageLink, LessonCard, Picture } from '../model/page.ts';

export const english = describeLanguage('en');
export const russian = describeLanguage('ru');
export const uzbekCyrillic = describeLanguage('uz-Cyrl');

const chrome: Chrome = {
  language: english,
  t: createTranslate(),
  format: formatsOf('en'),
  siteUrl: 'https://kg.learningpassport.example/',
  countryCode: 'kg',
  siteName: 'Learning Passport',
  countryName: 'Kyrgyzstan',
  nav: [
    { path: '/en/courses/', label: 'Courses' },
    { path: '/en/materials/', label: 'Materials' },
    { path: '/en/search/', label: 'Search' },
  ],
  footer: [{ path: '/en/pages/about/', label: 'About' }],
  ministry: { name: 'Ministry of Education', url: 'https://edu.example/' },
  partners: [{ name: 'UNICEF' }],
  organisations: ['Learning Passport'],
  licence: 'CC BY 4.0',
  contact: { email: 'kg@learningpassport.example', url: 'https://edu.example/help/' },
  icon: '/assets/icon.1a2b3c4d.svg',
  touchIcon: '/assets/icon-full-180.1a2b3c4d.png',
  manifest: '/en/manifest.webmanifest',
  scripts: {
    lesson: '/assets/lesson.1a2b3c4d.js',
    course: '/assets/course.1a2b3c4d.js',
    home: '/assets/home.1a2b3c4d.js',
  },
  css: () => ({ css: '', sha256: '' }),
};

export const samplePage = { path: '/en/courses/play/observing-play/', chrome };

export const sampleLanguages: readonly LanguageLink[] = [
  { language: english, path: samplePage.path, current: true },
  { language: russian, path: '/ru/courses/play/observing-play/', current: false },
  { language: uzbekCyrillic, path: '/uz-cyrl/courses/play/observing-play/', current: false },
];

export const samplePicture: Picture = {
  path: '/assets/cover.svg',
  alt: 'Two children build a tower',
  widthPx: 640,
  heightPx: 400,
};

export const sampleLessons: readonly [LessonCard, LessonCard, LessonCard] = [
  {
    id: 'play/why-play',
    path: '/en/courses/play/why-play/',
    title: 'Why we watch play',
    summary: 'Play is work.',
    durationMinutes: 10,
  },
  {
    id: 'play/observing-play',
    path: samplePage.path,
    title: 'Watch first, then help',
    summary: 'Two quiet minutes.',
    durationMinutes: 12,
  },
  {
    id: 'play/first-week',
    path: '/en/courses/play/first-week/',
    title: 'Первая неделя',
    summary: 'Пять дней.',
    textLanguage: russian,
    durationMinutes: 75,
  },
];
