import { expect, test } from 'vitest';
import { countryLanguages } from '../../build/new/country-languages.ts';
import { checkContent } from '../../build/pipeline.ts';
import { contentFolder } from '../support/content.ts';
import { faultsIn, make, sentences } from './make.ts';

test('a new country has a site with all that is shared, in languages without words of the interface, too', async () => {
  const folder = await contentFolder();
  const { text, problems, plan } = await make(folder, 'country', { code: 'kz', languages: 'kk,ru' });
  expect(text).toMatchInlineSnapshot(`
    "# The ISO 3166-1 code of the country in small letters, the same as the name of its folder.
    code: kz
    # The name of the country in each of its languages.
    name:
      kk: Қазақстан
      ru: Казахстан
      en: Kazakhstan
    # The languages of the site, in the order in which they are offered. The source language of the
    # catalogue is published and fallen back to as the last, also where it is not named.
    languages:
      - tag: kk
        fallback:
          - ru
      - tag: ru
    # The public address of the site, with a slash at its end.
    url: https://kz.learningpassport.example/
    # The language in which texts of the country's own are written first. Without it, that of the
    # catalogue.
    sourceLanguage: kk
    # The look of the site.
    theme:
      accent: "#1f7a8c"
    # More fields that a country can have: include, exclude, modules, home, ministry, partners,
    # frameworks, priorities, contact. schemas/country.schema.json says what they mean.
    "
  `);
  expect(sentences(problems)).toEqual([
    'languages[0].tag: "kk" has no interface strings yet; English words stand in (translate content/strings/en.po to content/strings/kk.po)',
  ]);
  expect(plan?.next.join('\n')).toContain('copy content/strings/en.po to content/strings/kk.po');
  expect(await faultsIn(folder)).toEqual([expect.stringContaining('warning country/strings')]);
  const { editions } = await checkContent({ contentFolder: folder, drafts: false });
  const [kg, kz] = editions.map(({ edition }) => edition);
  expect(kz?.country.code).toBe('kz');
  expect([...(kz?.entries.keys() ?? [])]).toEqual([...(kg?.entries.keys() ?? [])]);
  const lesson = kz?.entries.get('/courses/play/first/');
  expect(lesson?.variants.get('kk' as never)).toMatchObject({ locale: 'ru', fallback: true });
});

test('the first country of all can be made', async () => {
  const folder = await contentFolder({ 'countries/kg/country.yml': null });
  await make(folder, 'country', { code: 'kg', languages: 'ru' });
  expect(await faultsIn(folder)).toEqual([]);
});

test.each<[string[], string, unknown[]]>([
  [['ky', 'ru', 'en'], 'ru', [{ tag: 'ky', fallback: ['ru'] }, { tag: 'ru' }, { tag: 'en' }]],
  [
    ['uz-Latn', 'uz-Cyrl', 'ru'],
    'ru',
    [
      { tag: 'uz-Latn', fallback: ['ru'] },
      { tag: 'uz-Cyrl', transliterate: 'uz-Latn', fallback: ['uz-Latn', 'ru'] },
      { tag: 'ru' },
    ],
  ],
  [
    ['sr-Cyrl', 'sr-Latn'],
    'sr-Latn',
    [{ tag: 'sr-Cyrl' }, { tag: 'sr-Latn', transliterate: 'sr-Cyrl', fallback: ['sr-Cyrl'] }],
  ],
  [['ru', 'kk', 'en'], '', [{ tag: 'ru' }, { tag: 'kk' }, { tag: 'en' }]],
])('languages %j with %j to stand in', (tags, standsIn, languages) => {
  expect(countryLanguages(tags, standsIn, 'en')).toEqual(languages);
});

test.each([
  [
    { code: 'kazakhstan', languages: 'ru' },
    'content/countries/kazakhstan/country.yml lies in the folder "kazakhstan"; a country\'s folder has its two-letter code (write "kz")',
  ],
  [
    { code: 'kz', languages: 'ru,kz' },
    'languages[1].tag: "kz" is no language (use one of: en, ru; or add content/strings/kz.po for a language of your own)',
  ],
  [{ code: 'kz', languages: 'ru,ru' }, 'languages[1].tag: "ru" is listed twice (remove one of the two)'],
  [
    { code: 'kz', languages: 'ru', url: 'kz.example.org' },
    'url: "kz.example.org" is not the address of a site, with a slash at its end (write https://kz.example.org/)',
  ],
  [
    { code: 'kz', languages: 'ru', url: 'https://kg.example.org/' },
    'url: countries/kg/country.yml has the same address (each national site needs an address of its own)',
  ],
  [
    { code: 'kz', languages: 'ru', accent: 'fff' },
    'theme.accent: "fff" cannot be used here (write a colour such as "#ffffff")',
  ],
])('%j is answered in the words of check', async (flags, sentence) => {
  const { problems } = await make(await contentFolder(), 'country', flags);
  expect(sentences(problems)).toEqual([sentence]);
});
