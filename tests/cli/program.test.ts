import { cp, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/content.ts';

const longAgo = new Date('2026-01-01');

/** A copy of the project, whose sources a test may change. */
async function copyProject() {
  const folder = await temporaryFolder();
  for (const name of ['build', 'schemas', 'scripts', 'templates', 'package.json', 'package-lock.json'])
    await cp(name, path.join(folder, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  await utimes(path.join(folder, 'scripts/status.ts'), longAgo, longAgo);
  const programsFolder = path.join(folder, '.cache/program');
  const usageOf = (command: string, env: Readonly<Record<string, string>> = {}) =>
    runCommand(process.execPath, ['scripts/passport.mjs', command, '--help'], env, folder);
  return {
    folder,
    programsFolder,
    usageOf,
    programs: async () => (await readdir(programsFolder)).toSorted(),
    /** Changes what a command says of itself, and nothing by which an editor could tell. */
    async saySomethingElse(word: string) {
      const file = path.join(folder, 'scripts/status.ts');
      const source = await readFile(file, 'utf8');
      await writeFile(file, source.replace(/usage: npm run \w+/, `usage: npm run ${word}`));
      await utimes(file, longAgo, longAgo);
    },
  };
}

test('every command for authors and administrators starts from one bundled program', async () => {
  const { usageOf, programs, programsFolder } = await copyProject();
  const commands = [
    ...['start', 'build', 'editor', 'check', 'new', 'format', 'status'],
    ...['release', 'keys', 'deploy', 'rollback', 'withdraw', 'mirror'],
  ];
  for (const command of commands)
    expect((await usageOf(command)).stdout).toMatch(new RegExp(`^usage: npm (run )?${command} `));
  const [program, ...more] = await programs();
  expect(more).toEqual([]);
  const files = await readdir(path.join(programsFolder, program ?? '', 'scripts'));
  expect(files.toSorted()).toEqual(commands.map((command) => `${command}.js`).toSorted());
});

test('what was saved last is what runs, also of the same length and with an old time, by two who start at once', async () => {
  const { usageOf, programs, saySomethingElse } = await copyProject();
  expect((await usageOf('status')).stdout).toContain('usage: npm run status');
  await saySomethingElse('statut');
  const both = await Promise.all([usageOf('status'), usageOf('status')]);
  for (const { stdout } of both) expect(stdout).toContain('usage: npm run statut');
  expect(await programs()).toHaveLength(2);
});

test('programs of the last four states of the sources are kept beside the present one', async () => {
  const { usageOf, programs, programsFolder } = await copyProject();
  const older = ['1', '2', '3', '4', '5', '6'];
  for (const name of older) {
    const program = path.join(programsFolder, name);
    await mkdir(program, { recursive: true });
    await utimes(program, Number(name), Number(name));
  }
  expect((await usageOf('status')).code).toBe(0);
  const left = await programs();
  expect(left).toHaveLength(5);
  expect(left).toEqual(expect.arrayContaining(['3', '4', '5', '6']));
});

test('where nothing can be kept, and for whoever looks for a fault, the sources run', async () => {
  const { usageOf, programs, folder } = await copyProject();
  const debugged = await usageOf('check', { PASSPORT_DEBUG: '1' });
  expect(debugged.stdout).toContain('usage: npm run check');
  await expect(programs()).rejects.toThrow('ENOENT');
  await rm(path.join(folder, '.cache'), { recursive: true, force: true });
  await writeFile(path.join(folder, '.cache'), 'not a folder');
  const { code, stdout, stderr } = await usageOf('check');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('usage: npm run check');
});
