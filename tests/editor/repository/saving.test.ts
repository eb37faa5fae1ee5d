import { execFileSync } from 'node:child_process';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { UnsavedFiles } from '../../../build/pipeline/check-unsaved.ts';
import { temporaryFolder, text } from '../../support/content.ts';
import { contentRepository } from '../../support/repository.ts';
import { base64, keptIn, serve } from './support.ts';

const about = 'content/shared/pages/about/index.en.md';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n';
const changed = text('title: About\nsummary: Otherwise.\n', 'We, and others.\n');

test('a text is updated, and the answer is what the repository says from then on', async () => {
  const { folder, save, sha, head, tree } = await serve();
  const before = await head();
  const outcome = await save({
    operation: 'update',
    path: about,
    content: base64(changed),
    sha: await sha(about),
  });
  expect(outcome).toMatchObject({ status: 201, files: [{ path: about }] });
  expect(await readFile(path.join(folder, 'shared/pages/about/index.en.md'), 'utf8')).toBe(changed);
  expect(outcome.commit.sha).toBe(await head());
  expect(outcome.commit.sha).not.toBe(before);
  expect(Number.isNaN(Date.parse(outcome.commit.created))).toBe(false);
  expect((await tree()).get(about)?.sha).toBe(outcome.files[0]?.sha);
  const git = execFileSync('git', ['hash-object', '--stdin'], { input: changed }).toString().trim();
  expect(outcome.files[0]?.sha).toBe(git);
});

test('a new entry is created with its folder, its translation and its picture, in the order asked', async () => {
  const { folder, save, head } = await serve();
  const below = 'content/shared/materials/drum/';
  const outcome = await save(
    { operation: 'create', path: `${below}index.ru.md`, content: base64(text('title: Барабан\n')) },
    { operation: 'create', path: `${below}cover.svg`, content: base64(svg) },
    { operation: 'create', path: `${below}index.en.md`, content: base64(text('title: Drum\n')) },
  );
  expect(outcome.status).toBe(201);
  expect(outcome.files.map((file) => file?.path)).toEqual(
    ['index.ru.md', 'cover.svg', 'index.en.md'].map((name) => below + name),
  );
  expect(await readdir(path.join(folder, 'shared/materials/drum'))).toEqual([
    'cover.svg',
    'index.en.md',
    'index.ru.md',
  ]);
  expect(outcome.commit.sha).toBe(await head());
});

test('what may be created: patches, lessons, settings, strings, vocabularies, pictures, films, PDF files, a logo', async () => {
  const { save } = await serve();
  for (const name of [
    'countries/kg/materials/bag/index.ru.patch.md',
    'countries/kg/courses/play/first/index.ru.patch.md',
    'countries/kg/courses/play/first/cover.webp',
    'countries/kg/logo.svg',
    'countries/tj/country.yml',
    'shared/courses/play/second/index.en.md',
    'shared/courses/play/second/film.mp4',
    'shared/pages/about/poster.pdf',
    'shared/pages/about/photo.jpeg',
    'strings/tg.po',
    'taxonomy/extra.yml',
    'taxonomy/frameworks/other.yml',
  ]) {
    const outcome = await save({ operation: 'create', path: `content/${name}`, content: base64('x\n') });
    expect([name, outcome.status]).toEqual([name, 201]);
  }
});

test('an entry is deleted, and its empty folder with it', async () => {
  const { folder, save, sha, head } = await serve();
  const file = 'content/shared/materials/bag/index.en.md';
  const outcome = await save({ operation: 'delete', path: file, content: '', sha: await sha(file) });
  expect([outcome.status, outcome.files]).toEqual([201, [null]]);
  expect(await readdir(path.join(folder, 'shared'))).toEqual(['courses', 'groups', 'pages']);
  expect(outcome.commit.sha).toBe(await head());
});

test('an entry moves with its files: each is an update that says where it lay', async () => {
  const { folder, save, tree, head } = await serve({ 'shared/materials/bag/cover.svg': svg });
  const listed = await tree();
  const names = ['index.en.md', 'cover.svg'];
  const outcome = await save(
    ...(await Promise.all(
      names.map(async (name) => ({
        operation: 'update',
        path: `content/shared/materials/sack/${name}`,
        from_path: `content/shared/materials/bag/${name}`,
        sha: listed.get(`content/shared/materials/bag/${name}`)?.sha,
        content: base64(await readFile(path.join(folder, 'shared/materials/bag', name))),
      })),
    )),
  );
  expect(outcome.status).toBe(201);
  expect(outcome.files.map((file) => file?.path)).toEqual(
    names.map((name) => `content/shared/materials/sack/${name}`),
  );
  expect(await readdir(path.join(folder, 'shared/materials'))).toEqual(['sack']);
  expect(outcome.commit.sha).toBe(await head());
});

test('two entries can take each other’s place in one save', async () => {
  const { folder, save, sha } = await serve({ 'shared/pages/help/index.en.md': text('title: Help\n') });
  const help = 'content/shared/pages/help/index.en.md';
  const [ofAbout, ofHelp] = [await sha(about), await sha(help)];
  const outcome = await save(
    { operation: 'update', path: help, from_path: about, sha: ofAbout, content: base64('About\n') },
    { operation: 'update', path: about, from_path: help, sha: ofHelp, content: base64('Help\n') },
  );
  expect(outcome.status).toBe(201);
  expect(await readFile(path.join(folder, 'shared/pages/help/index.en.md'), 'utf8')).toBe('About\n');
  expect(await readFile(path.join(folder, 'shared/pages/about/index.en.md'), 'utf8')).toBe('Help\n');
});

test('a country whose part lies elsewhere is written there', async () => {
  const elsewhere = await temporaryFolder();
  await writeFile(path.join(elsewhere, 'country.yml'), 'code: kg\n');
  const { folder, save } = await serve(
    { 'countries/kg/country.yml': 'code: kg\n' },
    { countryFolders: new Map([['kg' as never, elsewhere]]) },
  );
  const file = 'content/countries/kg/pages/help/index.ru.md';
  const outcome = await save({ operation: 'create', path: file, content: base64('Помощь\n') });
  expect(outcome.status).toBe(201);
  expect(await readFile(path.join(elsewhere, 'pages/help/index.ru.md'), 'utf8')).toBe('Помощь\n');
  expect(await readdir(path.join(folder, 'countries/kg'))).toEqual(['country.yml']);
  const gone = { operation: 'delete', path: file, sha: outcome.files[0]?.sha, content: '' };
  expect((await save(gone)).status).toBe(201);
  // The folder itself is the ministry's, however empty.
  expect(await readdir(elsewhere)).toEqual(['country.yml']);
});

test('a file keeps its line ends and its rights; a new one has LF', async () => {
  const windows = changed.replaceAll('\n', '\r\n');
  const { folder, save, sha } = await serve({ 'shared/pages/about/index.en.md': windows });
  const file = path.join(folder, 'shared/pages/about/index.en.md');
  await chmod(file, 0o640);
  const fresh = changed.replace('others', 'you');
  const outcome = await save({
    operation: 'update',
    path: about,
    content: base64(fresh),
    sha: await sha(about),
  });
  expect(outcome.status).toBe(201);
  expect(await readFile(file, 'utf8')).toBe(fresh.replaceAll('\n', '\r\n'));
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(outcome.files[0]?.sha).toBe(await sha(about));
  const moved = 'content/shared/pages/us/index.en.md';
  const sent = { content: base64(changed), sha: outcome.files[0]?.sha };
  expect((await save({ operation: 'update', path: moved, from_path: about, ...sent })).status).toBe(201);
  expect(await readFile(path.join(folder, 'shared/pages/us/index.en.md'), 'utf8')).toBe(windows);
  const russian = 'content/shared/pages/us/index.ru.md';
  expect(
    (await save({ operation: 'create', path: russian, content: base64('О нас\r\nМы\r\n') })).status,
  ).toBe(201);
  expect(await readFile(path.join(folder, 'shared/pages/us/index.ru.md'), 'utf8')).toBe('О нас\nМы\n');
});

test('a text that only lost its Windows line ends is not written, and one that a checkout turned is known', async () => {
  const { folder, save, sha } = await serve({ 'shared/pages/about/index.en.md': changed });
  const file = path.join(folder, 'shared/pages/about/index.en.md');
  const known = await sha(about);
  await writeFile(file, changed.replaceAll('\n', '\r\n'));
  const before = await stat(file);
  const outcome = await save({ operation: 'update', path: about, content: base64(changed), sha: known });
  expect(outcome.status).toBe(201);
  expect((await stat(file)).ino).toBe(before.ino);
  expect(outcome.files[0]?.sha).toBe(await sha(about));
});

test('pictures are saved byte for byte', async () => {
  const { folder, save } = await serve();
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0x00, 0x0d, 0x0d]);
  const file = 'content/shared/pages/about/photo.png';
  expect((await save({ operation: 'create', path: file, content: base64(bytes) })).status).toBe(201);
  expect(await readFile(path.join(folder, 'shared/pages/about/photo.png'))).toEqual(bytes);
});

test('the texts of a save are checked together, as they are read: with LF and without BOM', async () => {
  const asked: UnsavedFiles[] = [];
  const { save, sha } = await serve(
    {},
    {
      check: async (unsaved) => {
        asked.push(unsaved);
        return [];
      },
    },
  );
  await save(
    { operation: 'update', path: about, content: base64('\uFEFFa\r\nb\r\n'), sha: await sha(about) },
    { operation: 'create', path: 'content/shared/pages/about/a.svg', content: base64(svg) },
    { operation: 'create', path: 'content/shared/pages/about/index.ru.md', content: base64('c\n') },
  );
  expect(asked).toEqual([
    {
      texts: [
        { path: 'shared/pages/about/index.en.md', text: 'a\nb\n' },
        { path: 'shared/pages/about/index.ru.md', text: 'c\n' },
      ],
      assets: ['shared/pages/about/a.svg'],
    },
  ]);
});

test('warnings do not refuse a save', async () => {
  const { save, sha } = await serve(
    {},
    {
      check: async ({ texts: [file] }) => [
        {
          code: 'text/long',
          severity: 'warning',
          file: file?.path ?? '',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
          message: 'is long',
        },
      ],
    },
  );
  const update = { operation: 'update', path: about, content: base64(changed), sha: await sha(about) };
  expect((await save(update)).status).toBe(201);
});

test('what somebody else changed during a save is still found out afterwards', async () => {
  let other = '';
  const { folder, save, sha, head } = await serve(
    {},
    {
      check: async () => {
        await writeFile(other, text('title: Talk\nsummary: Changed meanwhile.\n'));
        return [];
      },
    },
  );
  other = path.join(folder, 'shared/groups/talk/index.en.md');
  const update = { operation: 'update', path: about, content: base64(changed), sha: await sha(about) };
  const { status, commit } = await save(update);
  expect([status, commit.sha === (await head())]).toEqual([201, false]);
});

test('saves that come at once are done one after the other', async () => {
  const { save, sha } = await serve();
  const known = await sha(about);
  const outcomes = await Promise.all(
    ['One\n', 'Two\n'].map((content) =>
      save({ operation: 'update', path: about, content: base64(content), sha: known }),
    ),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test('nothing but the files themselves is left in their folder, and nothing is kept of what Git has', async () => {
  const repository = await contentRepository();
  const { save, sha, keptFolder, folder } = await serve({}, { contentFolder: repository.folder });
  await save({ operation: 'update', path: about, content: base64(changed), sha: await sha(about) });
  expect(await readdir(path.join(folder, 'shared/pages/about'))).toEqual(['index.en.md']);
  expect(await keptIn(keptFolder)).toEqual([]);
  expect(await repository.git('status', '--porcelain')).toBe(' M content/shared/pages/about/index.en.md\n');
});
