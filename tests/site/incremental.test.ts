/**
 * A build that makes anew only what has changed gives the same bytes as one that begins from nothing.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasErrors } from '../../build/diagnostics/diagnostic.ts';
import { type BuildResult, buildSites } from '../../build/pipeline.ts';
import { listFiles } from '../support/built-sites.ts';
import { runCommand } from '../support/command.ts';
import {
  contentFolder,
  type Files,
  lines,
  minimalContent,
  po,
  temporaryFolder,
  text,
  writeContent,
} from '../support/content.ts';
import { type Edit, edits, type Folders, makeEdit } from './edits.ts';

const russian =
  'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);';

const lesson = (title: string, quiz = ''): string =>
  text(
    `title: ${title}\nsummary: About ${title}.\ndurationMinutes: 10\nmaterials: [bag]\n`,
    `## Why\n\nSee [the bag](/materials/bag/) and [the story](/materials/story/#end).\n${quiz}`,
  );

const material = (title: string, type: string, more = ''): string =>
  text(
    `title: ${title}\nsummary: A ${title}.\ntype: ${type}\nages:\n  fromMonths: 36\n  toMonths: 60\ndomains: [cognition]\nupdated: 2026-03-01\n${more}`,
    `Begin.\n\n## End\n\nThe end of “${title}”.\n`,
  );

/** Two countries that share a course, materials and a community, with something of everything. */
const twoCountries: Files = {
  'strings/ru.po': po(russian, '\nmsgid "Courses"\nmsgstr "Курсы"\n'),
  'strings/ky.po': po('nplurals=2; plural=(n != 1);'),
  'strings/sr-Cyrl.po': po(russian),
  'countries/kg/country.yml':
    'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: ky\n    fallback: [ru]\n  - tag: ru\n  - tag: en\nurl: https://kg.example.org/\n',
  'countries/rs/country.yml':
    'code: rs\nname:\n  en: Serbia\nlanguages:\n  - tag: sr-Cyrl\n  - tag: sr-Latn\n    transliterate: sr-Cyrl\nurl: https://rs.example.org/\ncontact:\n  email: rs@example.org\n',
  'countries/rs/pages/own/index.en.md': text('title: Ours\nsummary: Ours alone.\nnav: footer\n', 'Us.\n'),
  'countries/kg/materials/bag/index.ru.patch.md': text('title: Войлочный мешок\n'),
  'shared/courses/play/index.en.md': text(
    'title: Play\nsummary: About play.\naudience: [educator]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons:\n  - first\n  - second\n',
    'Read [the first lesson](/courses/play/first/).\n',
  ),
  'shared/courses/play/first/index.en.md': lesson(
    'First',
    '\n::: quiz #q1\nWhich?\n\n- [ ] This\n- [x] That\n:::\n',
  ),
  'shared/courses/play/second/index.en.md': lesson('Second'),
  'shared/materials/bag/index.en.md': material('Bag', 'activity', 'setting: [home]\nrelated: [story]\n'),
  'shared/materials/bag/index.ru.md': text(
    'title: Мешок\nsummary: О мешке.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
    'Трогайте.\n\n## Конец\n',
  ),
  'shared/materials/bag/index.sr-Cyrl.md': text(
    'title: Врећа\nsummary: О врећи.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
    'Опипајте.\n\n## Крај\n',
  ),
  'shared/materials/story/index.en.md': material('Story', 'story'),
  'shared/groups/talk/index.en.md': text(
    'title: Talk\nsummary: A community.\naudience: [educator]\ncourses: [play]\nrules: Be kind.\n',
    'Welcome.\n',
  ),
};

const content = () => contentFolder(twoCountries);

function digests(folder: string): Readonly<Record<string, string>> {
  // One after the other takes half as long as side by side, where no disk is waited for.
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file).replaceAll('\\', '/'),
      hash('sha256', readFileSync(file)).slice(0, 12),
    ]),
  );
}

/** Empties a cache of all but what is made of the program alone, whatever the content is: bundling that takes longer than all else. */
async function forgetContent(cache: string): Promise<void> {
  for (const file of await listFiles(cache))
    if (!/\/own\/(?:scripts|lasting-scripts|mirror-program|pagefind)$/.test(file))
      await rm(path.join(cache, file));
}

/** Builds from nothing, elsewhere. */
async function buildClean(
  contentFolder: string,
  { out, cache }: Pick<Folders, 'out' | 'cache'>,
  search: boolean,
): Promise<BuildResult> {
  await rm(out, { recursive: true, force: true });
  await forgetContent(cache);
  return buildSites({ contentFolder, out, cache, drafts: false, search });
}

const faultsOf = ({ diagnostics }: BuildResult): string[] => lines(diagnostics);

/** Folders of all rows of a test, one after the other: a cache belongs to the folders of a content and of its sites. */
async function desk(): Promise<string> {
  const top = await temporaryFolder();
  await Promise.all(['cache', 'clean-cache'].map((name) => mkdir(path.join(top, name))));
  return top;
}

/** Makes edits one after the other, builds after each, and compares. */
async function follow(top: string, row: readonly Edit[], search: boolean): Promise<void> {
  const at = (name: string): string => path.join(top, name);
  const folders: Folders = { content: at('content'), out: at('out'), cache: at('cache') };
  const clean = { out: at('clean-out'), cache: at('clean-cache') };
  const build = () =>
    buildSites({
      contentFolder: folders.content,
      out: folders.out,
      cache: folders.cache,
      drafts: false,
      search,
    });
  for (const folder of [folders.content, folders.out]) await rm(folder, { recursive: true, force: true });
  await forgetContent(folders.cache);
  await writeContent(folders.content, { ...minimalContent, ...twoCountries });
  await build();
  for (const edit of row) {
    await makeEdit(folders, edit);
    const result = await build();
    const expected = await buildClean(folders.content, clean, search);
    expect(faultsOf(result)).toEqual(faultsOf(expected));
    // With faults nothing is published; what somebody did to the published files stays until a build succeeds.
    if (hasErrors(result.diagnostics)) continue;
    expect(digests(folders.out)).toEqual(digests(clean.out));
  }
}

test('after each of 200 random edits the sites are those of a clean build', {
  timeout: 900_000,
}, async () => {
  let count = 0;
  const top = await desk();
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 10, maxLength: 10 }), async (row) => {
      count += row.length;
      await follow(top, row, false);
    }),
    { numRuns: 20 },
  );
  expect(count).toBe(200);
});

test('so are the search bundles', async () => {
  const top = await desk();
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 8, maxLength: 8 }), (row) => follow(top, row, true)),
    { numRuns: 3 },
  );
});

test('a build with nothing to do touches no file', async () => {
  const [folder, out, cache] = [await content(), await temporaryFolder(), await temporaryFolder()];
  const build = () => buildSites({ contentFolder: folder, out, cache, drafts: false });
  await build();
  const times = async () =>
    Promise.all((await listFiles(out)).map(async (file) => (await stat(path.join(out, file))).ctimeMs));
  const before = await times();
  const { sites } = await build();
  expect(sites.map(({ made }) => made)).toEqual([0, 0]);
  expect(await times()).toEqual(before);
});

test('an edit makes only the pages anew that it touches', async () => {
  const [folder, out, cache] = [await content(), await temporaryFolder(), await temporaryFolder()];
  const build = async () => {
    const { sites } = await buildSites({ contentFolder: folder, out, cache, drafts: false });
    return Object.fromEntries(sites.map(({ country, made }) => [country, made]));
  };
  expect(await build()).toEqual({ kg: 21, rs: 24 });
  const folders = { content: folder, out, cache };
  // The Russian bag: its own page in ky, which falls back to it, and in ru.
  const texts = (await listFiles(folder)).filter((file) => /index\.[\w-]+\.md$/.test(file));
  const bag = texts.indexOf('shared/materials/bag/index.ru.md');
  await makeEdit(folders, { kind: 'body', at: bag, word: 'kite' });
  expect(await build()).toEqual({ kg: 2, rs: 0 });
  // The Serbian one: in both scripts.
  await makeEdit(folders, {
    kind: 'body',
    at: texts.indexOf('shared/materials/bag/index.sr-Cyrl.md'),
    word: 'river',
  });
  expect(await build()).toEqual({ kg: 0, rs: 2 });
  // Its title: also the two lessons that name it, and nothing in English or Serbian.
  await makeEdit(folders, {
    kind: 'title',
    at: texts.indexOf('shared/materials/story/index.en.md'),
    word: 'nan',
  });
  const made = await build();
  expect(made.kg).toBeLessThan(21);
  expect(made.rs).toBeGreaterThan(0);
});

test('what nobody will ask for again leaves the cache', async () => {
  const [folder, out, cache] = [await content(), await temporaryFolder(), await temporaryFolder()];
  const build = () => buildSites({ contentFolder: folder, out, cache, drafts: false });
  const kept = async (part: string) => (await listFiles(cache)).filter((file) => file.includes(`/${part}/`));
  const picture = (width: number): Promise<void> =>
    writeFile(
      path.join(folder, 'shared/materials/bag/cover.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path d="M0 0h${width}v4z"/></svg>`,
    );
  const bag = path.join(folder, 'shared/materials/bag/index.en.md');
  await picture(1);
  await writeFile(
    bag,
    (await readFile(bag, 'utf8')).replace('---\n', '---\nimage:\n  src: cover.svg\n  alt: A\n'),
  );
  await build();
  const before = {
    folders: await kept('folders'),
    assets: await kept('assets'),
    search: await kept('search'),
  };
  expect(before.assets).toHaveLength(1);
  await picture(2);
  await rm(path.join(folder, 'countries/rs/pages/own'), { recursive: true });
  await build();
  expect(await kept('folders')).toHaveLength(before.folders.length - 2);
  expect(await kept('assets')).toHaveLength(1);
  expect(await kept('assets')).not.toEqual(before.assets);
  expect(await kept('search')).toEqual(before.search);
});

test('after a change of the program nothing of the old one is used', async () => {
  const [folder, out, cache, clean] = [
    await content(),
    await temporaryFolder(),
    await temporaryFolder(),
    await temporaryFolder(),
  ];
  const program = await copyOfProgram();
  const build = (to: string, ...options: string[]) =>
    runCommand(process.execPath, [
      path.join(program, 'scripts', 'build.ts'),
      ...['--content', folder, '--out', to, '--no-search', ...options],
    ]);
  expect(await build(out, '--cache', cache)).toMatchObject({ code: 0 });
  const before = digests(out);
  const template = path.join(program, 'templates', 'layouts', 'document.ts');
  await writeFile(template, (await readFile(template, 'utf8')).replace('id="main"', 'id="content"'));
  expect(await build(out, '--cache', cache)).toMatchObject({ code: 0 });
  expect(await build(clean, '--cache', await temporaryFolder())).toMatchObject({ code: 0 });
  const after = digests(out);
  expect(after).toEqual(digests(clean));
  expect(after['kg/index.html']).not.toBe(before['kg/index.html']);
});

async function copyOfProgram(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of ['build', 'schemas', 'templates', 'scripts', 'package.json', 'package-lock.json'])
    await cp(name, path.join(folder, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'dir');
  return folder;
}
