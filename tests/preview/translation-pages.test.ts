import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../build/pipeline.ts';
import { translationPage } from '../../build/preview/translation-pages.ts';
import { startPreviewServer } from '../../build/serve/preview-server.ts';
import { renderEditions } from '../../templates/pages/editions.ts';
import { contentFolder, text } from '../support/content.ts';
import { htmlValidateConfig } from '../templates/html-validate-config.ts';

const files = {
  'shared/materials/bag/index.ru.md': text(
    'title: Мешок\nsummary: О мешке.\ntranslation:\n  of: en\n  by: machine\n  reviewed: false\n',
    'Потрогай.\n',
  ),
  'countries/kg/pages/our/index.ru.md': text(
    'title: <b>Наша</b>\nsummary: О нас.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
    'Мы.\n',
  ),
  'countries/kg/pages/our/index.en.md': text('title: Our & <i>own</i>\nsummary: About us.\n', 'We.\n'),
  'countries/uz/country.yml':
    'code: uz\nname:\n  en: Uzbekistan\nlanguages:\n  - tag: en\nurl: https://uz.example.org/\n',
};

test('the preview has a page with the totals and one for each country, made when somebody opens it', async () => {
  const folder = await contentFolder(files);
  const asked: string[] = [];
  const server = await startPreviewServer({
    explain: String,
    host: '127.0.0.1',
    port: 0,
    answer: async () => ({ kind: 'nothing' }),
    frontPage: () => renderEditions([]),
    faults: () => undefined,
    faultsPage: (report) => report,
    galleryPage: async () => undefined,
    async translationPage(pathname) {
      asked.push(pathname);
      return translationPage(await checkContent({ contentFolder: folder, drafts: true }), pathname);
    },
    panel: async () => undefined,
  });
  onTestFinished(() => server.close());
  const get = async (address: string) => {
    const response = await fetch(new URL(address, server.url));
    return { status: response.status, page: await response.text() };
  };

  const front = await get('/');
  expect(front.page).toContain('href="/_preview/status"');
  expect(asked).toEqual([]);

  const totals = await get('/_preview/status');
  expect(totals.page).toContain('<a href="/_preview/status/kg">Kyrgyzstan</a>');
  expect(totals.page).toContain('<a href="/_preview/status/uz">Uzbekistan</a>');
  expect(rowsOf(totals.page)).toContain('русский ru 3 3 3 1');

  const country = await get('/_preview/status/kg');
  expect(rowsOf(country.page)).toContain('Bag /materials/bag/ ?r unknown, to be reviewed ✓ fine');
  expect(country.page).toContain('<a href="/kg/ru/materials/bag/">');
  expect(country.page).toContain('Our &amp; &lt;i&gt;own&lt;/i&gt;');

  const validator = new HtmlValidate(new StaticConfigLoader(htmlValidateConfig));
  for (const { page } of [totals, country]) {
    // Without the script that the preview adds to each page.
    const { results } = await validator.validateString(page.replace(/<script data-seen[\s\S]*$/, ''));
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  }
  expect((await get('/_preview/status/xx')).status).toBe(404);
});

/** The words of each row of a table. */
const rowsOf = (page: string): string[] =>
  [...page.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)].map(([, cells = '']) =>
    cells
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
