import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { text } from '../../support/content.ts';
import { contentRepository } from '../../support/repository.ts';
import { base64, own, serve, type Tree, token } from './support.ts';

const about = 'content/shared/pages/about/index.en.md';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n';

test('it introduces itself as the editor expects it', async () => {
  const { get } = await serve();
  expect(Number.parseFloat((await get<{ version: string }>('version')).version)).toBeGreaterThanOrEqual(1.24);
  expect(await get('user')).toMatchObject({ login: 'author', id: 1 });
  expect(await get(own)).toMatchObject({ default_branch: 'main', permissions: { pull: true, push: true } });
  expect(await get('settings/api')).toMatchObject({ default_paging_num: 500, max_response_items: 500 });
});

test('the author is whoever Git says, or nobody in particular', async () => {
  const { folder, git } = await contentRepository();
  await git('config', 'user.name', 'Айгүл Осмонова');
  await git('config', 'user.email', 'aigul@example.org');
  const { get } = await serve({}, { contentFolder: folder });
  expect(await get('user')).toMatchObject({ full_name: 'Айгүл Осмонова', email: 'aigul@example.org' });
});

test('the tree has texts, settings and what lies beside entries, with the digests of Git', async () => {
  const { folder, tree } = await serve({
    'shared/materials/bag/cover.svg': svg,
    'shared/courses/play/first/song.mp3': 'ID3',
    'countries/kg/logo.svg': svg,
    'countries/kg/materials/bag/index.ru.patch.md': text('title: Сумка\n'),
    'README.md': '# Content\n',
    'shared/materials/bag/run.js': 'alert(1)',
    'shared/materials/bag/page.html': '<p>',
    'shared/materials/bag/.hidden.svg': svg,
    'shared/materials/bag/Сумка.svg': svg,
    'shared/cover.svg': svg,
    'shared/materials/bag/index.kyrgyz.md': text('title: Баштык\n'),
  });
  const found = await tree();
  expect([...found.keys()].filter((file) => !file.includes('taxonomy/'))).toEqual([
    'content/countries/kg/country.yml',
    'content/countries/kg/logo.svg',
    'content/countries/kg/materials/bag/index.ru.patch.md',
    'content/shared/courses/play/first/index.en.md',
    'content/shared/courses/play/first/index.ru.md',
    'content/shared/courses/play/first/song.mp3',
    'content/shared/courses/play/index.en.md',
    'content/shared/groups/talk/index.en.md',
    'content/shared/materials/bag/cover.svg',
    'content/shared/materials/bag/index.en.md',
    about,
    'content/site.yml',
    'content/strings/ru.po',
  ]);
  const file = path.join(folder, 'shared/pages/about/index.en.md');
  const sha = execFileSync('git', ['hash-object', '--no-filters', file]).toString().trim();
  expect(found.get(about)).toMatchObject({ sha, type: 'blob' });
});

test('a country whose part lies elsewhere is in the tree as if it lay below the content', async () => {
  const { folder: elsewhere } = await contentRepository({
    'country.yml': 'code: kg\n',
    'pages/help/index.ru.md': text('title: Помощь\n'),
  });
  const { tree, ask } = await serve({}, { countryFolders: new Map([['kg' as never, elsewhere]]) });
  const file = 'content/countries/kg/pages/help/index.ru.md';
  expect([...(await tree()).keys()]).toContain(file);
  expect(await (await ask(`${own}/raw/${file}?ref=main`)).text()).toContain('Помощь');
  const commits = await ask(`${own}/commits?sha=main&path=${encodeURIComponent(file)}&limit=100`);
  expect(await commits.json()).toMatchObject([{ commit: { author: { name: 'An author' } } }]);
});

test('links are in no tree, and nothing is read by way of them', async () => {
  const { folder, tree, ask } = await serve();
  const secret = path.join(path.dirname(folder), `${path.basename(folder)}-secret`);
  await mkdir(secret);
  await writeFile(path.join(secret, 'index.en.md'), 'secret');
  try {
    await symlink(secret, path.join(folder, 'shared/pages/linked'));
    await mkdir(path.join(folder, 'shared/pages/half'));
    await symlink(path.join(secret, 'index.en.md'), path.join(folder, 'shared/pages/half/index.en.md'));
    expect([...(await tree()).keys()].filter((file) => /linked|half/.test(file))).toEqual([]);
    for (const name of ['linked', 'half']) {
      const file = `content/shared/pages/${name}/index.en.md`;
      for (const call of ['raw', 'media/main']) {
        const answer = await ask(`${own}/${call}/${file}`);
        expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('link')]);
      }
      const body = JSON.stringify({ files: [file] });
      expect((await ask(`${own}/file-contents?ref=main`, { method: 'POST', body })).status).toBe(422);
    }
  } finally {
    await rm(secret, { recursive: true });
  }
});

test('the state of the repository changes with its files, and only then', async () => {
  const { folder, head } = await serve();
  const file = path.join(folder, 'shared/pages/about/index.en.md');
  const first = await head();
  expect(first).toMatch(/^[0-9a-f]{40}$/);
  expect(await head()).toBe(first);
  await writeFile(path.join(folder, 'README.md'), 'Not of the editor');
  expect(await head()).toBe(first);
  await writeFile(file, text('title: About\nsummary: Another.\n'));
  const second = await head();
  expect(second).not.toBe(first);
  await writeFile(file, text('title: About\nsummary: Anothex.\n'));
  expect(await head()).not.toBe(second);
  await writeFile(file, text('title: About\nsummary: Another.\n'));
  expect(await head()).toBe(second);
  await rm(file);
  expect(await head()).not.toBe(second);
});

test('2,000 entries are listed page by page, all of the same state', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 2000 }, (_, number) => [
      `shared/materials/m-${number}/index.en.md`,
      text(`title: Material ${number}\n`),
    ]),
  );
  const { folder, get, head } = await serve(files);
  const id = await head();
  const first = await get<Tree>(`${own}/git/trees/${id}?recursive=1&page=1`);
  expect([first.tree.length, first.truncated]).toEqual([1000, true]);
  // What changes between two pages is in neither; it is seen by the next look at the branch.
  await rm(path.join(folder, 'shared/materials/m-0'), { recursive: true });
  await writeFile(path.join(folder, 'shared/pages/about/index.ru.md'), text('title: О нас\n'));
  const second = await get<Tree>(`${own}/git/trees/${id}?recursive=1&page=2`);
  const third = await get<Tree>(`${own}/git/trees/${id}?recursive=1&page=3`);
  expect([second.truncated, third.truncated]).toEqual([true, false]);
  const paths = [first, second, third].flatMap(({ tree }) => tree.map((file) => file.path));
  expect(paths.filter((file) => file.startsWith('content/shared/materials/m-'))).toHaveLength(2000);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).not.toContain('content/shared/pages/about/index.ru.md');
  expect(await head()).not.toBe(id);
  const whole = await get<Tree>(`${own}/git/trees/main?recursive=1&per_page=5&page=2`);
  expect([whole.tree.length, whole.truncated]).toEqual([5, true]);
});

test('a state that was never told is not found', async () => {
  const { ask } = await serve();
  expect((await ask(`${own}/git/trees/${'0'.repeat(40)}?recursive=1`)).status).toBe(404);
});

test('many files are read at once, and one that is gone is null', async () => {
  const { folder, ask, tree } = await serve();
  const listed = await tree();
  const gone = 'content/shared/groups/talk/index.en.md';
  await rm(path.join(folder, 'shared/groups/talk/index.en.md'));
  const body = JSON.stringify({ files: [about, gone, 'content/site.yml'] });
  const response = await ask(`${own}/file-contents?ref=main`, { method: 'POST', body });
  expect(await response.json()).toMatchObject([
    {
      path: about,
      sha: listed.get(about)?.sha,
      encoding: 'base64',
      content: base64(text('title: About\nsummary: About us.\nnav: footer\n', 'We.\n')),
    },
    null,
    { path: 'content/site.yml' },
  ]);
});

test('no more files are read at once than the settings say', async () => {
  const { ask } = await serve();
  const body = JSON.stringify({ files: Array.from({ length: 501 }, () => about) });
  expect((await ask(`${own}/file-contents?ref=main`, { method: 'POST', body })).status).toBe(422);
});

test('a file that is written while it is read has the digest of what is sent, whenever it is sent', async () => {
  const { folder, ask } = await serve();
  const file = path.join(folder, 'shared/pages/about/index.en.md');
  const body = JSON.stringify({ files: [about] });
  const versions = ['a', 'b'].map((letter) => text('title: About\n', letter.repeat(200_000)));
  let isReading = true;
  const writing = (async () => {
    for (let count = 0; isReading; count++) await writeFile(file, versions[count % 2] ?? '');
  })();
  for (let count = 0; count < 40; count++) {
    const response = await ask(`${own}/file-contents?ref=main`, { method: 'POST', body });
    if (response.status === 503) continue;
    const [{ content, sha, size }] = (await response.json()) as [
      { content: string; sha: string; size: number },
    ];
    const bytes = Buffer.from(content, 'base64');
    expect(size).toBe(bytes.length);
    const git = execFileSync('git', ['hash-object', '--stdin'], { input: bytes });
    expect(sha).toBe(git.toString().trim());
  }
  isReading = false;
  await writing;
});

test('a file is sent as it is, with its type, and runs nothing', async () => {
  const { ask } = await serve({ 'shared/materials/bag/cover.svg': svg });
  const raw = await ask(`${own}/raw/${about}?ref=main`);
  expect([raw.headers.get('content-type'), await raw.text()]).toEqual([
    'text/plain; charset=utf-8',
    expect.stringContaining('title: About'),
  ]);
  const picture = await ask(`${own}/media/main/content/shared/materials/bag/cover.svg`);
  expect([picture.headers.get('content-type'), await picture.text()]).toEqual(['image/svg+xml', svg]);
  expect(picture.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the history of a file is that of Git, newest first', async () => {
  const { folder, write, commit } = await contentRepository();
  await write({ 'shared/pages/about/index.en.md': text('title: About\nsummary: New.\n') });
  await commit();
  const { get } = await serve({}, { contentFolder: folder });
  const history = await get<{ sha: string; commit: { author: { name: string; date: string } } }[]>(
    `${own}/commits?sha=main&path=${encodeURIComponent(about)}&limit=100`,
  );
  expect(history).toHaveLength(2);
  expect(history[0]).toMatchObject({
    sha: expect.stringMatching(/^[0-9a-f]{40}$/),
    commit: { author: { name: 'An author', email: 'author@example.org' } },
  });
  expect(Number.isNaN(Date.parse(history[0]?.commit.author.date ?? ''))).toBe(false);
});

test('content that is not kept with Git has no history', async () => {
  const { get } = await serve();
  expect(await get(`${own}/commits?sha=main&path=${encodeURIComponent(about)}`)).toEqual([]);
});

test('an empty token is refused at the start', async () => {
  await expect(serve({}, { token: '' })).rejects.toThrow(TypeError);
  expect(token).not.toBe('');
});
