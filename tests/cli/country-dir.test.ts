/** Commands on a country whose part lies in a folder of its own. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSites } from '../../build/pipeline.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { listFiles } from '../support/built-sites.ts';
import { passport, runCommand } from '../support/command.ts';
import { contentFolder, temporaryFolder, text } from '../support/content.ts';

const patch = 'materials/bag/index.en.patch.md';

/** Content with the part of Kyrgyzstan beside it, and with an older state of it in its usual place. */
async function twoCheckouts(): Promise<{ readonly content: string; readonly whole: string; layer: string }> {
  const whole = await contentFolder({
    [`countries/kg/${patch}`]: text('title: Our bag\n'),
    'countries/kg/pages/own/index.en.md': text('title: Ours\nsummary: Ours alone.\nnav: footer\n', 'Us.\n'),
  });
  const root = await temporaryFolder();
  const [content, layer] = [path.join(root, 'content'), path.join(root, 'layer')];
  await cp(whole, content, { recursive: true });
  await cp(path.join(content, 'countries/kg'), layer, { recursive: true });
  await writeFile(path.join(content, 'countries/kg', patch), text('title: An older bag\n'));
  return { content, whole, layer };
}

test('the sites are those of the folder in its place, byte for byte, and no cache mixes up two folders', async () => {
  const { content, whole, layer } = await twoCheckouts();
  const root = await temporaryFolder();
  const [out, cache] = [path.join(root, 'out'), path.join(root, 'cache')];
  const build = async (contentFolder: string, folder?: string): Promise<Record<string, string>> => {
    const countryFolders = new Map(folder === undefined ? [] : [['kg' as CountryCode, folder]]);
    const { diagnostics } = await buildSites({ contentFolder, countryFolders, out, cache, drafts: false });
    expect(diagnostics).toEqual([]);
    const files = await listFiles(out);
    return Object.fromEntries(
      await Promise.all(files.map(async (file) => [file, await readFile(path.join(out, file), 'latin1')])),
    );
  };
  const expected = await build(whole);
  expect(expected['kg/en/materials/bag/index.html']).toContain('Our bag');
  const old = await build(content);
  expect(old['kg/en/materials/bag/index.html']).toContain('An older bag');
  expect(await build(content, layer)).toEqual(expected);
  expect(await build(content)).toEqual(old);
  await rm(path.join(content, 'countries'), { recursive: true });
  expect(await build(content, layer)).toEqual(expected);
});

test('faults stand where the file lies, and can be put right there', async () => {
  const { content, layer } = await twoCheckouts();
  const country = path.join(layer, 'country.yml');
  await writeFile(country, `${await readFile(country, 'utf8')}motto: Play\n`);
  // As in a job of the repository that the part of the country lies in.
  const there = ['--content', 'content', '--country-dir', 'kg=layer', '--format', 'github'];
  const program = path.resolve('scripts/passport.mjs');
  const checked = await runCommand(process.execPath, [program, 'check', ...there], {}, path.dirname(layer));
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain('::error file=layer/country.yml,line=9,col=1,');

  await writeFile(country, (await readFile(country, 'utf8')).replace('motto: Play\n', ''));
  const args = ['--content', content, '--country-dir', `kg=${layer}`];
  const listed = await passport(['status', ...args]);
  expect(listed.stdout).toContain(`${layer}/${patch}`);
  const accepted = await passport(['status', ...args, '--accept', path.join(layer, patch)]);
  expect(accepted).toMatchObject({ code: 0, stdout: `${path.join(layer, patch)}: recorded\n` });
  expect(await readFile(path.join(layer, patch), 'utf8')).toContain('basedOn: ');

  const made = await passport(['new', 'page', 'Questions', '--country', 'kg', ...args]);
  expect(made.stdout).toContain(`made ${layer}/pages/questions/index.`);
  expect(made.stdout).toContain('These commands need --country-dir, too');
  expect(await passport(['format', ...args, '--check', layer])).toMatchObject({ code: 0, stderr: '' });
});

test('what is no folder of a country is said, and nothing is done', async () => {
  const { content, layer } = await twoCheckouts();
  const empty = path.join(layer, 'pages');
  await mkdir(path.join(layer, 'dist'));
  const refused = async (...given: readonly string[]): Promise<string> => {
    const dirs = given.flatMap((dir) => ['--country-dir', dir]);
    const { code, stderr } = await passport([
      'build',
      '--content',
      content,
      ...dirs,
      '--out',
      `${layer}/dist`,
    ]);
    return `${code} ${stderr.split('\n')[0]}`;
  };
  expect(await refused('../kg')).toBe(
    '2 --country-dir: "../kg" does not name a country and its folder, such as kg=../kg-content',
  );
  expect(await refused('kg=/nowhere')).toBe('2 --country-dir: there is no folder "/nowhere"');
  expect(await refused(`kg=${empty}`)).toBe(
    `2 --country-dir: there is no country.yml in "${empty}". The folder holds what would lie in ${content}/countries/kg/.`,
  );
  expect(await refused(`kg=${layer}`, `kg=${layer}`)).toBe('2 --country-dir: there are two folders for kg');
  expect(await refused(`kg=${content}/countries/kg`)).toBe(
    `2 --country-dir: "${content}/countries/kg" lies in the content folder "${content}". What lies in countries/kg/ is found there anyway.`,
  );
  expect(await refused(`kg=${layer}`)).toContain(`lies in the folder of kg "${layer}"`);
});
