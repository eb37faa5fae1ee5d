import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CheckedContent, checkContent } from '../../build/pipeline.ts';
import { statusOf } from '../../build/status/status.ts';
import { listFiles } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { lines, temporaryFolder } from '../support/content.ts';
import { copyBaseContent } from './content/base-content.ts';
import {
  fewestPages,
  type GeneratedContent,
  generateContent,
  mostPages,
} from './content/generate-content.ts';
import { sizeTree } from './content/tree-size.ts';
import { readWritingLanguages } from './content/writing-languages.ts';
import { editLesson } from './own/edit-lesson.ts';

const faultsOf = ({ diagnostics }: CheckedContent): string[] =>
  lines(diagnostics.filter(({ severity }) => severity !== 'info'));

async function generated(pages: number, seed: number): Promise<Readonly<Record<string, string>>> {
  const folder = await temporaryFolder();
  await generateContent({ folder, pages, seed });
  const files = await listFiles(folder);
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'base64')));
  return Object.fromEntries(files.map((file, index) => [file, texts[index] ?? '']));
}

test('the same seed makes up the same files, another seed others', async () => {
  const [one, again, other] = [
    await generated(fewestPages, 7),
    await generated(fewestPages, 7),
    await generated(fewestPages, 8),
  ];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

/** What the others write, too: a page, and no list into which the library narrows or of one letter, and nothing of one's own learning, of the release or of mirrors. */
const isPageOfAll = (file: string): boolean =>
  file.endsWith('.html') &&
  !/\/materials\/(?:type|age|domain|setting|time|page)\/|\/search\/a-z\/|\/(?:learning|certificate|certificate\/verify|release|mirror)\/index/.test(
    file,
  );

test.each([fewestPages, 777])('a tree of %i pages has as many', async (pages) => {
  const folder = await temporaryFolder();
  const content = path.join(folder, 'content');
  const made = await generateContent({ folder: content, pages, seed: pages });
  const places = ['--out', path.join(folder, 'dist'), '--cache', path.join(folder, 'cache')];
  await passport(['build', '--content', content, ...places, '--no-search', '--json']);
  const built = (await listFiles(path.join(folder, 'dist'))).filter(isPageOfAll).length;
  expect(built).toBe(made.pages);
  expect(Math.abs(built - pages) / pages).toBeLessThan(0.03);
});

test.each([fewestPages, 401, 1003, 30_000, mostPages])('%i pages are planned for', async (pages) => {
  const base = await copyBaseContent('content', await temporaryFolder());
  expect(Math.abs(sizeTree(pages, base).pages - pages) / pages).toBeLessThan(0.03);
});

describe('a made-up tree', () => {
  const tree: { folder: string; made: GeneratedContent; content: CheckedContent } = Object.create(null);

  beforeAll(async () => {
    tree.folder = await mkdtemp(path.join(os.tmpdir(), 'passport-'));
    tree.made = await generateContent({ folder: tree.folder, pages: 2000, seed: 1 });
    tree.content = await checkContent({ contentFolder: tree.folder, drafts: false });
  });

  afterAll(() => rm(tree.folder, { recursive: true, force: true }));

  test('has no fault', () => {
    expect(faultsOf(tree.content)).toEqual([]);
  });

  test('has translations of the originals as they are, and lacks some', () => {
    const items = tree.content.editions.flatMap(
      ({ edition }) => statusOf(edition, tree.content.catalogue).items,
    );
    const count = (attention: string): number => items.filter((item) => item.attention === attention).length;
    // Pages of plain text are translated into Russian only, whatever the state of that.
    expect(
      items.filter(({ attention, target }) => attention === 'stale' && !target.startsWith('/pages/')),
    ).toEqual([]);
    expect(count('diverged')).toBe(0);
    expect(count('overlay-unknown')).toBe(0);
    expect(count('missing')).toBeGreaterThan(100);
    expect(count('unreviewed')).toBeGreaterThan(count('missing'));
  });

  test('has own, patched and shared texts in every country', () => {
    for (const { edition } of tree.content.editions)
      expect(new Set([...edition.entries.values()].map(({ origin }) => origin))).toEqual(
        new Set(['own', 'patched', 'shared']),
      );
  });

  test('has a source text for two or three pages', () => {
    const pagesPerText = tree.made.pages / tree.made.texts;
    expect(pagesPerText).toBeGreaterThan(2);
    expect(pagesPerText).toBeLessThan(3.5);
  });

  test('gets a new edit each time', async () => {
    const edits = [];
    for (const edition of [0, 1, 2]) {
      const file = await editLesson(tree.folder, edition);
      edits.push(await readFile(file, 'utf8'));
    }
    expect(new Set(edits).size).toBe(3);
    expect(faultsOf(await checkContent({ contentFolder: tree.folder, drafts: false }))).toEqual([]);
  });
});

test('each language has a vocabulary of thousands of forms', async () => {
  for (const [tag, { vocabulary, corpus }] of await readWritingLanguages('content', 1)) {
    expect(new Set(vocabulary.forms).size, tag).toBeGreaterThan(3000);
    expect(corpus.sentences.length, tag).toBeGreaterThan(100);
  }
});
