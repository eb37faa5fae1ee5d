import { describe, expect, test } from 'vitest';
import { writeDay } from '../../templates/client/device/days.ts';
import { html } from '../../templates/html.ts';
import { datePatterns } from '../../templates/locale/date-patterns.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import { describeLanguage, nameAsLabel } from '../../templates/locale/languages.ts';
import { ageRange, duration, fileSize, loadingTime } from '../../templates/locale/measures.ts';
import { sentence } from '../../templates/locale/sentence.ts';
import { createTranslate } from '../../templates/locale/translate.ts';

describe('translation', () => {
  const russian = createTranslate({
    pluralForms: '',
    pluralIndex: (n) =>
      n % 10 === 1 && n % 100 !== 11
        ? 0
        : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20)
          ? 1
          : 2,
    messages: new Map([
      ['{count} lesson', ['{count} урок', '{count} урока', '{count} уроков']],
      ['Lesson {number} of {total}', ['Урок {number} из {total}']],
      ['Empty', ['']],
      ['Open', ['Открыть']],
      ['state\u0004Open', ['Открыто']],
    ]),
  });

  test.each([
    [1, '1 урок'],
    [2, '2 урока'],
    [5, '5 уроков'],
    [11, '11 уроков'],
    [21, '21 урок'],
  ])('Russian has three plural forms: %i', (count, expected) => {
    expect(russian.plural('{count} lesson', '{count} lessons', count)).toBe(expected);
  });

  test('values are put in', () => {
    expect(russian('Lesson {number} of {total}', { number: 2, total: 5 })).toBe('Урок 2 из 5');
  });

  test('a value that looks like a placeholder or a pattern stays as it is', () => {
    expect(createTranslate()('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
  });

  test('English stands in for what is missing or empty', () => {
    expect(russian('Missing {x}', { x: 1 })).toBe('Missing 1');
    expect(russian('Empty')).toBe('Empty');
    expect(russian.plural('{count} song', '{count} songs', 2)).toBe('2 songs');
    expect(createTranslate().plural('{count} song', '{count} songs', 1)).toBe('1 song');
  });

  test('a context tells equal words apart', () => {
    expect([russian('Open'), russian('Open', undefined, 'state')]).toEqual(['Открыть', 'Открыто']);
  });

  test('markup goes where the sentence has its place, and the sentence is escaped', () => {
    expect(sentence('A <b> {x}, {y}', { x: html`<i>1</i>` }).toString()).toBe('A &lt;b&gt; <i>1</i>, {y}');
  });
});

describe('formats of each locale', () => {
  const nbsp = '\u00A0';
  test.each([
    ['en', '1 March 2026', '12,345.7', 'a, b and c'],
    ['ru', `1 марта 2026${nbsp}г.`, `12${nbsp}345,7`, 'a, b и c'],
    ['ky', '2026-жылдын 1-марты', `12${nbsp}345,7`, 'a, b жана c'],
    ['tg', '1 марти соли 2026', `12${nbsp}345,7`, 'a, b ва c'],
    ['uz-Latn', '2026-yil 1-mart', `12${nbsp}345,7`, 'a, b va c'],
    ['uz-Cyrl', '2026 йил 1 март', `12${nbsp}345,7`, 'a, b ва c'],
    ['sr-Cyrl', '1. март 2026.', '12.345,7', 'a, b и c'],
    ['sr-Latn', '1. mart 2026.', '12.345,7', 'a, b i c'],
    ['sr-Latn-ME', '1. mart 2026.', '12.345,7', 'a, b i c'],
    ['sr-Cyrl-ME', '1. март 2026.', '12.345,7', 'a, b и c'],
    ['kaa', '2026-jıl 1-mart', `12${nbsp}345,7`, 'a, b hám c'],
  ])('%s', (htmlLang, date, number, list) => {
    const format = formatsOf(htmlLang);
    expect(writeDay(Date.UTC(2026, 2, 1) / 86_400_000, datePatterns(format))).toBe(date);
    expect([format.date('2026-03-01'), format.number(12_345.67), format.list(['a', 'b', 'c'])]).toEqual([
      date,
      number,
      list,
    ]);
  });

  test('lists of one and two', () => {
    const { list } = formatsOf('tg');
    expect([list([]), list(['a']), list(['a', 'b'])]).toEqual(['', 'a', 'a ва b']);
  });

  test.each([
    ['tg', ['ғор', 'гул', 'ҳаво', 'хона', 'қанд', 'кор'], ['гул', 'ғор', 'кор', 'қанд', 'хона', 'ҳаво']],
    ['sr-Latn-ME', ['šuma', 'sunce', 'čas', 'ćup', 'cvijet'], ['cvijet', 'čas', 'ćup', 'sunce', 'šuma']],
    [
      'tg',
      ['ҷон', 'шаб', 'чой', 'ӯрт', 'ул', 'ӣд', 'ид', 'йод', 'эҷод'],
      ['ид', 'ӣд', 'йод', 'ул', 'ӯрт', 'чой', 'ҷон', 'шаб', 'эҷод'],
    ],
    [
      'ky',
      ['үй', 'уул', 'өбө', 'обо', 'ңан', 'нан', 'фаза'],
      ['нан', 'ңан', 'обо', 'өбө', 'уул', 'үй', 'фаза'],
    ],
    [
      'uz-Latn',
      ['choy', 'shar', 'gʻoz', 'oʻt', 'zar', 'ota', 'non', 'gul'],
      ['gul', 'non', 'ota', 'zar', 'oʻt', 'gʻoz', 'shar', 'choy'],
    ],
    [
      'uz-Cyrl',
      ['Ҳаво', 'ғоз', 'Қор', 'ўт', 'ўқиш', 'яхши', 'эшик', 'бола'],
      ['бола', 'эшик', 'яхши', 'ўт', 'ўқиш', 'Қор', 'ғоз', 'Ҳаво'],
    ],
    [
      'sr-Latn',
      ['njiva', 'nos', 'ljubav', 'luk', 'đak', 'džep', 'dan', 'ćup', 'čas', 'cvet', 'žaba', 'zid'],
      ['cvet', 'čas', 'ćup', 'dan', 'džep', 'đak', 'luk', 'ljubav', 'nos', 'njiva', 'zid', 'žaba'],
    ],
    [
      'sr-Cyrl',
      ['џеп', 'школа', 'час', 'ћуп', 'тата', 'њива', 'нос', 'ђак', 'дан', 'јаје', 'има'],
      ['дан', 'ђак', 'има', 'јаје', 'нос', 'њива', 'тата', 'ћуп', 'час', 'џеп', 'школа'],
    ],
    [
      'sr-Latn-ME',
      ['źenica', 'žaba', 'zid', 'śutra', 'šuma', 'sok'],
      ['sok', 'šuma', 'śutra', 'zid', 'žaba', 'źenica'],
    ],
    ['sr-Cyrl-ME', ['с\u0301утра', 'сутра', 'сјај', 'тата'], ['сјај', 'сутра', 'с\u0301утра', 'тата']],
    [
      'kaa',
      ['shay', 'zat', 'qala', 'kitap', 'xat', 'hawa', 'ıssı', 'is', 'ádep', 'awıl', 'ǵaz', 'gúl'],
      ['awıl', 'ádep', 'gúl', 'ǵaz', 'hawa', 'xat', 'ıssı', 'is', 'kitap', 'qala', 'zat', 'shay'],
    ],
    ['tg', ['учитель', 'ӯзбек', 'уқоб', 'ёр', 'ем'], ['ем', 'ёр', 'уқоб', 'учитель', 'ӯзбек']],
    ['ru', ['ёж', 'ель', 'жук', 'игра 10', 'игра 9'], ['ёж', 'ель', 'жук', 'игра 9', 'игра 10']],
  ])('sorts as a reader of %s expects', (htmlLang, words, expected) => {
    expect(formatsOf(htmlLang).sort(words, (word) => word)).toEqual(expected);
  });

  test.each([
    ['sr-Latn', 'Ljubav njiva džep đak Čas ćup šuma lice', 'Lj Nj Dž Đ Č Ć Š L'],
    ['sr-Latn-ME', 'śutra Žaba', 'Ś Ž'],
    ['sr-Cyrl', 'њива Љубав јаје час', 'Њ Љ Ј Ч'],
    ['sr-Cyrl-ME', 'с\u0301утра сат', 'С\u0301 С'],
    ['uz-Latn', 'oʻyin Oʼyin ota gʻoz Shar choy sirk', 'Oʻ Oʻ O Gʻ Sh Ch S'],
    ['uz-Cyrl', 'Ўйин ота ғоз қор ҳаво ёш ер', 'Ў О Ғ Қ Ҳ Ё Е'],
    ['tg', 'ӯрт уқоб ҳаво ҷон ғор қанд ёр', 'Ӯ У Ҳ Ҷ Ғ Қ Ё'],
    ['ky', 'өбө үй ңан обо', 'Ө Ү Ң О'],
    ['ru', 'ёж ель йод Шар', 'Е Е Й Ш'],
    ['kaa', 'ádep Ǵaz ıssı is shay', 'Á Ǵ Í I Sh'],
    ['en', 'élan «treasure» 10 ☂', 'E T 0–9 #'],
  ])('a reader of %s looks titles up under their letters', (htmlLang, words, expected) => {
    expect(words.split(' ').map(formatsOf(htmlLang).initial)).toEqual(expected.split(' '));
  });

  test('an unknown locale depends on nothing but itself', () => {
    expect(formatsOf('xx-Unknown').date('2026-03-01')).toBe('1 March 2026');
  });
});

describe('languages', () => {
  test.each([
    ['en', 'en', 'English'],
    ['ru', 'ru', 'русский'],
    ['ky', 'ky', 'кыргызча'],
    ['tg', 'tg', 'тоҷикӣ'],
    ['uz-Latn', 'uz-Latn', 'oʻzbekcha'],
    ['uz-Cyrl', 'uz-Cyrl', 'ўзбекча'],
    ['sr-Cyrl', 'sr-Cyrl', 'српски'],
    ['sr-Latn', 'sr-Latn', 'srpski'],
    ['cnr-Latn', 'sr-Latn-ME', 'crnogorski'],
    ['cnr-Cyrl', 'sr-Cyrl-ME', 'црногорски'],
  ])('%s', (tag, htmlLang, autonym) => {
    expect(describeLanguage(tag)).toEqual({ tag, htmlLang, dir: 'ltr', autonym });
  });

  test('a new language: given name, else what Intl calls it in itself, else its tag', () => {
    expect(describeLanguage('kaa', 'qaraqalpaqsha').autonym).toBe('qaraqalpaqsha');
    expect(describeLanguage('de').autonym).toBe('Deutsch');
    expect(describeLanguage('kaa').autonym).toBe('kaa');
    expect(describeLanguage('not a tag').autonym).toBe('not a tag');
  });

  test('the direction comes from the script, or is given', () => {
    expect([
      describeLanguage('fa').dir,
      describeLanguage('uz-Arab').dir,
      describeLanguage('rom', undefined, 'rtl').dir,
    ]).toEqual(['rtl', 'rtl', 'rtl']);
  });

  test('a name that stands alone has a capital letter', () => {
    expect(['uz-Latn', 'tg', 'cnr-Cyrl'].map((tag) => nameAsLabel(describeLanguage(tag)))).toEqual([
      'Oʻzbekcha',
      'Тоҷикӣ',
      'Црногорски',
    ]);
  });
});

describe('measures', () => {
  const t = createTranslate();

  test('time', () => {
    expect([1, 12, 60, 70, 120].map((minutes) => duration(t, minutes))).toEqual([
      '1 minute',
      '12 minutes',
      '1 hour',
      '1 h 10 min',
      '2 hours',
    ]);
  });

  test('ages in years where that is exact', () => {
    expect(ageRange(t, { fromMonths: 36, toMonths: 72 })).toBe('3–6 years');
    expect(ageRange(t, { fromMonths: 30, toMonths: 72 })).toBe('30–72 months');
  });

  test('file sizes', () => {
    const format = formatsOf('ru');
    expect([1, 279_600, 999_499, 999_500, 2_140_000].map((bytes) => fileSize(t, format, bytes))).toEqual([
      '1 KB',
      '280 KB',
      '999 KB',
      '1 MB',
      '2,1 MB',
    ]);
  });

  test('time on a slow line, in seconds as long as one waits for it', () => {
    const format = formatsOf('ru');
    expect(
      [1, 240_000, 2_240_000, 2_250_000, 18_400_000].map((bytes) => loadingTime(t, format, bytes)),
    ).toEqual([
      'about 1 s on 2G',
      'about 13 s on 2G',
      'about 119 s on 2G',
      'about 2 min on 2G',
      'about 16 min on 2G',
    ]);
  });
});
