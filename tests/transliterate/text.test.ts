/**
 * What of a text is converted, and what stays: the words themselves have tables of their own.
 */
import { expect, test } from 'vitest';
import { convertRichText } from '../../build/transliterate/rich-text.ts';
import { transliterator } from '../../build/transliterate/transliteration.ts';
import { toLocale } from '../../schemas/brands.ts';
import type { ChoiceQuiz, RichText } from '../../templates/model/body.ts';

const between = (from: string, to: string, spellings = {}) => {
  const convert = transliterator(toLocale(from), toLocale(to), spellings);
  if (convert === undefined) throw new Error(`nothing converts ${from} to ${to}`);
  return convert;
};
const toLatin = between('sr-Cyrl', 'sr-Latn');
const toCyrillic = between('cnr-Latn', 'cnr-Cyrl');
const uzbek = between('uz-Latn', 'uz-Cyrl');

test.each([
  ['ЉУБАВ, Љубав, љубав; Љ. Његош; КОЊ', 'LJUBAV, Ljubav, ljubav; Lj. Njegoš; KONJ'],
  ['Москва́ је Москва, а Толстой је Толстой', 'Moskvá je Moskva, a Толстой je Толстой'],
  ['У VII разреду пише се на https://vrtic.rs/деца', 'U VII razredu piše se na https://vrtic.rs/деца'],
])('Serbian in Latin letters: %s', (cyrillic, latin) => {
  expect(toLatin(cyrillic)).toBe(latin);
});

test.each([
  ['I tako dalje, a razredi I–III i IV', 'И тако даље, а разреди I–III и IV'],
  ['Vi i VI, XIX vijek, MCMXCVIII', 'Ви и VI, XIX вијек, MCMXCVIII'],
  [
    'Piši na info@vrtic.me ili www.vrtic.me/djeca, datoteka plan.pdf',
    'Пиши на info@vrtic.me или www.vrtic.me/djeca, датотека plan.pdf',
  ],
  ['Za {count} djece, 5 km i 30 min', 'За {count} дјеце, 5 km и 30 min'],
  ['Njih 5 s njom', 'Њих 5 с њом'],
  ['Learning Passport, YouTube i Viber', 'Learning Passport, YouTube и Viber'],
  ['William, New York, café', 'William, New York, café'],
  [
    'injekcija, nadživjeti, Tanjug, konjunktura; konj, džep, ljeto',
    'инјекција, надживјети, Танјуг, конјунктура; коњ, џеп, љето',
  ],
  ['śutra, źenica, ŚEVER', 'с́утра, з́еница, С́ЕВЕР'],
])('Montenegrin in Cyrillic letters: %s', (latin, cyrillic) => {
  expect(toCyrillic(latin)).toBe(cyrillic);
});

test.each([
  ['Oʻzbekiston, O’zbekiston, O‘ZBEKISTON, o`yin', 'Ўзбекистон, Ўзбекистон, ЎЗБЕКИСТОН, ўйин'],
  ["maʼno, ma'no, ma’no; Isʼhoq; togʻ", 'маъно, маъно, маъно; Исҳоқ; тоғ'],
  ['V sinf va I bob; V. Karimov, I.A.', 'V синф ва I боб; В. Каримов, И.А.'],
  ['UNICEFning Facebookdagi sahifasi', 'ЮНИСЕФнинг Facebookдаги саҳифаси'],
  ['aytsa, ketsin, otsiz; litsey, aksiya, versiya', 'айтса, кетсин, отсиз; лицей, акция, версия'],
])('Uzbek in Cyrillic letters: %s', (latin, cyrillic) => {
  expect(uzbek(latin)).toBe(cyrillic);
});

test('what an author spells otherwise comes before every rule, in any case and form', () => {
  const own = between('uz-Latn', 'uz-Cyrl', { 'bilim uyi*': 'Bilim uyi*', yod: 'йод', 'viber*': 'вайбер*' });
  expect(own('Bilim uyida; YOD, Yod, yodi; Viberda')).toBe('Bilim uyiда; ЙОД, Йод, ёди; Вайберда');
});

test('nobody converts English, or a language to itself', () => {
  expect(transliterator(toLocale('en'), toLocale('sr-Cyrl'))).toBeUndefined();
  expect(transliterator(toLocale('sr-Cyrl'), toLocale('sr-Cyrl'))).toBeUndefined();
});

test('of markup only what is read', () => {
  const parts: RichText = [
    '<h2 id="zašto">Zašto</h2><p><abbr title="na primjer">npr.</abbr> <code>npm start</code> <a href="https://djeca.me/igra" rel="external">igra &amp; djeca</a> ',
    { kind: 'link', target: '/courses/play/', fragment: 'zašto' },
    'kurs <span translate="no">Look <em>and</em><br>see</span> kraj',
    { kind: 'link-end' },
    '</p><pre><code class="x">let a;\n</code></pre><p>Kraj</p>',
  ];
  expect(convertRichText(parts, toCyrillic, 'sr-Latn-ME')).toEqual([
    '<h2 id="zašto">Зашто</h2><p><abbr title="на примјер">нпр.</abbr> <code>npm start</code> <a href="https://djeca.me/igra" rel="external">игра &amp; дјеца</a> ',
    { kind: 'link', target: '/courses/play/', fragment: 'zašto' },
    'курс <span translate="no">Look <em>and</em><br>see</span> крај',
    { kind: 'link-end' },
    '</p><pre><code class="x">let a;\n</code></pre><p>Крај</p>',
  ]);
});

test('what is kept may begin in one piece and end in another', () => {
  const parts: RichText = ['<p><code>a ', { kind: 'link-end' }, 'b</code> da</p>'];
  expect(convertRichText(parts, toCyrillic, 'sr-Latn-ME')).toEqual([
    '<p><code>a ',
    { kind: 'link-end' },
    'b</code> да</p>',
  ]);
});

test('pictures, files and quizzes, whose ids stay', () => {
  const quiz: ChoiceQuiz = {
    kind: 'choice',
    id: 'q1',
    prompt: ['Šta?'],
    multiple: false,
    options: [{ text: ['Ovo'], correct: true, feedback: ['Da.'] }],
  };
  const parts: RichText = [
    { kind: 'image', src: 'kuća.svg', alt: 'Kuća', caption: 'Naša kuća', figure: true },
    { kind: 'media', media: 'download', src: 'plan.pdf', title: 'Plan', description: ['<p>Za sve</p>'] },
    { kind: 'quiz', quiz },
    { kind: 'quiz', quiz: { kind: 'short', id: 'q2', prompt: ['Ko?'], answers: ['djeca', '10'] } },
  ];
  const converted = {
    ...quiz,
    prompt: ['Шта?'],
    options: [{ text: ['Ово'], correct: true, feedback: ['Да.'] }],
  };
  expect(convertRichText(parts, toCyrillic, 'sr-Latn-ME')).toEqual([
    { kind: 'image', src: 'kuća.svg', alt: 'Кућа', caption: 'Наша кућа', figure: true },
    { kind: 'media', media: 'download', src: 'plan.pdf', title: 'План', description: ['<p>За све</p>'] },
    { kind: 'quiz', quiz: converted },
    // Whoever reads one script may type the other.
    {
      kind: 'quiz',
      quiz: {
        kind: 'short',
        id: 'q2',
        prompt: ['Ко?'],
        answers: ['дјеца', '10'],
        otherScript: { htmlLang: 'sr-Latn-ME', answers: ['djeca'] },
      },
    },
  ]);
});
