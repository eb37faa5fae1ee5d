/** What a mirror lets others of its computer do. */
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/content.ts';
import { publisher } from '../trust/publisher.ts';

const modesOf = async (folder: string): Promise<ReadonlySet<string>> => {
  const names = (await readdir(folder, { recursive: true })).map((name) => path.join(folder, name));
  const found = await Promise.all([folder, ...names].map((name) => stat(name)));
  return new Set(
    found.map((one) => `${one.isDirectory() ? 'folder' : 'file'} ${(one.mode & 0o777).toString(8)}`),
  );
};

test.each(['000', '077'])(
  'others read a mirror and write nothing in it, with the umask %s as well',
  async (umask) => {
    const { created } = await publisher();
    const top = await temporaryFolder();
    await writeFile(path.join(top, 'root'), created.root);
    const folder = path.join(top, 'mirror');
    const command = `umask ${umask}; exec "$0" scripts/passport.mjs mirror init --dir "$1" --root "$2"`;
    const { code, stderr } = await runCommand('sh', [
      '-c',
      command,
      process.execPath,
      folder,
      path.join(top, 'root'),
    ]);
    expect(code, stderr).toBe(0);
    expect(await modesOf(folder)).toEqual(new Set(['folder 755', 'file 644']));
  },
);
