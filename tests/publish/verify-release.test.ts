import { execFile } from 'node:child_process';
import { appendFile, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runCommand } from '../support/command.ts';
import { minimalContent, temporaryFolder, writeContent } from '../support/content.ts';
import { commandBlocks } from '../support/guide.ts';

const runFile = promisify(execFile);

/** A checkout of this project with a small content folder, in which everything is committed. */
async function checkout() {
  const folder = path.join(await temporaryFolder(), 'checkout');
  const git = (...args: readonly string[]) => runFile('git', [...args], { cwd: folder });
  await runFile('git', ['clone', '--quiet', '--depth', '1', `file://${path.resolve('.')}`, folder]);
  await appendFile(path.join(folder, '.git/info/exclude'), '/node_modules\n');
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  await rm(path.join(folder, 'content'), { recursive: true });
  await writeContent(path.join(folder, 'content'), minimalContent);
  await git('add', '--all');
  await git(
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.org',
    'commit',
    '--quiet',
    '-m',
    'Small content',
  );
  const passport = async (...args: readonly string[]) =>
    runCommand(process.execPath, ['scripts/passport.mjs', ...args], { PASSPORT_KEYS_DIR: 'none' }, folder);
  return { folder, passport };
}

const words = async (): Promise<readonly string[]> => {
  const [command = ''] = (await commandBlocks('Publishing')).slice(7);
  const [, name = '', args = ''] = /^npm run (\w+) -- (.*)\n$/.exec(command) ?? [];
  return [name, ...args.split(' ')];
};

test('a release is built anew from its revision and is the same; a page that somebody has changed is named', async () => {
  const { folder, passport } = await checkout();
  await passport('build', '--country', 'kg');
  await passport('release', '--country', 'kg');
  const same = await passport(...(await words()));
  expect(same.stdout, same.stderr).toMatch(/release 1 is what its sources say: \d+ files, each the same/);
  expect(same.code).toBe(0);

  const page = path.join(folder, 'dist/kg/en/materials/bag/index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('Touch.', 'Smell.'));
  await passport('release', '--country', 'kg');
  const other = await passport(...(await words()));
  expect(other.code).toBe(1);
  expect(other.stdout).toContain('release 2 is not what its sources say: 1 file');
  expect(other.stdout).toContain('en/materials/bag/index.html  differs');

  await writeFile(path.join(folder, 'content/site.yml'), `${minimalContent['site.yml']}# changed\n`);
  await writeFile(page, 'Something else.');
  await passport('release', '--country', 'kg');
  const dirty = await passport(...(await words()));
  expect(dirty.code).toBe(3);
  expect(dirty.stderr).toMatch(/with changes that were not committed, so that nobody can build it anew/);
}, 600_000);
