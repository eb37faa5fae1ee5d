/** What is said of the faults of a server over SSH. */
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTarget } from '../../../build/deploy/targets/open-target.ts';
import type { TargetOptions } from '../../../build/deploy/targets/options.ts';
import { temporaryFolder } from '../../support/content.ts';
import { listenOn } from '../../support/preview-process.ts';
import { type SshServer, startSshServer, whyNoSshServer } from '../../support/servers/ssh-server.ts';
import { failureOf, withoutWaiting } from './places.ts';
import { uploadsOf } from './uploads.ts';

const whyNot = await whyNoSshServer();
const ignore = (): void => {};

describe.skipIf(whyNot !== undefined)(
  whyNot === undefined ? 'faults of a server over SSH' : `faults of a server over SSH (not tried: ${whyNot})`,
  () => {
    let server: SshServer;
    beforeAll(async () => {
      server = await startSshServer();
    });
    afterAll(() => server.stop());

    const open = (
      address: string,
      environment: TargetOptions['environment'],
      more: Partial<TargetOptions> = {},
    ) =>
      openTarget(address, {
        ...withoutWaiting,
        environment: { ...server.environment, ...environment },
        mostAttempts: 2,
        ...more,
      });

    test('each fault is a sentence of its own', async () => {
      const { address, folder } = server.site('faults');
      const failure = async (to: string, environment: TargetOptions['environment'] = {}): Promise<string> => {
        const target = await open(to, environment);
        return failureOf(target.write(await uploadsOf({ 'ru/a.html': 'a' }), ignore));
      };
      expect(await failure(address, { PASSPORT_SSH: server.wrongKey })).toBe(
        `${address}: opening it failed: the credentials are not accepted. Check the user, and that "ssh" with the same name signs in without a question: an agent or a key without a passphrase, or PASSPORT_SSH="ssh -i KEY".`,
      );
      const stranger = `${server.environment.PASSPORT_SSH} -o UserKnownHostsFile=/dev/null`;
      expect(
        await failure(address, {
          PASSPORT_SSH: stranger.replace(/-o UserKnownHostsFile=\S+known_hosts/, ''),
        }),
      ).toBe(
        `${address}: opening it failed: the server does not show the key that it is known by. Connect once by hand with ssh, and compare the key with that of the server.`,
      );
      expect(await failure(server.address(`${folder}/not/there`))).toBe(
        `${server.address(`${folder}/not/there`)}: opening it failed: there is no such place. Make the folder on the server first, or correct the address.`,
      );
      expect(await failure(address.replace(/:\d+\//, ':1/'))).toContain(
        'opening it failed: the server accepts no connection.',
      );
      expect(await failure('rsync://me@no-such-host.invalid/srv/site')).toContain(
        'opening it failed: no computer of this name is known.',
      );
      expect(await failure(address, { PASSPORT_SSH: '/nowhere/ssh' })).toContain(
        'opening it failed: a program is missing (on this computer).',
      );
      expect(await failure(address, { PASSPORT_SSH: 'ssh "-i' }).catch(String)).toContain(
        'PASSPORT_SSH is no command',
      );
      await mkdir(path.join(folder, 'ru', 'a.html'), { recursive: true });
      await writeFile(path.join(folder, 'ru', 'a.html', 'x'), '');
      expect(await failure(address)).toContain('writing "ru/a.html" failed: the server refused it');
    });

    test('a disk that is full is told, and nothing half-written stays', async () => {
      const { address } = server.site('full');
      const target = await open(address, {});
      await target.write(await uploadsOf({ 'ru/a.html': 'a' }), ignore);
      const limited = await open(address, { PASSPORT_SSH: server.limitedKey });
      const space = 'there is no space left, or the quota is used up. Make room there';
      expect(await failureOf(limited.create('big', new Uint8Array(40_000), 'text/plain'))).toContain(
        `creating "big" failed: ${space}`,
      );
      const uploads = await uploadsOf({ 'ru/a.html': new Uint8Array(40_000), 'ru/b.html': 'b' });
      expect(await failureOf(limited.write(uploads, ignore))).toContain(`writing 2 files failed: ${space}`);
      expect((await target.list('')).toSorted()).not.toContain('big');
      expect(Buffer.from((await target.read('ru/a.html')) ?? []).toString()).toBe('a');
    });

    test('a server that accepts and never answers ends in a sentence', async () => {
      const silent = await listenOn(0);
      const { port } = silent.address() as { port: number };
      const target = await open(`rsync://me@127.0.0.1:${port}/srv/site`, {}, { timeoutMs: 500 });
      expect(await failureOf(target.list(''))).toContain('listing "" failed: no answer came in time.');
    });

    test('a key whose path has spaces and quotes reaches ssh, also by way of rsync', async () => {
      const folder = path.join(await temporaryFolder(), "it's my keys");
      await mkdir(folder);
      const [, key = ''] = /-i (\S+)/.exec(server.environment.PASSPORT_SSH ?? '') ?? [];
      await writeFile(path.join(folder, 'key'), await readFile(key), { mode: 0o600 });
      const PASSPORT_SSH = server.environment.PASSPORT_SSH?.replace(key, `"${path.join(folder, 'key')}"`);
      const target = await open(server.site('spaces').address, { PASSPORT_SSH });
      await target.write(await uploadsOf({ 'ru/a.html': 'a' }), ignore);
      expect(await target.list('')).toEqual(['ru/a.html']);
    });

    test('files can be read by the web server, and rights that somebody gave a folder stay', async () => {
      const { address, folder } = server.site('rights');
      await mkdir(folder);
      const mode = 0o2775;
      await chmod(folder, mode);
      const target = await open(address, {});
      const [upload] = await uploadsOf({ 'ru/a.html': 'a' });
      await chmod(upload?.source ?? '', 0o600);
      await target.write(upload === undefined ? [] : [upload], ignore);
      expect((await stat(folder)).mode & 0o7777).toBe(mode);
      expect((await stat(path.join(folder, 'ru/a.html'))).mode & 0o777).toBe(0o644);
      expect((await stat(path.join(folder, 'ru'))).mode & 0o777).toBe(0o755);
    });
  },
);
