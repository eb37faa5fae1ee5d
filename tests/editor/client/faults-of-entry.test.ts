/** A form says what "npm run check" says of the files that it is saved as. */
import { expect, test } from 'vitest';
import { completed } from '../../../build/editor/client/complete-entry.ts';
import { pathOf } from '../../../build/editor/client/entry-form.ts';
import { faultsIn, faultsOf, sentenceOf } from '../../../build/editor/client/faults-of-entry.ts';
import { openEntry } from '../../../build/editor/client/open-entry.ts';
import type { FormValues } from '../../../build/editor/client/source-format.ts';
import type { Locale } from '../../../schemas/brands.ts';
import { check, lines } from '../../support/content.ts';
import {
  contextOfEditor,
  en,
  entryOf,
  factsOf,
  formOfFile,
  type ListName,
  lists,
  ru,
  sveltiaEntry,
} from './forms.ts';

const bag = formOfFile('materials', 'shared/materials/bag/index.en.md');
const lesson = {
  en: formOfFile('lessons-play', 'shared/courses/play/first/index.en.md'),
  ru: formOfFile('lessons-play', 'shared/courses/play/first/index.ru.md'),
};
const sack = { title: 'Мешок', summary: 'Мешок.', body: 'Потрогайте.' };
const quiz = (id: string): string =>
  `## Зачем\n\nПотому.\n\n::: quiz #${id}\nКакой?\n\n- [ ] Этот\n- [x] Тот\n:::\n`;

type Mistake = readonly [string, ListName, string, Readonly<Record<string, FormValues>>, RegExp];

const mistakes: readonly Mistake[] = [
  ['a missing field', 'materials', 'bag', { en: { ...bag, summary: '' } }, /the field "summary" is missing/],
  ['a list that was emptied', 'materials', 'bag', { en: { ...bag, domains: [] } }, /"domains" is missing/],
  ['a date that is none', 'materials', 'bag', { en: { ...bag, updated: '2026-02-30' } }, /updated/],
  ['a date in another order', 'materials', 'bag', { en: { ...bag, updated: '1.3.2026' } }, /updated/],
  [
    'a number in words',
    'lessons-play',
    'first',
    { ...lesson, en: { ...lesson.en, durationMinutes: 'ten' } },
    /durationMinutes/,
  ],
  ['a term that is none', 'materials', 'bag', { en: { ...bag, domains: ['cognitoin'] } }, /cognition/],
  ['an unknown field', 'materials', 'bag', { en: { ...bag, titel: 'Bag' } }, /titel/],
  [
    'ages that end before they begin',
    'materials',
    'bag',
    { en: { ...bag, ages: { fromMonths: 84, toMonths: 36 } } },
    /ages/,
  ],
  ['a picture without words', 'materials', 'bag', { en: { ...bag, body: '![](bag.png)' } }, /picture/],
  ['HTML', 'materials', 'bag', { en: { ...bag, body: '<script>alert(1)</script>' } }, /script/],
  [
    'a quiz without a right answer',
    'lessons-play',
    'first',
    { ...lesson, en: { ...lesson.en, body: '::: quiz #q1\nWhich?\n\n- [ ] A\n- [ ] B\n:::' } },
    /quiz|answer/,
  ],
  [
    'a quiz with another id in a translation',
    'lessons-play',
    'first',
    { ...lesson, ru: { ...lesson.ru, body: quiz('q2') } },
    /q1|q2/,
  ],
  [
    'a quiz that is missing in a translation',
    'lessons-play',
    'first',
    { ...lesson, ru: { ...lesson.ru, body: '## Зачем' } },
    /q1/,
  ],
  [
    'a field of the original in a translation',
    'lessons-play',
    'first',
    { ...lesson, ru: { ...lesson.ru, durationMinutes: 5 } },
    /durationMinutes/,
  ],
  [
    'a new translation without a title',
    'materials',
    'bag',
    { en: bag, ru: { ...sack, title: '' } },
    /"title" is missing/,
  ],
  [
    'several new texts of which none is the original',
    'materials',
    'sack',
    { ru: sack, ky: sack },
    /none of the texts/,
  ],
  ['an unknown field of a patch', 'changes-materials', 'bag', { en: { titel: 'Sack' } }, /titel/],
  ['a language that no site has', 'materials', 'bag', { en: bag, fr: sack }, /"?fr"?/],
  [
    'very many headings of the wrong order',
    'pages',
    'about',
    { en: { title: 'A', summary: 'A.', nav: 'footer', body: '## A\n\n#### B' } },
    /heading/,
  ],
];

test.each(mistakes)('%s', async (_, list, slug, values, words) => {
  const facts = await factsOf();
  const entry = entryOf(list, slug, values);
  const found = faultsOf(entry, facts);
  expect(lines(found).join('\n')).toMatch(words);
  const files = [...completed(entry, facts)].map(
    ([locale, written]) => [pathOf(entry, locale), entry.collection.format.toFile(written)] as const,
  );
  const { diagnostics } = await check(Object.fromEntries(files));
  const own = diagnostics.filter(
    ({ file, code }) => files.some(([name]) => name === file) && !isOfOthers(code),
  );
  expect(lines(found).toSorted()).toEqual(lines(own).toSorted());
});

/** What can be known only with the rest of the content: the endpoint says it when the entry is saved. */
const isOfOthers = (code: string): boolean => code === 'file/missing';

test('a sound entry has none, with a picture that is not saved yet', async () => {
  const body = 'Touch.\n\n![A bag](blob:http://localhost:8080/0001)\n';
  const map = sveltiaEntry('materials', 'bag', { ...bag, body }, { ru: sack });
  const facts = await factsOf();
  const entry = openEntry(map, en, contextOfEditor(facts).collections);
  if (entry === undefined) throw new TypeError('no entry');
  expect(lines(faultsOf(entry, facts))).toEqual([]);
});

test('a form shows the faults of its own language', async () => {
  const facts = await factsOf();
  const entry = entryOf('lessons-play', 'first', {
    en: { ...lesson.en, summary: '' },
    ru: { ...lesson.ru, title: '' },
  });
  const own = (locale: Locale): string => lines(faultsIn(entry, locale, facts)).join('\n');
  expect(own(en)).toMatch(/^shared\/courses\/play\/first\/index\.en\.md:.*"summary"[^\n]*$/);
  expect(own(ru)).toMatch(/^shared\/courses\/play\/first\/index\.ru\.md:.*"title"[^\n]*$/);
});

test('an entry that has no name yet is checked as if it had one', async () => {
  const entry = entryOf('materials', '', { en: { ...bag, summary: '', $source: '' } });
  expect(lines(faultsOf(entry, await factsOf()))).toEqual([
    expect.stringMatching(/^shared\/materials\/unnamed\/index\.en\.md:.*"summary" is missing/),
  ]);
});

test('texts, translations and patches are where the content has them', () => {
  const paths = (Object.keys(lists) as ListName[]).map((list) => pathOf(entryOf(list, 'x', {}), ru));
  expect(paths).toEqual([
    'shared/courses/x/index.ru.md',
    'shared/courses/play/x/index.ru.md',
    'shared/materials/x/index.ru.md',
    'shared/pages/x/index.ru.md',
    'countries/kg/materials/x/index.ru.md',
    'countries/kg/materials/x/index.ru.patch.md',
    'countries/kg/courses/play/x/index.ru.patch.md',
  ]);
});

test('a fault is a sentence with the way out, where there is one', () => {
  const fault = {
    code: 'a/b',
    severity: 'error',
    file: 'x',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  } as const;
  expect(sentenceOf({ ...fault, message: 'is wrong' })).toBe('is wrong');
  expect(sentenceOf({ ...fault, message: 'is wrong', hint: 'mend it' })).toBe('is wrong – mend it');
});
