/** A click on a fault leads to the words that are at fault, whatever stands above them in the file. */
import { expect, test } from 'vitest';
import { faultsIn } from '../../../build/editor/client/faults-of-entry.ts';
import { openEntry } from '../../../build/editor/client/open-entry.ts';
import { placeInText } from '../../../build/editor/client/place-in-text.ts';
import type { FormValues } from '../../../build/editor/client/source-format.ts';
import type { Locale } from '../../../schemas/brands.ts';
import { contextOfEditor, en, factsOf, formOfFile, ru, sveltiaEntry } from './forms.ts';

const bag = formOfFile('materials', 'shared/materials/bag/index.en.md');
const body = 'Touch.\n\nFeel.\n\n::: quiz\nWhich?\n\n- [ ] A\n- [x] B\n:::\n\nMore.\n';

interface Form {
  readonly locale: Locale;
  readonly values: FormValues;
  readonly others?: Readonly<Record<string, FormValues>>;
}

/** What is marked for each fault of a form; nothing for those of fields. */
async function marked({ locale, values, others = {} }: Form): Promise<(string | undefined)[]> {
  const facts = await factsOf();
  const map = sveltiaEntry('materials', 'bag', values, others);
  const entry = openEntry(map, locale, contextOfEditor(facts).collections);
  if (entry === undefined) throw new TypeError('no entry');
  const text = String(values.body);
  return faultsIn(entry, locale, facts).map((fault) => {
    const place = placeInText(fault, text, { entry, locale }, facts);
    return place && text.slice(place.start, place.end);
  });
}

const sack = { title: 'Мешок', summary: 'Мешок.' };

const forms: Readonly<Record<string, Form>> = {
  'of a file': { locale: en, values: { ...bag, body } },
  'that is new, and no file yet': { locale: en, values: { ...bag, $source: '', body } },
  'with more fields than its file has': {
    locale: en,
    values: {
      ...bag,
      image: { src: 'bag.svg', alt: 'A bag' },
      authors: [{ name: 'A' }, { name: 'B' }],
      body,
    },
  },
  'with empty lines above the text': { locale: en, values: { ...bag, body: `\n\n\n${body}` } },
  'with a picture that is not saved yet': {
    locale: en,
    values: { ...bag, body: `![A bag](blob:http://localhost:8080/0001)\n\n${body}` },
  },
  'that gets the record of its original when it is saved': {
    locale: ru,
    values: { ...sack, body },
    others: { en: bag },
  },
};

test.each(Object.entries(forms))('in a form %s', async (_, form) => {
  expect(await marked(form)).toContain('::: quiz');
});

test('a fault of a field has no place in the text', async () => {
  expect(await marked({ locale: en, values: { ...bag, summary: '', body: 'Touch.' } })).toEqual([undefined]);
});
