/** A real file system of a memory stick: an image of FAT32, written and read by mtools, which needs no rights. */
import { execFile } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { exportRelease } from '../../../build/mirror/stick/export.ts';
import { openStick } from '../../../build/mirror/stick/stick-source.ts';
import { temporaryFolder } from '../../support/content.ts';
import { findOrInstall, findProgram } from '../../support/servers/find-or-install.ts';
import { dayOf } from '../../trust/publisher.ts';
import { published, smallMirror } from './small-mirror.ts';

const missing = await findOrInstall(['mkfs.vfat', 'mcopy'], ['dosfstools', 'mtools']);

const execute = promisify(execFile);

async function run(program: string, ...args: readonly string[]): Promise<void> {
  await execute((await findProgram(program)) ?? program, args, { timeout: 60_000 });
}

/** As few clusters as FAT32 has. */
const imageBytes = 40 * 1024 * 1024;

test.skipIf(missing !== undefined)(
  `an export outlives FAT32 as it is${missing === undefined ? '' : ` (${missing})`}`,
  async () => {
    const mirror = await smallMirror();
    const pages = Array.from({ length: 40 }, (_, at) => [
      `ru/${at}/index.html`,
      `<p>Page ${at}</p>`.repeat(at),
    ]);
    await mirror.release(Object.fromEntries(pages));
    const top = await temporaryFolder();
    const [image, to, back] = ['image', 'to', 'back'].map((name) => path.join(top, name)) as [
      string,
      string,
      string,
    ];
    for (const folder of [to, back]) await mkdir(folder);
    const handle = await open(image, 'w');
    await handle.truncate(imageBytes);
    await handle.close();
    await run('mkfs.vfat', '-F', '32', '-s', '1', image);
    const { folder, index } = await exportRelease({
      paths: mirror.paths,
      to,
      partBytes: 2000,
      now: () => dayOf(0),
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    await run('mcopy', '-s', '-i', image, folder, '::');
    await run('fsck.vfat', '-n', image);
    await run('mcopy', '-s', '-n', '-i', image, '::*', back);
    const stick = await openStick(back, 'kg');
    expect(stick.index).toEqual(index);
    const table = await readFile(path.join(stick.name, 'files.txt'), 'utf8');
    for (const line of table.trimEnd().split('\n')) {
      const [name = ''] = line.split(' ');
      expect(await stick.read(name, 1e6)).toEqual(await published(mirror, name));
    }
    stick.close();
  },
);
