/** The section “Keys” of scripts/README.md: each of its commands is run, in its order. */
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import { readRoots } from '../../build/trust/key-folder.ts';
import { readReleaseMetadata, writeReleaseMetadata } from '../../build/trust/release-metadata.ts';
import { temporaryFolder } from '../support/content.ts';
import { commandBlocks, operatorShell } from '../support/guide.ts';
import { dayMs, firstDay, follow, passphrase, pointerOf, publisher } from './publisher.ts';

const today = (Date.now() - firstDay.getTime()) / dayMs;

test.skipIf(process.platform === 'win32')(
  'every command of the guide does what it says',
  async () => {
    const home = await temporaryFolder();
    const folder = path.join(home, '.config', 'learning-passport', 'keys', 'kg');
    const shell = operatorShell(home, passphrase);
    const [
      ceremony = '',
      status = '',
      exports = '',
      renew = '',
      extend = '',
      propose = '',
      lost = '',
      stolen = '',
      ...more
    ] = await commandBlocks('Keys');
    expect(more).toEqual([]);

    const told = await shell(ceremony);
    expect(told).toContain(`--root sha256:${sha256(await readFile(path.join(folder, '1.root.json')))}`);
    expect(told).not.toContain(passphrase);
    const names = await readdir(folder);
    const roles = names.filter((name) => name.endsWith('.key.json')).map((name) => name.split('-')[0]);
    expect(roles.toSorted()).toEqual(['root', 'root', 'root', 'snapshot', 'targets', 'timestamp']);
    for (const name of names) {
      expect(told).toContain(name);
      expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect(await readdir(path.dirname(folder))).toEqual(['kg']);
    await rm(folder, { recursive: true });

    // From here on with keys that are quicker to open.
    const one = await publisher({ folder, now: new Date() });
    await shell(status);
    const [first = '', second = '', third = ''] = await one.ids('root');
    for (const [name, id] of [
      ['first', first],
      ['second', second],
      ['third', third],
    ] as const) {
      await mkdir(path.join(home, name, 'kg'), { recursive: true });
      const file = `root-${id.slice(0, 8)}.key.json`;
      await rename(path.join(folder, file), path.join(home, name, 'kg', file));
      await cp(path.join(folder, '1.root.json'), path.join(home, name, 'kg', '1.root.json'));
    }
    expect((await shell(exports)).match(/^passport-key:1:kg:/gm)).toHaveLength(3);
    const from = path.join(home, 'releases', 'kg');
    await writeReleaseMetadata(from, await one.release('one', today));
    await shell(renew);
    await shell(extend);
    await shell(propose);
    expect(await readRoots(folder)).toHaveLength(3);
    await shell(lost.replace('33333333', third.slice(0, 8)));
    expect(await one.ids('root')).not.toContain(third);
    await shell(stolen);
    expect(await readRoots(folder)).toHaveLength(8);

    for (const [name, bytes] of await readReleaseMetadata(from)) one.published.set(name, bytes);
    await writeReleaseMetadata(from, await one.release('two', today + 0.01));
    const trust = await follow(await readReleaseMetadata(from), one.created.root, today + 0.02);
    expect([pointerOf(trust), trust.roles.root.version]).toEqual(['two', 8]);
    expect((await readdir(folder)).filter((name) => name.includes('proposed'))).toEqual([
      '3.root.proposed.json',
    ]);
  },
  240_000,
);
