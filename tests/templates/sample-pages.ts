/** One realistic page of each kind, and a fallback page: Cyrillic and Latin, long words, missing pieces. */
import { html } from '../../templates/html.ts';
import { createTranslate } from '../../templates/locale/translate.ts';
import type { FacetChoice, FacetName } from '../../templates/model/facets.ts';
import type {
  CourseCard,
  GroupCard,
  LearningCourse,
  LessonCard,
  LessonPage,
  MaterialCard,
  Page,
  Picture,
  TextOrigin,
} from '../../templates/model/page.ts';
import { lessonBody, shortBody } from './sample-body.ts';
import {
  english,
  kyrgyz,
  kyrgyzstanInRussian,
  languageLinks,
  russian,
  uzbek,
  uzbekCyrillic,
  uzbekistanInUzbek,
} from './sample-chromes.ts';

const cover: Picture = {
  path: '/assets/cover.svg',
  alt: 'Двое детей строят башню из кубиков',
  widthPx: 640,
  heightPx: 400,
};
const observe: Picture = {
  path: '/assets/observe.svg',
  alt: 'Женщина записывает, ребёнок играет',
  widthPx: 640,
  heightPx: 400,
  credit: 'Рисунок: UNICEF',
};
/** A photograph. */
const bag: Picture = {
  path: '/assets/bag-640.1a2b3c4d.jpg',
  alt: '',
  widthPx: 960,
  heightPx: 600,
  renditions: { stem: '/assets/bag', digest: '1a2b3c4d', widthsPx: [320, 640, 960] },
};

const ages = { fromMonths: 36, toMonths: 72 };
const educators = { id: 'educator', label: 'Воспитатели' };
const parents = { id: 'parent', label: 'Родители' };
const activity = { id: 'activity', label: 'Игра-занятие' };
const languageLiteracy = { id: 'language-literacy', label: 'Речь и грамотность' };
const socialEmotional = { id: 'social-emotional', label: 'Социально-эмоциональное развитие' };
const story = { id: 'story', label: 'Рассказ' };

const lesson = (id: string, title: string, durationMinutes: number): LessonCard => ({
  id: `play/${id}`,
  path: `/ru/courses/play/${id}/`,
  title,
  summary: 'Две минуты тихого внимания расскажут больше, чем час догадок.',
  durationMinutes,
});

export const lessons: readonly LessonCard[] = [
  lesson('why-play', 'Зачем смотреть на игру', 10),
  lesson('observing-play', 'Сначала смотрим, потом помогаем', 12),
  lesson('talking-in-play', 'Говорить так, чтобы ребёнок думал', 14),
  { ...lesson('space-for-play', 'A space that teaches', 16), textLanguage: english },
  lesson('first-week', 'Достопримечательности первой недели', 75),
];

const courses: readonly CourseCard[] = [
  {
    id: 'play',
    path: '/ru/courses/play/',
    title: 'Учимся, играя',
    summary: 'Игра — главное дело ребёнка от трёх до шести лет. Курс учит смотреть на неё внимательно.',
    image: cover,
    audience: [educators, parents],
    ages,
    lessonCount: 5,
    durationMinutes: 70,
  },
  {
    id: 'reading',
    path: '/ru/courses/reading/',
    title: 'Reading together',
    summary: 'Questions make a book grow.',
    textLanguage: english,
    image: observe,
    audience: [parents],
    ages: { fromMonths: 30, toMonths: 72 },
    lessonCount: 1,
    durationMinutes: 120,
  },
];

const learningLessons = lessons.map((card, index) => ({ ...card, quizzes: index === 1 ? [] : ['q1', 'q2'] }));

const learningCourses: readonly LearningCourse[] = [
  {
    id: 'play',
    path: '/ru/courses/play/',
    title: 'Учимся, играя',
    durationMinutes: 127,
    lessons: learningLessons,
    passMark: 70,
  },
  {
    id: 'reading',
    path: '/ru/courses/reading/',
    title: 'Reading together',
    textLanguage: english,
    durationMinutes: 120,
    passMark: 0,
    lessons: learningLessons.slice(3, 4),
  },
];

export const materials: readonly MaterialCard[] = [
  {
    id: 'treasure-bag',
    path: '/ru/materials/treasure-bag/',
    title: 'Мешочек с сокровищами',
    summary: 'Дети узнают предметы на ощупь и подбирают для них слова.',
    image: bag,
    type: activity,
    ages,
    durationMinutes: 15,
    settings: [
      { id: 'home', label: 'дома' },
      { id: 'classroom', label: 'в группе' },
    ],
    domains: [{ id: 'language-literacy', label: 'Речь и грамотность' }],
  },
  {
    id: 'the-wind-and-the-hat',
    path: '/ru/materials/the-wind-and-the-hat/',
    title: 'The wind and the hat',
    summary: 'A story to tell aloud.',
    textLanguage: english,
    type: story,
    ages,
    settings: [],
    domains: [],
  },
];

const group: GroupCard = {
  id: 'play-every-day',
  path: '/ru/groups/play-every-day/',
  title: 'Игра каждый день',
  summary: 'Здесь воспитатели и родители делятся тем, что увидели в игре детей.',
};

const inRussian: TextOrigin = {
  language: russian,
  fallback: false,
  translation: { by: 'machine', reviewed: false },
  stale: false,
};
const inEnglish: TextOrigin = { language: english, fallback: true, stale: false };

const common = (path: string, title: string, summary: string) => ({
  path: `/ru${path}`,
  title,
  summary,
  chrome: kyrgyzstanInRussian,
  languages: languageLinks(russian, [kyrgyz, english], path),
});

export const lessonPage: LessonPage = {
  kind: 'lesson',
  ...common(
    '/courses/play/observing-play/',
    'Сначала смотрим, потом помогаем',
    'Две минуты тихого внимания расскажут о ребёнке больше, чем час догадок. Как записать увиденное и выбрать следующий шаг.',
  ),
  id: 'play/observing-play',
  text: inRussian,
  body: lessonBody,
  image: observe,
  authors: ['Айнура Токтосунова'],
  updated: '2026-11-24',
  course: { path: '/ru/courses/play/', title: 'Учимся, играя' },
  lessons,
  position: 2,
  ...(lessons[0] && { previous: lessons[0] }),
  ...(lessons[2] && { next: lessons[2] }),
  durationMinutes: 12,
  objectives: [
    'Отличить увиденное от того, что вы об этом думаете',
    'Сделать запись в три строки за две минуты',
    'Выбрать следующий шаг для одного ребёнка',
  ],
  materials: materials.slice(0, 1),
  discussion: group,
};

const courseRest = {
  audience: [educators],
  ages,
  level: { id: 'beginner', label: 'Для начинающих' },
  domains: [{ id: 'social-emotional', label: 'Социально-эмоциональное развитие' }],
  alignments: [{ framework: 'Годы восхождения', label: 'Благополучие' }],
  durationMinutes: 70,
  lessons,
};

const alignments = [
  { framework: 'Годы восхождения', label: 'Благополучие' },
  { framework: 'Годы восхождения', label: 'Участие' },
];

const choice = (facet: FacetName, value: string, label: string, count: number): FacetChoice => ({
  facet,
  value,
  label,
  path: `/ru/materials/${facet}/${value}/`,
  count,
});

const library = {
  libraryPath: '/ru/materials/',
  scriptPath: '/assets/library.1a2b3c4d.js',
  choices: [
    choice('type', 'activity', 'Игра-занятие', 48),
    choice('age', '3-4', '3–4 года', 60),
    choice('domain', 'social-emotional', 'Социально-эмоциональное развитие', 12),
    choice('setting', 'home', 'Дома', 62),
    choice('time', '15', 'До 15 минут', 31),
  ],
};

/** By name of the page that they stand for. */
const titlesUnderM = {
  heading: 'М',
  id: 'a-z-u43c',
  links: materials.map(({ path, title, type, textLanguage }) => ({
    path,
    label: title,
    what: type.label,
    ...(textLanguage && { textLanguage }),
  })),
};

export const samplePages: Readonly<Record<string, Page>> = {
  chooser: {
    kind: 'chooser',
    path: '/index.html',
    title: 'Паспорт обучения',
    summary: 'Окуу паспорту · Паспорт обучения · Learning Passport',
    chrome: kyrgyzstanInRussian,
    languages: [],
    choices: [
      { language: kyrgyz, path: '/ky/', siteName: 'Окуу паспорту', countryName: 'Кыргызстан' },
      { language: russian, path: '/ru/', siteName: 'Паспорт обучения', countryName: 'Кыргызстан' },
      { language: english, path: '/en/', siteName: 'Learning Passport', countryName: 'Kyrgyzstan' },
    ],
  },
  home: {
    kind: 'home',
    ...common(
      '/',
      'Паспорт обучения',
      'Бесплатные короткие курсы и игры-занятия для воспитателей и родителей.',
    ),
    tagline: 'Дети учатся, играя. Бесплатные короткие курсы и игры-занятия для воспитателей и родителей.',
    image: cover,
    lessonIds: [{ course: 'play', lessons: ['why-play', 'observing-play'] }],
    ...(lessons[0] && { start: lessons[0] }),
    courses,
    ...(materials[0] && { today: materials[0] }),
    topics: [
      { term: languageLiteracy, path: '/ru/topics/language-literacy/', count: 31 },
      { term: socialEmotional, path: '/ru/topics/social-emotional/', count: 1 },
    ],
    parents: materials,
    feed: '/ru/feed.xml',
    materialTypes: [choice('type', 'activity', 'Игра-занятие', 48), choice('type', 'story', 'Рассказ', 1)],
    groups: [group],
  },
  'empty-home': {
    kind: 'home',
    ...common('/', 'Паспорт обучения', 'Дети учатся, играя.'),
    tagline: 'Дети учатся, играя.',
    courses: [],
    lessonIds: [],
    topics: [],
    materialTypes: [],
    groups: [],
  },
  'course-list': {
    kind: 'course-list',
    ...common('/courses/', 'Курсы', 'Короткие курсы, которые проходят за чаем.'),
    courses,
  },
  course: {
    kind: 'course',
    ...common('/courses/play/', 'Учимся, играя', 'Игра — главное дело ребёнка от трёх до шести лет.'),
    id: 'play',
    text: inRussian,
    body: shortBody,
    image: cover,
    authors: [],
    updated: '2026-03-01',
    ...courseRest,
    certificate: { path: '/ru/certificate/', passMark: 70 },
    prerequisites: courses.slice(1),
    groups: [group],
  },
  'fallback-course': {
    kind: 'course',
    ...common('/courses/reading/', 'Reading together', 'Questions make a book grow.'),
    id: 'reading',
    text: inEnglish,
    body: html`<p>Read the same book again and again.</p>`,
    authors: ['Aigul Sadykova'],
    ...courseRest,
    prerequisites: [],
    groups: [],
  },
  lesson: lessonPage,
  'material-list': {
    kind: 'material-list',
    ...common('/materials/', 'Материалы', 'Игры, рассказы и песни.'),
    materials,
    total: 2,
    ...library,
    pages: { number: 1, total: 1 },
    facetWords: new Map(
      materials.map(({ id }) => [id, 'type:activity age:3-4 age:4-5 setting:home time:15']),
    ),
  },
  'material-list-page': {
    kind: 'material-list',
    ...common(
      '/materials/setting/home/page/2/',
      'Материалы: Дома — Страница 2 из 3',
      'Игры, рассказы и песни.',
    ),
    canonical: 'https://kg.learningpassport.example/ru/materials/page/2/',
    materials,
    total: 62,
    ...library,
    chosen: choice('setting', 'home', 'Дома', 62),
    pages: {
      number: 2,
      total: 3,
      previous: '/ru/materials/setting/home/',
      next: '/ru/materials/setting/home/page/3/',
    },
  },
  'empty-library': {
    kind: 'material-list',
    ...common('/materials/', 'Материалы', 'Игры, рассказы и песни.'),
    ...library,
    choices: [],
    materials: [],
    total: 0,
    pages: { number: 1, total: 1 },
  },
  material: {
    kind: 'material',
    ...common(
      '/materials/treasure-bag/',
      'Мешочек с сокровищами',
      'Дети узнают предметы на ощупь и подбирают для них слова.',
    ),
    id: 'treasure-bag',
    text: { ...inRussian, translation: { by: 'machine', reviewed: true }, stale: true },
    body: shortBody,
    image: bag,
    authors: [],
    updated: '2026-11-24',
    licence: 'CC BY-SA 4.0',
    type: activity,
    ages,
    domains: [{ id: 'language-literacy', label: 'Речь и грамотность' }],
    audience: [educators, parents],
    settings: materials[0]?.settings ?? [],
    durationMinutes: 15,
    groupSize: '2–8 детей',
    resources: [
      'тканевый мешочек, наволочка или длинный носок',
      'деревянная ложка',
      'луковица',
      'шерстяная варежка',
    ],
    alignments,
    scriptPath: '/assets/share.1a2b3c4d.js',
    related: materials.slice(1),
  },
  'fallback-material': {
    kind: 'material',
    path: '/uz-latn/materials/the-wind-and-the-hat/',
    title: 'Ветер и шапка',
    summary: 'Рассказ, который можно рассказывать вслух.',
    chrome: uzbekistanInUzbek,
    languages: languageLinks(uzbek, [uzbekCyrillic, russian, english], '/materials/the-wind-and-the-hat/'),
    id: 'the-wind-and-the-hat',
    text: {
      language: russian,
      fallback: true,
      translation: { by: 'machine', reviewed: false },
      stale: false,
    },
    body: shortBody,
    authors: ['Dilnoza Rahimova'],
    updated: '2026-11-24',
    type: { id: 'story', label: 'Hikoya' },
    ages: { fromMonths: 30, toMonths: 60 },
    domains: [{ id: 'social-emotional', label: 'Ijtimoiy-hissiy rivojlanish va oʻzini oʻzi boshqarish' }],
    audience: [],
    settings: [],
    resources: ['шапка'],
    groupSize: 'вся группа',
    alignments: [],
    scriptPath: '/assets/share.1a2b3c4d.js',
    related: [],
  },
  'topic-list': {
    kind: 'topic-list',
    ...common('/topics/', 'Темы', 'Курсы и материалы по областям развития и по возрасту.'),
    rows: [
      {
        term: languageLiteracy,
        path: '/ru/topics/language-literacy/',
        count: 31,
        sections: [
          { id: 'age-3-6', ages, count: 28 },
          { id: 'age-4-5', ages: { fromMonths: 48, toMonths: 60 }, count: 2 },
          { id: 'other-ages', count: 1 },
        ],
        types: [
          { label: 'Курсы', count: 2 },
          { label: 'Игра-занятие', count: 29 },
        ],
      },
      {
        term: socialEmotional,
        path: '/ru/topics/social-emotional/',
        count: 1,
        sections: [{ id: 'age-3-6', ages, count: 1 }],
        types: [{ label: 'Рассказ', count: 1 }],
      },
    ],
  },
  topic: {
    kind: 'topic',
    ...common('/topics/language-literacy/', 'Речь и грамотность', 'По возрасту детей и по виду.'),
    id: 'language-literacy',
    sections: [
      {
        id: 'age-3-6',
        ages,
        groups: [
          { label: 'Курсы', courses, materials: [] },
          { label: 'Игра-занятие', courses: [], materials: materials.slice(0, 1) },
        ],
      },
      { id: 'other-ages', groups: [{ label: 'Рассказ', courses: [], materials: materials.slice(1) }] },
    ],
    others: [{ term: socialEmotional, path: '/ru/topics/social-emotional/', count: 1 }],
  },
  parents: {
    kind: 'parents',
    ...common('/parents/', 'Родителям', 'Что делать с ребёнком дома.'),
    courses: courses.slice(1),
    sections: [
      {
        term: activity,
        materials: materials.slice(0, 1),
        all: choice('type', 'activity', 'Игра-занятие', 48),
      },
    ],
    choices: [choice('setting', 'home', 'Дома', 62), choice('age', '3-4', '3–4 года', 60)],
  },
  'group-list': {
    kind: 'group-list',
    ...common('/groups/', 'Сообщества', 'Люди, которые играют каждый день.'),
    groups: [group],
  },
  group: {
    kind: 'group',
    ...common('/groups/play-every-day/', group.title, group.summary),
    id: group.id,
    text: inRussian,
    body: shortBody,
    authors: [],
    audience: [educators, parents],
    moderators: ['Методист вашего района', 'Айнура Токтосунова'],
    rules: html`<ul><li>Не называйте имён детей.</li><li>Говорите о том, что видели.</li></ul>`,
    courses: courses.slice(0, 1),
  },
  page: {
    kind: 'page',
    ...common('/pages/privacy/', 'Конфиденциальность', 'Что сайт знает о вас: ничего.'),
    id: 'privacy',
    text: { language: russian, fallback: false, stale: false },
    body: shortBody,
    authors: [],
    updated: '2026-11-24',
  },
  search: {
    kind: 'search',
    ...common('/search/', 'Поиск', 'Поиск по курсам и материалам.'),
    scriptPath: '/assets/search.1a2b3c4d.js',
    titlesPath: '/assets/titles-ru.1a2b3c4d.json',
    bundlePath: '/ru/pagefind/',
    filters: [
      {
        facet: 'kind',
        choices: [
          { value: 'course', label: 'Курсы' },
          { value: 'lesson', label: 'Уроки' },
        ],
      },
      { facet: 'age', choices: [{ value: '3-4', label: '3–4 года' }] },
    ],
    topics: [
      { term: { id: 'cognition', label: 'Мышление и познание' }, path: '/ru/topics/cognition/', count: 3 },
    ],
    ages: [{ facet: 'age', value: '3-4', label: '3–4 года', path: '/ru/materials/age/3-4/', count: 2 }],
    types: [],
    letters: [{ label: 'М', path: '/ru/search/#a-z-u43c', count: materials.length }],
    titles: [titlesUnderM],
  },
  'title-list': {
    kind: 'title-list',
    ...common('/search/a-z/u43c/', 'Все названия: М', 'Поиск по курсам и материалам.'),
    searchPath: '/ru/search/',
    letters: [
      { label: 'Б', path: '/ru/search/a-z/u431/', count: 3 },
      { label: 'М', path: '/ru/search/a-z/u43c/', count: 300 },
    ],
    titles: titlesUnderM,
    pages: { number: 1, total: 2, next: '/ru/search/a-z/u43c/page/2/' },
  },
  learning: {
    kind: 'learning',
    ...common('/learning/', 'Моё обучение', 'Хранится только на этом устройстве.'),
    scriptPath: '/assets/learning.1a2b3c4d.js',
    qrScriptPath: '/assets/qr.1a2b3c4d.js',
    courses: learningCourses,
    certificatePath: '/ru/certificate/',
  },
  'empty-learning': {
    kind: 'learning',
    ...common('/learning/', 'Моё обучение', 'Хранится только на этом устройстве.'),
    scriptPath: '/assets/learning.1a2b3c4d.js',
    qrScriptPath: '/assets/qr.1a2b3c4d.js',
    courses: [],
  },
  certificate: {
    kind: 'certificate',
    ...common('/certificate/', 'Сертификат', 'Для печати.'),
    scriptPath: '/assets/certificate.1a2b3c4d.js',
    learningPath: '/ru/learning/',
    verifyPath: '/ru/certificate/verify/',
    verifyUrl: 'https://kg.learningpassport.example/ru/certificate/verify/',
    courses: learningCourses,
  },
  verify: {
    kind: 'verify',
    ...common('/certificate/verify/', 'Проверить сертификат', 'Введите имя и код.'),
    scriptPath: '/assets/verify.1a2b3c4d.js',
    courses: learningCourses,
  },
  release: {
    kind: 'release',
    ...common('/release/', 'Об этом выпуске', 'Какое состояние сайта вы видите.'),
    pointerPath: '/_release.json',
    mirrorPath: '/ru/mirror/',
  },
  mirror: {
    kind: 'mirror',
    ...common('/mirror/', 'Копия этого сайта', 'Для министерств и районов.'),
    program: { path: '/mirror/passport-mirror.mjs', bytes: 98_765, sha256: '0123456789abcdef'.repeat(4) },
  },
  'not-found': {
    kind: 'not-found',
    ...common('/404.html', 'Страница не найдена', 'Такой страницы нет.'),
    path: '/404.html',
    absoluteBase: 'https://kg.learningpassport.example/',
    sections: [russian, kyrgyz, english].map((language) => ({
      language,
      t: createTranslate(),
      homePath: `/${language.tag}/`,
      searchPath: `/${language.tag}/search/`,
    })),
  },
};
