import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createKeptVersions, mostKept } from '../../../build/editor/repository/kept-versions.ts';
import type { SourcePath } from '../../../build/model/paths.ts';
import { temporaryFolder, text } from '../../support/content.ts';
import { contentRepository } from '../../support/repository.ts';
import { base64, keptIn, type Served, serve } from './support.ts';

const about = 'content/shared/pages/about/index.en.md';
const source = 'shared/pages/about/index.en.md' as SourcePath;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n';
const mine = text('title: About\nsummary: Mine.\n');
const theirs = text('title: About\nsummary: Theirs.\n');

const update = async ({ sha }: Served, content = mine) => ({
  operation: 'update',
  path: about,
  content: base64(content),
  sha: await sha(about),
});

const keptText = async (folder: string, index = 0): Promise<string> =>
  readFile(path.join(folder, (await keptIn(folder))[index] ?? ''), 'utf8');

test('what was changed on disk stays, and what the author wanted to save is kept where the sentence says', async () => {
  const served = await serve();
  const change = await update(served);
  const file = path.join(served.folder, source);
  await writeFile(file, theirs);
  const create = { operation: 'create', path: 'content/shared/pages/new/cover.svg', content: base64(svg) };
  const { status, message } = await served.save(create, change);
  expect(status).toBe(409);
  expect(await readFile(file, 'utf8')).toBe(theirs);
  const kept = await keptIn(served.keptFolder);
  expect(kept).toEqual([
    expect.stringMatching(/^shared\/pages\/about\/\d{4}-\d\d-\d\dT[\d-]+Z-not-saved-index\.en\.md$/),
    expect.stringMatching(/^shared\/pages\/new\/.*-not-saved-cover\.svg$/),
  ]);
  expect(await keptText(served.keptFolder)).toBe(mine);
  expect(message).toBe(
    `${about} was changed on disk after you opened it. Nothing is lost: the file is as it was saved there, and your version is kept in ${served.keptFolder}/${kept[0]} (with 1 more beside it); reload this entry, then put in your change again.`,
  );
  expect(served.lines.filter((line) => line.startsWith('editor: kept'))).toHaveLength(2);
  expect(served.lines.at(-1)).toContain('409');
});

test('what is gone is not made again, and the text is kept', async () => {
  const served = await serve();
  const change = await update(served);
  await rm(path.dirname(path.join(served.folder, source)), { recursive: true });
  const { status, message } = await served.save(change);
  expect([status, message]).toEqual([409, expect.stringContaining('was deleted or renamed on disk')]);
  expect(message).not.toContain('as it was saved there');
  expect(await keptText(served.keptFolder)).toBe(mine);
  expect(await served.sha(about)).toBe('');
});

test('nothing new is written over what is there', async () => {
  const served = await serve({ 'shared/pages/help/index.en.md': text('title: Help\n') });
  const before = await served.sha(about);
  const create = { operation: 'create', path: about, content: base64(mine) };
  const outcome = await served.save(create);
  expect([outcome.status, outcome.message]).toEqual([409, expect.stringContaining('choose another address')]);
  const help = 'content/shared/pages/help/index.en.md';
  const move = { ...(await update(served)), path: help, from_path: about };
  expect((await served.save(move)).status).toBe(409);
  expect(await served.sha(about)).toBe(before);
  expect(await keptIn(served.keptFolder)).toHaveLength(2);
});

test('what was changed on disk is not deleted, and not moved', async () => {
  const served = await serve();
  const { sha } = await update(served);
  await writeFile(path.join(served.folder, source), theirs);
  const remove = await served.save({ operation: 'delete', path: about, sha, content: '' });
  expect([remove.status, remove.message]).toEqual([409, expect.stringContaining('nothing was changed')]);
  expect(await keptIn(served.keptFolder)).toEqual([]);
  const to = 'content/shared/pages/us/index.en.md';
  const move = await served.save({
    operation: 'update',
    path: to,
    from_path: about,
    sha,
    content: base64(mine),
  });
  expect(move.status).toBe(409);
  expect(await keptText(served.keptFolder)).toBe(mine);
  expect(await readFile(path.join(served.folder, source), 'utf8')).toBe(theirs);
});

test('many conflicts are said in few words', async () => {
  const served = await serve();
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `content/shared/pages/${name}/index.en.md`);
  for (const name of names) await served.save({ operation: 'create', path: name, content: base64(theirs) });
  const { message } = await served.save(
    ...names.map((name) => ({ operation: 'create', path: name, content: base64(mine) })),
  );
  expect(message).toContain('There are 2 more such files.');
  expect(await keptIn(served.keptFolder)).toHaveLength(5);
});

test('a file that is written while the save is checked is a conflict too', async () => {
  let file = '';
  const served = await serve(
    {},
    {
      check: async () => {
        await writeFile(file, theirs);
        return [];
      },
    },
  );
  file = path.join(served.folder, source);
  const { status, message } = await served.save(await update(served));
  expect([status, message]).toEqual([409, expect.stringContaining('was changed on disk')]);
  expect(await readFile(file, 'utf8')).toBe(theirs);
  const kept = await Promise.all([0, 1].map((index) => keptText(served.keptFolder, index)));
  expect(kept).toContain(mine);
});

test('a version that Git does not have is kept when it is replaced, and when it is deleted', async () => {
  const repository = await contentRepository({ 'shared/pages/about/cover.svg': svg });
  await repository.write({ [source]: theirs });
  const served = await serve({}, { contentFolder: repository.folder });
  expect((await served.save(await update(served))).status).toBe(201);
  expect(await keptIn(served.keptFolder)).toEqual([expect.stringMatching(/-replaced-index\.en\.md$/)]);
  expect(await keptText(served.keptFolder)).toBe(theirs);
  expect(served.lines).toEqual([expect.stringMatching(/^editor: kept the version of content\//)]);
  const cover = 'content/shared/pages/about/cover.svg';
  const gone = await served.save(
    { operation: 'delete', path: about, sha: await served.sha(about), content: '' },
    { operation: 'delete', path: cover, sha: await served.sha(cover), content: '' },
  );
  expect(gone.status).toBe(201);
  // Git has the picture.
  expect(await keptIn(served.keptFolder)).toHaveLength(2);
  expect(await keptText(served.keptFolder, 1)).toBe(mine);
});

test('line ends alone make no version of their own, nor does a move', async () => {
  const repository = await contentRepository({ [source]: theirs });
  await repository.write({
    [source]: theirs.replaceAll('\n', '\r\n'),
    'shared/pages/us/index.en.md': mine,
  });
  const served = await serve({}, { contentFolder: repository.folder });
  expect((await served.save(await update(served))).status).toBe(201);
  const from = 'content/shared/pages/us/index.en.md';
  const move = { operation: 'update', path: 'content/shared/pages/them/index.en.md', from_path: from };
  const moved = await served.save({ ...move, sha: await served.sha(from), content: base64(mine) });
  expect(moved.status).toBe(201);
  expect(await keptIn(served.keptFolder)).toEqual([]);
});

test('without Git every version that is replaced is kept', async () => {
  const served = await serve();
  for (const word of ['One', 'Two', 'Three'])
    expect((await served.save(await update(served, text(`title: ${word}\n`)))).status).toBe(201);
  const kept = await keptIn(served.keptFolder);
  expect(await Promise.all(kept.map((_, index) => keptText(served.keptFolder, index)))).toEqual([
    text('title: About\nsummary: About us.\nnav: footer\n', 'We.\n'),
    text('title: One\n'),
    text('title: Two\n'),
  ]);
});

test('kept versions are never written over, and the oldest go', async () => {
  const folder = path.join(await temporaryFolder(), 'kept');
  const kept = createKeptVersions(folder);
  await mkdir(path.join(folder, 'shared/pages/old'), { recursive: true });
  const oldest = path.join(folder, 'shared/pages/old', '2020-01-01T00-00-00-000Z-replaced-index.en.md');
  await writeFile(oldest, 'old');
  await writeFile(path.join(folder, 'notes.txt'), 'of the author');
  const places = await Promise.all(
    Array.from({ length: mostKept }, (_, number) => kept.keep('replaced', source, Buffer.from(`${number}`))),
  );
  expect(new Set(places).size).toBe(mostKept);
  await kept.prune(1);
  const left = await keptIn(folder);
  expect(left).toHaveLength(mostKept + 1);
  expect(left).toContain('notes.txt');
  expect(left.join()).not.toContain('shared/pages/old');
  await kept.keep('replaced', source, Buffer.from('another'));
  await kept.prune(mostKept + 1);
  expect(await keptIn(folder)).toHaveLength(mostKept + 2);
});
