/** What the preview tells an author of a page, of content in which every state of a text occurs. */
import { expect, test } from 'vitest';
import { noCountryFolders } from '../../build/model/content-folders.ts';
import { surveyContent } from '../../build/pipeline.ts';
import { createLiveSites, type LiveSites } from '../../build/preview/live-sites.ts';
import { panelFactsOf } from '../../build/preview/panel-facts.ts';
import { renderAuthorPanel } from '../../templates/pages/author-panel.ts';
import { contentFolder, temporaryFolder, text } from '../support/content.ts';

const rules = 'type: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';

async function open(): Promise<{ readonly sites: LiveSites; readonly folder: string }> {
  const folder = await contentFolder({
    'countries/kg/country.yml':
      'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: ru\n  - tag: en\nurl: https://kg.example.org/\n',
    'countries/tj/country.yml':
      'code: tj\nname:\n  en: Tajikistan\nlanguages:\n  - tag: ru\n  - tag: en\nurl: https://tj.example.org/\n',
    'countries/uz/country.yml':
      'code: uz\nname:\n  en: Uzbekistan\nlanguages:\n  - tag: en\nurl: https://uz.example.org/\nexclude:\n  materials: [bag]\n',
    'shared/materials/bag/index.en.md': text(
      `title: Bag\nsummary: A bag.\n${rules}`,
      'One two three.\n'.repeat(60),
    ),
    'shared/materials/bag/index.ru.md': text(
      'title: Мешок\nsummary: Мешок.\ntranslation:\n  of: en\n  hash: "0000000000000000"\n  by: machine\n  reviewed: false\n',
      'Раз.\n',
    ),
    'countries/tj/materials/bag/index.ru.patch.md': text('title: Мешочек\n'),
    'shared/materials/box/index.en.md': text(`title: Box\nsummary: A box.\n${rules}`, 'Open.\n'),
  });
  const cacheFolder = await temporaryFolder();
  const sites = createLiveSites(cacheFolder);
  const survey = await surveyContent({
    contentFolder: folder,
    cacheFolder,
    baseUrl: 'http://localhost:1/',
    drafts: true,
    forgets: true,
  });
  if (survey.content === undefined) throw new Error(JSON.stringify(survey.diagnostics));
  sites.adopt(survey.content);
  return { sites, folder };
}

test('a page tells what it weighs, how its translations are and which countries have it', async () => {
  const { sites, folder } = await open();
  const fault = {
    code: 'a/b',
    severity: 'warning' as const,
    file: 'shared/materials/bag/index.ru.md',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: 'm',
  };
  const factsOf = async (pathname: string) => {
    const shown = sites.shown(pathname);
    if (shown === undefined) throw new Error(`there is no ${pathname}`);
    return panelFactsOf(shown, {
      editions: sites.editions(),
      diagnostics: [fault, { ...fault, file: 'shared/materials/box/index.en.md' }],
      contentFolder: folder,
      shownFolder: 'content',
      countryFolders: noCountryFolders,
      bytesOf: sites.bytesOf,
    });
  };
  const english = await factsOf('/kg/en/materials/bag/');
  expect(english.readingMinutes).toBe(1);
  expect(english.weight.budgetBytes).toBe(10_240);
  expect(english.weight.allBytes).toBeGreaterThan(english.weight.pageBytes);
  // Scripts are loaded, the picture for messengers is not.
  expect(english.weight.heaviest?.name).toMatch(/\.js$/);
  expect([english.errors, english.warnings]).toEqual([0, 1]);
  expect(english.text).toMatchObject({
    file: 'content/shared/materials/bag/index.en.md',
    editorUrl: '/admin/#/collections/materials/entries/bag/index?_locale=en',
    fileUrl: `vscode://file${folder}/shared/materials/bag/index.en.md`,
    languages: [
      {
        name: 'Русский',
        path: '/kg/ru/materials/bag/',
        isHere: false,
        state: 'translation; out of date: the original has changed since; by a machine, not reviewed',
        needsCare: true,
      },
      { name: 'English', isHere: true, state: 'original', needsCare: false },
    ],
    countries: [
      { name: 'Kyrgyzstan', path: '/kg/en/materials/bag/', form: 'as all have it' },
      { name: 'Tajikistan', path: '/tj/en/materials/bag/', form: 'with changes of its own' },
      { name: 'Uzbekistan', form: 'left out' },
    ],
  });
  expect((await factsOf('/tj/ru/materials/bag/')).text).toMatchObject({
    editorUrl: '/admin/#/collections/materials/entries/bag/index?_locale=ru',
    changesUrl: '/admin/tj/#/collections/changes-materials/entries/bag/index?_locale=ru',
  });
  const box = await factsOf('/kg/ru/materials/box/');
  expect(box.text?.languages[0]?.state).toBe('not translated, shows English');
  const list = await factsOf('/kg/en/materials/');
  expect(list.text).toBeUndefined();
  expect(list.weight.pageBytes).toBeGreaterThan(1000);
  expect(sites.shown('/kg/en/nothing/')).toBeUndefined();
});

test('words of authors are no markup in it', () => {
  const panel = renderAuthorPanel({
    weight: { pageBytes: 9000, budgetBytes: 8192, allBytes: 9000 },
    readingMinutes: 3,
    errors: 1,
    warnings: 0,
    text: {
      file: '<b>.md',
      editorUrl: '/admin/"><b>',
      fileUrl: 'vscode://file/"><b>',
      languages: [],
      countries: [],
    },
  });
  expect(panel).not.toContain('<b>');
  expect(panel).toContain('0.8 kB too much');
  expect(panel).toContain('1 fault in this text');
});
