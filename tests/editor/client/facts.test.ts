import { expect, test } from 'vitest';
import { editorFacts } from '../../../build/editor/collect-facts.ts';
import { contextOf, messagesOf } from '../../../build/editor/facts.ts';
import { checkContent } from '../../../build/pipeline.ts';
import type { Locale } from '../../../schemas/brands.ts';
import { check, minimalContent, po, text } from '../../support/content.ts';
import { en, ru, sentFacts } from './forms.ts';

const ownContent = checkContent({ contentFolder: 'content', drafts: true });

test('what texts are checked against arrives as the checks have it', async () => {
  for (const content of [await check(), await ownContent]) {
    const { sourceLanguage, sourceLanguages, languages, taxonomies, glossary } = content.context;
    expect(contextOf(sentFacts(content))).toEqual({
      sourceLanguage,
      sourceLanguages: new Map(sourceLanguages),
      languages: new Set(languages),
      taxonomies: new Map(taxonomies),
      glossary,
    });
  }
});

test('pages by their countries, shared texts by what a patch records of them', async () => {
  const content = await check({
    'countries/kg/pages/here/index.ru.md': text('title: Здесь\nsummary: З.\nnav: footer\n', 'Слова.\n'),
  });
  const { pages, shared, siteLanguages } = editorFacts(content);
  expect(siteLanguages).toEqual({ kg: ['ru', 'en'] });
  expect(pages).toEqual({
    '/courses/play/': ['kg'],
    '/courses/play/first/': ['kg'],
    '/groups/talk/': ['kg'],
    '/materials/bag/': ['kg'],
    '/pages/about/': ['kg'],
    '/pages/here/': ['kg'],
  });
  expect(Object.keys(shared).filter((folder) => !folder.startsWith('shared/'))).toEqual([]);
  const folders = new Map(Object.entries(shared));
  const hash = expect.stringMatching(/^[0-9a-f]{16}$/);
  expect(folders.get('shared/courses/play/first')).toEqual({
    original: 'en',
    hashes: { en: hash, ru: hash },
  });
});

test('words of the interface come through with their plural forms', async () => {
  const forms =
    'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);';
  const content = await ownContent;
  const facts = sentFacts(content);
  for (const [locale, catalogue] of content.catalogue.strings) {
    const sent = messagesOf(facts, locale);
    expect(sent?.messages).toEqual(catalogue.messages);
    const counts = Array.from({ length: 200 }, (_, count) => count);
    expect(counts.map((count) => sent?.pluralIndex(count))).toEqual(counts.map(catalogue.pluralIndex));
  }
  const small = sentFacts(
    await check({
      'strings/ru.po': po(
        forms,
        '\nmsgid "{n} lesson"\nmsgid_plural "{n} lessons"\nmsgstr[0] "{n} урок"\nmsgstr[1] "{n} урока"\nmsgstr[2] "{n} уроков"\n',
      ),
    }),
  );
  expect(messagesOf(small, ru)?.messages.size).toBe(1);
  expect(messagesOf(small, en)).toBeUndefined();
  expect(messagesOf(small, 'ky' as Locale)).toBeUndefined();
});

test('the page of the editor does not grow with texts, but with what it tells of entries', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `shared/pages/page-${index}/index.en.md`,
      text(`title: Page ${index}\nsummary: P.\nnav: footer\n`, 'Word. '.repeat(1000)),
    ]),
  );
  const bytes = (value: unknown): number => JSON.stringify(value).length;
  const grown = bytes(editorFacts(await check(many))) - bytes(editorFacts(await check(minimalContent)));
  expect(grown / 50).toBeLessThan(150);
});
