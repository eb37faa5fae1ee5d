/** What administrators do to a mirror without meaning harm: each is said in a sentence that helps, or is simply right. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { page } from '../../support/publish.ts';
import {
  expectSentences,
  type Ministry,
  makeMinistry,
  ministryIn,
  nginx,
  programText,
  runProgram,
  startUpstream,
  today,
  withoutNginx,
} from '../support/ministry.ts';
import { expectWhole } from '../support/mirror.ts';
import { type PublishedSite, publishedSite } from '../support/published.ts';
import { systemNode } from '../support/system-node.ts';

describe.skipIf('missing' in nginx)(`an administrator${withoutNginx}`, () => {
  let published: PublishedSite;
  let ministry: Ministry;
  let url = '';

  beforeEach(async () => {
    published = await publishedSite(today);
    ({ url } = await startUpstream(path.join(published.top, 'nginx'), `root ${published.live};`));
    ministry = await makeMinistry(published, [url]);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
  });

  test('moves a mirror elsewhere, or copies it with or without its links', async () => {
    await published.publish({ 'ru/c/index.html': page('a', 'one') }, today);
    for (const [how, ...options] of [['cp', '-a'], ['cp', '-r'], ['cp', '-rL'], ['mv']] as const) {
      const folder = path.join(published.top, `${how}${options.join('')}`);
      execFileSync(how, [...options, ministry.folder, folder]);
      const copy = ministryIn(folder);
      expect(await copy.run('sync')).toMatchObject({ code: 0 });
      await expectWhole(folder);
      await copy.run('verify');
      expect(await copy.run('verify'), folder).toMatchObject({ code: 0 });
      await expectWhole(folder);
    }
  });

  test('leaves --dir out: the program means the mirror that it lies in, and no other', async () => {
    const inFolder = await runCommand(systemNode(), [ministry.paths.program, 'status']);
    expect(inFolder).toMatchObject({ code: 0, stdout: expect.stringContaining('complete       yes') });
    const elsewhere = path.join(published.top, 'downloads/passport-mirror.mjs');
    await cp(ministry.paths.program, elsewhere);
    expect(await runCommand(systemNode(), [elsewhere, 'status'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--dir: say which folder the mirror is in'),
    });
  });

  test('removes all sites, and loses no contents by that', async () => {
    await rm(ministry.paths.sites, { recursive: true });
    await ministry.run('verify');
    const { stdout } = await ministry.run('sync', ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({ sequence: 1, objects: 0 });
    await expectWhole(ministry.folder);
  });

  test('leaves a comma too many, a field out, or the file away', async () => {
    await writeFile(ministry.paths.configuration, '{"format": 1,}');
    expect(await ministry.run('sync')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('look for a comma before a closing bracket'),
    });
    await writeFile(ministry.paths.configuration, JSON.stringify({ format: 1, upstreams: [url] }));
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    await rm(ministry.paths.configuration);
    expect(await ministry.run('sync')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(
        'mirror.json is missing, which says where the mirror takes releases from.',
      ),
    });
  });

  test('mistypes the address or the fingerprint', async () => {
    const root = `sha256:${'0'.repeat(64)}`;
    const init = (...args: readonly string[]) =>
      runProgram(ministry.paths.program, ['init', '--dir', path.join(published.top, 'new'), ...args]);
    for (const [args, words] of [
      [['--from', `${url}elsewhere/`, '--root', root], `${url}elsewhere/ has no metadata/1.root.json. Is it`],
      [
        ['--from', url.replace('http:', 'https:'), '--root', root],
        'what answers there does not speak HTTPS.',
      ],
      [['--from', url, '--root', root], `and not ${root}. Compare it with those who publish the site`],
      [
        ['--from', url, '--root', '0'.repeat(64)],
        `and not ${root}. Compare it with those who publish the site`,
      ],
    ] as const) {
      const refused = await init(...args);
      expectSentences(refused);
      expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining(words) });
      // Said once.
      expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  test('puts a folder in the place of the link: the next release takes it', async () => {
    await rm(ministry.paths.current);
    await cp(path.join(ministry.paths.sites, '1'), ministry.paths.current, { recursive: true });
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    await expectWhole(ministry.folder);
    expect(await ministry.run('verify')).toMatchObject({ code: 0 });
  });

  test.skipIf(process.getuid?.() !== 0)(
    'keeps it as another user than the one who made it (left out where not run by root)',
    async () => {
      const nobody = 65_534;
      const program = path.join(published.top, 'program', 'passport-mirror.mjs');
      await mkdir(path.dirname(program));
      await writeFile(program, await programText());
      await chmod(published.top, 0o755);
      const asNobody = (command: string, ...args: readonly string[]) =>
        spawnSync(systemNode(), [program, command, '--dir', ministry.folder, ...args], {
          uid: nobody,
          gid: nobody,
          encoding: 'utf8',
        });
      const foreign = `${ministry.folder} belongs to the user root, and this one has no right to it. Run the command as that user: sudo -u root …\n`;
      for (const mode of [0o755, 0o700]) {
        await chmod(ministry.folder, mode);
        for (const command of ['sync', 'verify'])
          expect(asNobody(command)).toMatchObject({ status: 3, stderr: foreign });
      }
      await chown(ministry.folder, nobody, nobody);
      for (const command of ['sync', 'verify']) {
        const asRoot = await ministry.run(command);
        expect(asRoot).toMatchObject({ code: 3 });
        expect(asRoot.stderr).toContain('Run the command as that user: sudo -u nobody …\n');
      }
      const { status, stderr } = asNobody('sync');
      expect(status).toBe(3);
      expect(stderr).toContain(`Not all of ${ministry.folder} belongs to the user nobody`);
      expect(stderr).toContain(`sudo chown -R nobody ${ministry.folder}`);
      expect((await runCommand('chown', ['-R', 'nobody', ministry.folder])).code).toBe(0);
      expect(asNobody('sync')).toMatchObject({ status: 0 });
      await expectWhole(ministry.folder);
    },
  );
});

test.each([
  [
    { upstreams: ['https://127.0.0.1:1/'] },
    'nothing answers at this address. Check the address in mirror.json',
  ],
  [{ upstreams: 'https://kg.example.org/' }, 'upstreams is no list'],
  [{ upstreams: ['kg.example.org'] }, '"kg.example.org" is no address; it begins with https://'],
  [{ keptReleases: '3' }, 'keptReleases is no whole number from 1 on: 3, or 200000, without quotation marks'],
  [{ limitBytesPerSecond: '200k' }, 'limitBytesPerSecond is no whole number'],
  [{ mostConnections: 0 }, 'mostConnections is no whole number'],
  [{ updatesProgram: 'no' }, 'updatesProgram is neither true nor false'],
  [{ limit: 5 }, 'it has "limit", and may have format, upstreams, name, keptReleases, limitBytesPerSecond,'],
  [{ name: 5 }, 'name is no text'],
  [{ format: 2 }, 'a format that this version does not know'],
])('an administrator who writes %j into mirror.json is told what is wrong', async (fields, words) => {
  const ministry = await makeMinistry(await publishedSite(today), []);
  await ministry.configure(fields);
  const refused = await ministry.run('sync', [], {
    file: 'quick-timers.cjs',
    env: { TIMES_AS_FAST: '30' },
  });
  expectSentences(refused);
  expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining(words) });
});
