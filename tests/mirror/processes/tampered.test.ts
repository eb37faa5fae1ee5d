/** What lies on the disk of a mirror and should not be as it is, while a web server sends it. */
import { readdir, readFile, readlink, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { page, picture } from '../../support/publish.ts';
import { ask } from '../../support/servers/ask.ts';
import { makeMinistry, nginx, startUpstream, today, withoutNginx } from '../support/ministry.ts';
import { expectWhole } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

test.skipIf('missing' in nginx)(
  `what was changed in a mirror that nginx serves is found, mended, and sent again as it was signed${withoutNginx}`,
  async () => {
    const published = await publishedSite(today);
    const upstream = await startUpstream(path.join(published.top, 'nginx'), `root ${published.live};`);
    const ministry = await makeMinistry(published, [upstream.url]);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    const server = await startUpstream(
      path.join(published.top, 'served'),
      `root ${ministry.paths.current}; index index.html;`,
    );
    const signed = page('a', 'one');
    const get = async (): Promise<string> => (await ask(`${server.url}ru/a/index.html`)).body.toString();
    expect(await get()).toBe(signed);

    const object = objectFile(ministry.paths, sha256(signed));
    const bytes = await readFile(object);
    await writeFile(object, bytes.with(7, (bytes[7] ?? 0) ^ 4));
    const site = path.join(ministry.folder, await readlink(ministry.paths.current));
    await unlink(path.join(site, 'ru/b/index.html'));
    await writeFile(path.join(site, 'ru/b/index.html'), 'Believe me.');
    await writeFile(path.join(site, 'ru/more.html'), 'Believe me, too.');
    expect(await get()).not.toBe(signed);

    const looked = await ministry.run('verify', ['--no-repair']);
    expect(looked.code).toBe(1);
    for (const name of ['ru/b/index.html', 'ru/more.html', sha256(signed)])
      expect(looked.stdout).toContain(name);
    expect(await get()).not.toBe(signed);
    const mended = await ministry.run('verify');
    expect(mended.code).toBe(1);
    expect(mended.stdout).toMatch(/faults found: [3-9] mended, 0 left/);
    expect(await get()).toBe(signed);
    await expectWhole(ministry.folder);
    expect(await ministry.run('verify')).toMatchObject({ code: 0 });

    // A folder in place of the link, as some copies make it.
    await rm(ministry.paths.current);
    await symlink(site, ministry.paths.current);
    expect(await ministry.run('verify')).toMatchObject({ code: 1 });
    expect(await get()).toBe(signed);
    await expectWhole(ministry.folder);
  },
);

test.skipIf('missing' in nginx)(
  `what was withdrawn is in no file of a mirror any more, nor in what it exports${withoutNginx}`,
  async () => {
    const published = await publishedSite(today);
    const secret = 'Words that nobody may read any more';
    const drawing = 'A drawing that nobody may see any more';
    const withSecret = (more: string) => ({
      'ru/a/index.html': `${page('a', drawing)}<p>${secret}. ${more}</p>`,
      ...picture('a', drawing),
    });
    const [drawn = ''] = Object.keys(picture('a', drawing));
    await published.publish(withSecret('One.'), today);
    const { url } = await startUpstream(path.join(published.top, 'nginx'), `root ${published.live};`);
    const ministry = await makeMinistry(published, [url]);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    await published.publish(withSecret('Two.'), today);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    for (const words of [secret, drawing]) expect(await filesWith(ministry.folder, words)).not.toEqual([]);
    // A part of it, as a kill leaves it.
    const part = path.join(ministry.paths.incoming, sha256('anything'));
    await writeFile(part, secret);

    await published.withdraw(['ru/a/', drawn], today);
    const synced = await ministry.run('sync');
    expect(synced, synced.stderr).toMatchObject({ code: 0 });
    const stick = path.join(published.top, 'stick');
    expect(await ministry.run('export', ['--to', stick])).toMatchObject({ code: 0 });
    for (const folder of [ministry.folder, stick])
      for (const words of [secret, drawing]) expect(await filesWith(folder, words), folder).toEqual([]);
    await expectWhole(ministry.folder);
    expect(await ministry.run('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('all right'),
    });
  },
);

/** Files that hold these words, as they are or compressed. */
async function filesWith(folder: string, words: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const name = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(name);
    if (decodings.some((decode) => holds(decode, bytes, words))) found.push(path.relative(folder, name));
  }
  return found;
}

const decodings: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => bytes,
  (bytes) => gunzipSync(bytes),
  (bytes) => brotliDecompressSync(bytes),
];

function holds(decode: (bytes: Buffer) => Buffer, bytes: Buffer, words: string): boolean {
  try {
    return decode(bytes).includes(words);
  } catch {
    return false;
  }
}
