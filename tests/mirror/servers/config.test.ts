import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { configCommand } from '../../../build/mirror/cli/config.ts';
import { defaultConfiguration, formatConfiguration } from '../../../build/mirror/folder/configuration.ts';
import { mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { writeState } from '../../../build/mirror/folder/state.ts';
import { describeMirror } from '../../../build/mirror/servers/served-mirror.ts';
import { systemdUnits } from '../../../build/mirror/servers/systemd-units.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { temporaryFolder } from '../../support/content.ts';
import { findProgram } from '../../support/servers/find-or-install.ts';

const { signal } = new AbortController();

/** Runs the command before the folder of a mirror and returns what it prints. */
async function config(dir: string, ...args: readonly string[]): Promise<string> {
  let printed = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    expect(await configCommand('/usr/bin/node').run([...args, '--dir', dir], signal)).toBe(0);
  } finally {
    write.mockRestore();
  }
  return printed;
}

async function makeMirror(country?: string): Promise<string> {
  const dir = path.join(await temporaryFolder(), 'mirror');
  const paths = mirrorPaths(dir);
  await mkdir(dir);
  await writeFile(paths.configuration, formatConfiguration({ ...defaultConfiguration, upstreams: [] }));
  if (country === undefined) return dir;
  const instant = '2026-11-30T00:00:00Z';
  const current = {
    country,
    sequence: 1,
    released: instant,
    url: 'https://kg.example.org/',
    manifest: { sha256: sha256(''), bytes: 1 },
    files: 1,
    bytes: 1,
    switched: instant,
    source: 'https://kg.example.org/',
    isTrial: false,
  };
  await writeState(paths, { format: 1, current });
  return dir;
}

test.each([
  ['nginx', 'server_name one.example.org two.example.org;'],
  ['caddy', 'one.example.org, two.example.org {'],
])('%s is printed for the folder and its names', async (kind, line) => {
  const dir = await makeMirror('kg');
  const printed = await config(dir, kind, '--host-name', 'one.example.org', '--host-name', 'two.example.org');
  expect(printed).toContain(line);
  expect(printed).toContain(`${dir}/current`);
  expect(printed).toContain('passport-mirror-kg.');
});

test('units are printed one below the other, with what to do', async () => {
  const printed = await config(await makeMirror('kg'), 'systemd');
  expect(printed.match(/^# ---- .*$/gm)).toEqual([
    '# ---- passport-mirror-kg.service',
    '# ---- passport-mirror-kg.timer',
    '# ---- passport-mirror-kg-verify.service',
    '# ---- passport-mirror-kg-verify.timer',
  ]);
  expect(printed).toContain('sudo useradd --system');
});

test('or written into a folder', async () => {
  const dir = await makeMirror('tj');
  const out = path.join(dir, 'server');
  const printed = await config(dir, 'systemd', '--out', out);
  const names = await readdir(out);
  expect(names).toHaveLength(4);
  expect(printed.trim().split('\n').toSorted()).toEqual(names.map((name) => path.join(out, name)).toSorted());
  expect(await readFile(path.join(out, 'passport-mirror-tj.service'), 'utf8')).toContain(
    `\nExecStart=/usr/bin/node --max-old-space-size=160 ${dir}/passport-mirror.mjs sync --dir ${dir}\n`,
  );
});

test('a mirror that knows of no country yet, or of a strange one, has a name nevertheless', async () => {
  for (const country of [undefined, '../etc'])
    expect(await config(await makeMirror(country), 'nginx')).toContain('cp passport-mirror.conf');
});

test.each([
  [['apache'], 'config nginx, config caddy or config systemd'],
  [[], 'config nginx, config caddy or config systemd'],
  [['systemd', '--host-name', 'a.example'], '--host-name: systemd'],
  [['nginx', '--host-name', 'a.example; return 200'], '"a.example; return 200" is no name of a server'],
  [['caddy', '--host-name', '{env.SECRET}'], 'is no name of a server'],
])('%j is wrong usage', async (args, message) => {
  await expect(config(await makeMirror('kg'), ...args)).rejects.toThrow(message);
});

test.each(['/srv/a b', '/srv/$uri', '/srv/a;b', '/srv/%i', '/srv/"', '/', '/srv/-a'])(
  'the folder %s is refused',
  (dir) => {
    expect(() => describeMirror(dir, [], 'kg')).toThrow('characters that mean something else');
  },
);

test('a folder that is no mirror is said to be none', async () => {
  await expect(config(await temporaryFolder(), 'nginx')).rejects.toThrow('is no mirror');
});

describe('units', () => {
  const units = (dir: string) => systemdUnits(describeMirror(dir, [], 'kg'), process.execPath);
  const analyze = findProgram('systemd-analyze');

  test('hold sections and settings alone, each setting once but for filters', () => {
    for (const [name, text] of units('/srv/passport-mirror/kg')) {
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      for (const line of lines)
        expect(line, name).toMatch(/^(?:\[(?:Unit|Service|Timer|Install)\]|[A-Z]\w+=.*)$/);
      const keys = lines.flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? []);
      const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
      expect(repeated, name).toEqual(name.endsWith('.service') ? ['SystemCallFilter'] : []);
    }
  });

  test('write into the folder of the mirror alone', () => {
    const service = units('/home/ministry/kg').get('passport-mirror-kg.service');
    expect(service).toContain('\nReadWritePaths=/home/ministry/kg\n');
    expect(service).toContain('\nProtectHome=read-only\n');
    expect(units('/srv/kg').get('passport-mirror-kg.service')).toContain('\nProtectHome=true\n');
  });

  test('are what systemd understands, and leave little open', async ({ skip }) => {
    const program = await analyze;
    if (program === undefined) return skip('systemd-analyze is not installed');
    const dir = await makeMirror('kg');
    await writeFile(mirrorPaths(dir).program, '');
    const files: string[] = [];
    for (const [name, text] of units(dir)) {
      files.push(path.join(dir, name));
      await writeFile(path.join(dir, name), text);
    }
    expect(await run(program, ['verify', ...files])).toMatchObject({ code: 0, stderr: '' });
    // Of 100: most services of Debian have more than 90.
    for (const service of files.filter((file) => file.endsWith('.service')))
      expect(
        await run(program, ['security', '--offline=true', '--threshold=20', service]),
        service,
      ).toMatchObject({ code: 0 });
  });
});

const run = (program: string, args: readonly string[]): Promise<{ code: number; stderr: string }> =>
  new Promise((resolve) => {
    const child = execFile(program, args, (error, _, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    );
    onTestFinished(() => void child.kill());
  });
