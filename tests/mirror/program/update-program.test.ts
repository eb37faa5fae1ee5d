/** The program of a mirror is replaced only by one that is signed and starts; real processes. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import {
  type ProgramUpdate,
  previousProgram,
  updateProgram,
} from '../../../build/mirror/program/update-program.ts';
import { versionOf } from '../../../build/mirror/program/version-of.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { formatManifest } from '../../../build/model/release/manifest-file.ts';
import { temporaryFolder } from '../../support/content.ts';

const program = (version: string): string =>
  `if (process.argv[2] !== '--version') throw new Error('started for something else');\nconsole.log('${version}');\n`;

interface Here {
  readonly update: ProgramUpdate;
  readonly warnings: string[];
  /** What the folder of the mirror has of programs. */
  programs(): Promise<Readonly<Record<string, string>>>;
}

/**
 * @param own the program that runs the mirror, where there is one
 * @param listed what the manifest names
 */
async function mirror(
  own: string | undefined,
  listed: string | undefined,
  published = listed,
): Promise<Here> {
  const paths = mirrorPaths(await temporaryFolder());
  const site = path.join(paths.sites, '1');
  const manifest = path.join(site, 'manifest.json');
  await mkdir(path.join(site, 'mirror'), { recursive: true });
  if (own !== undefined) await writeFile(paths.program, own);
  if (published !== undefined) await writeFile(path.join(site, 'mirror/passport-mirror.mjs'), published);
  const named = listed ?? 'a page';
  const file = {
    path: listed === undefined ? 'index.html' : 'mirror/passport-mirror.mjs',
    sha256: sha256(named),
    bytes: Buffer.byteLength(named),
    type: 'text/javascript; charset=utf-8',
    kind: 'file' as const,
  };
  const headers = { page: {}, file: {}, asset: {}, index: {} };
  await writeFile(manifest, formatManifest({ format: 1, country: 'kg', headers, files: [file] }));
  const warnings: string[] = [];
  return {
    warnings,
    update: {
      paths,
      site,
      manifest,
      updatesProgram: true,
      versionOf: versionOf(process.execPath, 5000),
      warn: (sentence) => void warnings.push(sentence),
    },
    async programs() {
      const names = (await readdir(paths.top)).filter((name) => name.startsWith('passport-mirror'));
      const texts = names.map(async (name) => [name, await readFile(path.join(paths.top, name), 'utf8')]);
      return Object.fromEntries(await Promise.all(texts));
    },
  };
}

test('a newer program takes the place of the one that runs, which stays beside it', async () => {
  const { update, programs, warnings } = await mirror(program('1.0.0'), program('1.1.0'));
  expect(await updateProgram(update)).toEqual({ outcome: 'updated', version: '1.1.0' });
  const after = {
    'passport-mirror.mjs': program('1.1.0'),
    'passport-mirror.previous.mjs': program('1.0.0'),
  };
  expect(await programs()).toEqual(after);
  expect(await updateProgram(update)).toEqual({ outcome: 'current' });
  expect(await programs()).toEqual(after);
  expect(warnings).toEqual([]);
  expect(path.basename(previousProgram(update.paths))).toBe('passport-mirror.previous.mjs');
});

test('a mirror that was made from a clone of the project gets the program', async () => {
  const { update, programs } = await mirror(undefined, program('1.1.0'));
  expect(await updateProgram(update)).toEqual({ outcome: 'updated', version: '1.1.0' });
  expect(await programs()).toEqual({ 'passport-mirror.mjs': program('1.1.0') });
});

test('where it may not be replaced it stays, and so it does where the release lists none', async () => {
  const off = await mirror(program('1.0.0'), program('1.1.0'));
  expect(await updateProgram({ ...off.update, updatesProgram: false })).toEqual({ outcome: 'off' });
  expect(await off.programs()).toEqual({ 'passport-mirror.mjs': program('1.0.0') });
  const unlisted = await mirror(program('1.0.0'), undefined, program('9.9.9'));
  expect(await updateProgram(unlisted.update)).toEqual({ outcome: 'unlisted' });
  expect(await unlisted.programs()).toEqual({ 'passport-mirror.mjs': program('1.0.0') });
});

test('what lies in the site and is not what was signed is never started', async () => {
  const evil = "require('node:fs').writeFileSync('started', '')";
  for (const published of [program('1.1.1'), `${program('1.1.0')}${evil}`, undefined]) {
    const { update, programs, warnings } = await mirror(program('1.0.0'), program('1.1.0'), published);
    if (published === undefined) await rm(path.join(update.site, 'mirror/passport-mirror.mjs'));
    const starts: string[] = [];
    const counted = { ...update, versionOf: async (file: string) => `${starts.push(file)}` };
    expect(await updateProgram(counted)).toEqual({ outcome: 'kept' });
    expect(starts).toEqual([]);
    expect(warnings).toEqual([
      'mirror/passport-mirror.mjs is damaged, and the program stays as it is. Mend the mirror: npm run mirror -- verify.',
    ]);
    expect(await programs()).toEqual({ 'passport-mirror.mjs': program('1.0.0') });
  }
});

test.each([
  ['ends with a fault', 'process.exit(7)', 'it ended with 7'],
  ['is no program', 'this is not JavaScript', 'it ended with 1'],
  ['says nothing', '', 'it said no version'],
  ['never ends', 'setInterval(() => {}, 1000)', 'it did not answer within 0.5 s'],
  [
    'talks without end',
    "for (;;) console.log('x'.repeat(1e6))",
    'it ended with ERR_CHILD_PROCESS_STDIO_MAXBUFFER',
  ],
])('a program that %s stays out', async (_, text, why) => {
  const { update, programs, warnings } = await mirror(program('1.0.0'), text);
  const limit = why.includes('0.5') ? 500 : 5000;
  expect(await updateProgram({ ...update, versionOf: versionOf(process.execPath, limit) })).toEqual({
    outcome: 'kept',
  });
  expect(warnings).toEqual([
    `The new program that the release brings does not work here (${why}), and the one before stays. Tell those who publish the site.`,
  ]);
  expect(await programs()).toEqual({ 'passport-mirror.mjs': program('1.0.0') });
});
