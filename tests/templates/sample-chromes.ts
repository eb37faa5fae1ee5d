/** The common parts of sample pages, in three languages: Cyrillic, Latin, and English for fallbacks. */
import { readFileSync } from 'node:fs';
import { formatsOf } from '../../templates/locale/formats.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import { createTranslate } from '../../templates/locale/translate.ts';
import type { Chrome, Language, LanguageLink } from '../../templates/model/page.ts';
import { styleSheets } from '../../templates/styles/stylesheet.ts';

export const russian = describeLanguage('ru');
export const kyrgyz = describeLanguage('ky');
export const english = describeLanguage('en');
export const uzbek = describeLanguage('uz-Latn');
export const uzbekCyrillic = describeLanguage('uz-Cyrl');

const motifSvg = readFileSync(new URL('../../content/countries/kg/motif.svg', import.meta.url), 'utf8');

export const kyrgyzstanInRussian: Chrome = {
  language: russian,
  t: createTranslate(),
  format: formatsOf('ru'),
  siteUrl: 'https://kg.learningpassport.example/',
  countryCode: 'kg',
  siteName: 'Паспорт обучения',
  countryName: 'Кыргызстан',
  nav: [
    { path: '/ru/courses/', label: 'Курсы' },
    { path: '/ru/materials/', label: 'Материалы' },
    { path: '/ru/topics/', label: 'Темы' },
    { path: '/ru/parents/', label: 'Родителям' },
    { path: '/ru/groups/', label: 'Сообщества' },
    { path: '/ru/search/', label: 'Поиск' },
  ],
  footer: [
    { path: '/ru/pages/about/', label: 'О проекте' },
    { path: '/ru/pages/safeguarding/', label: 'Безопасность детей' },
    { path: '/ru/pages/accessibility/', label: 'Доступность' },
  ],
  ministry: { name: 'Министерство просвещения Кыргызской Республики' },
  partners: [{ name: 'ЮНИСЕФ', url: 'https://www.unicef.org/eca/' }],
  organisations: ['Learning Passport'],
  licence: 'CC BY 4.0',
  contact: { email: 'kg@learningpassport.example', url: 'https://edu.example/kg/' },
  icon: '/assets/icon.1a2b3c4d.svg',
  touchIcon: '/assets/icon-full-180.1a2b3c4d.png',
  manifest: '/ru/manifest.webmanifest',
  scripts: {
    lesson: '/assets/lesson.1a2b3c4d.js',
    course: '/assets/course.1a2b3c4d.js',
    home: '/assets/home.1a2b3c4d.js',
    mirror: '/assets/mirror.1a2b3c4d.js',
  },
  css: styleSheets({ accent: '#b23a2e', motifSvg }),
};

export const uzbekistanInUzbek: Chrome = {
  ...kyrgyzstanInRussian,
  language: uzbek,
  format: formatsOf('uz-Latn'),
  siteUrl: 'https://uz.learningpassport.example/',
  countryCode: 'uz',
  siteName: 'Taʼlim pasporti',
  countryName: 'Oʻzbekiston',
  nav: [
    { path: '/uz-latn/courses/', label: 'Kurslar' },
    { path: '/uz-latn/materials/', label: 'Materiallar' },
    { path: '/uz-latn/groups/', label: 'Hamjamiyatlar' },
    { path: '/uz-latn/search/', label: 'Qidiruv' },
  ],
  footer: [{ path: '/uz-latn/pages/about/', label: 'Loyiha haqida' }],
  ministry: { name: 'Maktabgacha va maktab taʼlimi vazirligi', url: 'https://edu.example/uz/' },
  manifest: '/uz-latn/manifest.webmanifest',
  css: styleSheets({ accent: '#0e7c86' }),
};

/** The same page in every language of the site. */
export const languageLinks = (
  current: Language,
  others: readonly Language[],
  path: string,
): readonly LanguageLink[] =>
  [current, ...others].map((language) => ({
    language,
    path: `/${language.tag.toLowerCase()}${path}`,
    current: language === current,
  }));
