/** The program replaces itself by the one that a release brings, and by no other. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { programPath } from '../../../build/mirror/program/this-program.ts';
import {
  makeMinistry,
  nginx,
  programText,
  runProgram,
  startUpstream,
  today,
  withoutNginx,
} from '../support/ministry.ts';
import { expectWhole } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

/** The same program, which calls itself by another version. */
async function programOfVersion(version: string): Promise<string> {
  const { version: own }: { version: string } = JSON.parse(await readFile('package.json', 'utf8'));
  const text = (await programText()).replaceAll(`"${own}"`, `"${version}"`);
  expect(text).not.toBe(await programText());
  return text;
}

const textOf = (folder: string, name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

test.skipIf('missing' in nginx)(
  `a program that a release brings takes over, one that does not start does not, and a changed one is put right${withoutNginx}`,
  async () => {
    const published = await publishedSite(today);
    const own = await programText();
    const newer = await programOfVersion('9.8.7');
    await published.publish({ [programPath]: own }, today);
    const { url } = await startUpstream(path.join(published.top, 'nginx'), `root ${published.live};`);
    const ministry = await makeMinistry(published, [url]);
    const [program, previous] = ['passport-mirror.mjs', 'passport-mirror.previous.mjs'];
    const first = await ministry.run('sync');
    expect(first, first.stderr).toMatchObject({ code: 0, stdout: expect.not.stringContaining('program') });

    await published.publish({ [programPath]: newer }, today);
    expect(await ministry.run('sync')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /\nThe program of the mirror is now 9\.8\.7, as the release lists it\.\n$/,
      ),
    });
    expect((await textOf(ministry.folder, program)) === newer).toBe(true);
    expect((await textOf(ministry.folder, previous)) === own).toBe(true);
    expect(await runProgram(ministry.paths.program, ['--version'])).toMatchObject({ stdout: '9.8.7\n' });

    await published.publish({ [programPath]: 'throw new Error("It is broken.");\n' }, today);
    const kept = await ministry.run('sync');
    expect(kept).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Release 4 of kg is served'),
      stderr: expect.stringMatching(
        /warning: The new program that the release brings does not work here \(it ended with 1\), and the one before stays\. Tell those who publish the site\.\n$/,
      ),
    });
    expect((await textOf(ministry.folder, program)) === newer).toBe(true);

    await published.publish({ [programPath]: newer }, today);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    // Somebody changes it, so that it still works.
    await writeFile(ministry.paths.program, `${newer}\n// changed\n`);
    expect(await ministry.run('sync')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The program of the mirror is now 9.8.7'),
    });
    expect((await textOf(ministry.folder, program)) === newer).toBe(true);
    await expectWhole(ministry.folder);
  },
);
