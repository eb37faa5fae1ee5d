/** What the examples of components are made of: a page, and things that pages show. */
import { formatsOf } from '../locale/formats.ts';
import { describeLanguage } from '../locale/languages.ts';
import type { LocaleFormats, Translate } from '../locale/locale.ts';
import { createTranslate } from '../locale/translate.ts';
import type {
  Chrome,
  CourseCard,
  GroupCard,
  Language,
  LanguageLink,
  LessonCard,
  Logo,
  MaterialCard,
  Picture,
} from '../model/page.ts';
import type { Placed } from './placed.ts';

export interface Sample {
  /** The page of the second of the lessons. */
  readonly page: Placed;
  /** The page in all languages of its site. */
  readonly languages: readonly LanguageLink[];
  readonly picture: Picture;
  readonly course: CourseCard;
  readonly lessons: readonly [LessonCard, LessonCard, LessonCard];
  readonly material: MaterialCard;
  readonly group: GroupCard;
  /** The language that running text and quizzes of examples are in; where it is not that of the page, it stands in. */
  readonly writing: Writing;
}

export interface Writing {
  readonly language: Language;
  readonly t: Translate;
  readonly format: LocaleFormats;
}

export const english = describeLanguage('en');
export const russian = describeLanguage('ru');
export const tajik = describeLanguage('tg');
export const uzbek = describeLanguage('uz-Latn');
const uzbekCyrillic = describeLanguage('uz-Cyrl');

/** A text that is in another language than the page. */
export const foreignText = ({ page }: Sample): { readonly title: string; readonly textLanguage: Language } =>
  page.chrome.language.htmlLang === 'ru'
    ? { title: 'Learning through play', textLanguage: english }
    : { title: 'Учимся через игру', textLanguage: russian };

/** A sign that every site has. */
export const logoOf = ({ chrome }: Placed): Logo => ({ path: chrome.icon, widthPx: 40, heightPx: 40 });

/** The page in a country whose ministry shows its sign. */
export const withLogo = (page: Placed): Placed => ({
  ...page,
  chrome: {
    ...page.chrome,
    ministry: { name: 'Ministry of Education', url: 'https://edu.example/', logo: logoOf(page) },
  },
});

/** Titles of the longest words that we have met. */
export const longTitles = [
  { title: 'Достопримечательности и взаимоотношения', textLanguage: russian },
  { title: 'Рушди иҷтимоӣ-эҳсосотии хонандагон', textLanguage: tajik },
  { title: 'Oʻquvchilarning mustaqilligini qoʻllab-quvvatlashimizdagilar', textLanguage: uzbek },
] as const;

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
    mirror: '/assets/mirror.1a2b3c4d.js',
  },
  css: () => ({ css: '', sha256: '' }),
};

const path = '/en/courses/play/observing-play/';

const picture: Picture = {
  path: '/assets/cover.svg',
  alt: 'Two children build a tower',
  widthPx: 640,
  heightPx: 400,
  credit: 'Drawing: UNICEF',
};

const lessons: Sample['lessons'] = [
  {
    id: 'play/why-play',
    path: '/en/courses/play/why-play/',
    title: 'Why we watch play',
    summary: 'Play is work.',
    durationMinutes: 10,
  },
  {
    id: 'play/observing-play',
    path,
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

/** Plain data, so that an example looks the same everywhere. */
export const sample: Sample = {
  page: { path, chrome },
  languages: [
    { language: english, path, current: true },
    { language: russian, path: '/ru/courses/play/observing-play/', current: false },
    { language: uzbekCyrillic, path: '/uz-cyrl/courses/play/observing-play/', current: false },
  ],
  picture,
  course: {
    id: 'play',
    path: '/en/courses/play/',
    title: 'Learning through play',
    summary: 'Play is the main work of a child.',
    image: picture,
    audience: [{ id: 'educator', label: 'Educators' }],
    ages: { fromMonths: 36, toMonths: 72 },
    lessonCount: 5,
    durationMinutes: 70,
  },
  lessons,
  material: {
    id: 'the-wind-and-the-hat',
    path: '/en/materials/the-wind-and-the-hat/',
    title: 'The wind and the hat',
    summary: 'A story to tell aloud.',
    image: picture,
    type: { id: 'story', label: 'Story' },
    ages: { fromMonths: 30, toMonths: 72 },
    durationMinutes: 15,
    settings: [{ id: 'home', label: 'at home' }],
    domains: [{ id: 'language-literacy', label: 'Language and literacy' }],
  },
  group: { id: 'play', path: '/en/groups/play/', title: 'Play every day', summary: 'What we saw today.' },
  writing: { language: english, t: chrome.t, format: chrome.format },
};
