import { mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../build/cli/errors.ts';
import { toOutputPath } from '../../build/model/paths.ts';
import { recoverOutput } from '../../build/output/recover.ts';
import { openStaging, type Staging } from '../../build/output/staging.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { temporaryFolder } from '../support/content.ts';

const kg = 'kg' as CountryCode;
const rs = 'rs' as CountryCode;
const uz = 'uz' as CountryCode;
const index = toOutputPath('kg/index.html');

async function publish(out: string, text: string): Promise<void> {
  const staging = await openStaging(out);
  writeSite(staging, kg, text);
  await staging.publish([kg]);
}

function writeSite(staging: Staging, country: string, text: string): void {
  for (const file of ['index.html', '404.html'])
    staging.write(toOutputPath(`${country}/${file}`), Buffer.from(text));
}

test('a site is invisible until it is published, and replaces the old one wholly', async () => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  await writeFile(path.join(out, 'kg', 'gone.html'), 'gone');
  const staging = await openStaging(out);
  writeSite(staging, kg, 'new');
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
  await staging.publish([kg]);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('new');
  expect(await readdir(path.join(out, 'kg'))).toEqual(['404.html', 'index.html']);
  expect(await readdir(out)).toEqual(['kg']);
});

test('other countries and files of the folder stay', async () => {
  const out = await temporaryFolder();
  await mkdir(path.join(out, 'rs'));
  await writeFile(path.join(out, 'notes.txt'), 'mine');
  await publish(out, 'new');
  expect((await readdir(out)).toSorted()).toEqual(['kg', 'notes.txt', 'rs']);
});

test('what was discarded leaves nothing behind', async () => {
  const out = await temporaryFolder();
  const staging = await openStaging(out);
  staging.write(index, Buffer.from('new'));
  await staging.discard();
  expect(await readdir(out)).toEqual([]);
});

test('the files of a build that still runs are left alone', async () => {
  const out = await temporaryFolder();
  const first = await openStaging(out);
  const second = await openStaging(out);
  writeSite(first, kg, 'first');
  writeSite(second, kg, 'second');
  await second.publish([kg]);
  await first.publish([kg]);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('first');
  expect(await readdir(out)).toEqual(['kg']);
});

test('no path leads out of the folder', () => {
  for (const file of ['../x', '/x', 'kg/../../x', 'kg\\x'])
    expect(() => toOutputPath(file)).toThrow(TypeError);
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

test.each<[string, (site: string) => Promise<unknown>]>([
  ['a folder of notes', (site) => writeFile(path.join(site, 'notes.txt'), 'mine')],
  ['a folder with a front page alone', (site) => writeFile(path.join(site, 'index.html'), 'mine')],
])('%s is not replaced, nor is any other site', async (_, fill) => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  const theirs = path.join(out, 'rs');
  await mkdir(theirs);
  await fill(theirs);
  const staging = await openStaging(out);
  writeSite(staging, kg, 'new');
  writeSite(staging, rs, 'new');
  await expect(staging.publish([kg, rs])).rejects.toThrow(
    new EnvironmentError(
      `"${theirs}" is not a site that was built, for it lacks index.html or 404.html; it was left as it is. Move it away, or choose another folder with --out.`,
    ),
  );
  await staging.discard();
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
  expect(await readdir(theirs)).toHaveLength(1);
  expect((await readdir(out)).toSorted()).toEqual(['kg', 'rs']);
});

test('a file with the name of a country is not replaced', async () => {
  const out = await temporaryFolder();
  await writeFile(path.join(out, 'kg'), 'mine');
  await expect(publish(out, 'new')).rejects.toThrow('ENOTDIR');
  expect(await readFile(path.join(out, 'kg'), 'utf8')).toBe('mine');
});

test('an empty folder is replaced', async () => {
  const out = await temporaryFolder();
  await mkdir(path.join(out, 'kg'));
  await publish(out, 'new');
  expect(await readFile(path.join(out, index), 'utf8')).toBe('new');
});

test('a site whose successor cannot be moved into place comes back', async () => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  const staging = await openStaging(out, async (from, to) => {
    if (from === path.join(staging.folder, 'kg')) throw systemError('EIO');
    await rename(from, to);
  });
  writeSite(staging, kg, 'new');
  await expect(staging.publish([kg])).rejects.toThrow('EIO');
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
  await staging.discard();
  expect(await readdir(out)).toEqual(['kg']);
});

test('a country of which nothing was staged keeps its site', async () => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  const staging = await openStaging(out);
  await expect(staging.publish([kg])).rejects.toThrow('ENOENT');
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
});

test('a site that cannot even come back is brought back by the next build', async () => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  const staging = await openStaging(out, async (from, to) => {
    if (to === path.join(out, 'kg')) throw systemError('EIO');
    await rename(from, to);
  });
  writeSite(staging, kg, 'new');
  await expect(staging.publish([kg])).rejects.toThrow('EIO');
  await staging.discard();
  await recoverOutput(out);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
  expect(await readdir(out)).toEqual(['kg']);
});

test.each(['EPERM', 'EBUSY', 'EACCES'])('a short refusal is outlasted: %s', async (code) => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  const refused = new Set<string>();
  const staging = await openStaging(out, async (from, to) => {
    const first = !refused.has(from);
    refused.add(from);
    if (first) throw systemError(code);
    await rename(from, to);
  });
  writeSite(staging, kg, 'new');
  await staging.publish([kg]);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('new');
  expect(refused.size).toBe(3);
});

test('a lasting refusal is reported, and the old site is there', async () => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  const staging = await openStaging(out, async () => {
    throw systemError('EPERM');
  });
  writeSite(staging, kg, 'new');
  await expect(staging.publish([kg])).rejects.toThrow('EPERM');
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
});

test('built sites of other countries leave when asked to, and nothing else does', async () => {
  const out = await temporaryFolder();
  const first = await openStaging(out);
  for (const country of ['kg', 'rs', 'uz']) writeSite(first, country, 'old');
  await first.publish([kg, rs, uz]);
  await mkdir(path.join(out, 'me'));
  await writeFile(path.join(out, 'me', 'index.html'), 'mine');
  await mkdir(path.join(out, 'english'));
  for (const file of ['index.html', '404.html']) await writeFile(path.join(out, 'english', file), 'mine');
  await writeFile(path.join(out, 'tj'), 'mine');
  const second = await openStaging(out);
  writeSite(second, 'kg', 'new');
  await second.publish([kg], { keepOnly: [kg] });
  expect((await readdir(out)).toSorted()).toEqual(['english', 'kg', 'me', 'tj']);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('new');
});

test('a linked site that leaves is unlinked, and stays where it is', async () => {
  const [out, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await publish(elsewhere, 'mine');
  await symlink(path.join(elsewhere, 'kg'), path.join(out, 'rs'));
  const staging = await openStaging(out);
  writeSite(staging, kg, 'new');
  await staging.publish([kg], { keepOnly: [kg] });
  expect(await readdir(out)).toEqual(['kg']);
  expect(await readFile(path.join(elsewhere, index), 'utf8')).toBe('mine');
});

const lesson = toOutputPath('kg/ru/lesson/index.html');
const page = toOutputPath('kg/ru/page/index.html');

async function publishPages(out: string): Promise<void> {
  const staging = await openStaging(out);
  writeSite(staging, kg, 'old');
  staging.write(lesson, Buffer.from('old lesson'));
  staging.write(page, Buffer.from('old page'));
  await staging.publish([kg]);
}

test('an update moves what differs, leaves what is equal, removes what is gone and the folders that it empties', async () => {
  const out = await temporaryFolder();
  await publishPages(out);
  const untouched = await stat(path.join(out, lesson));
  const staging = await openStaging(out);
  staging.write(lesson, Buffer.from('old lesson'));
  staging.write(toOutputPath('kg/tg/new/index.html'), Buffer.from('new page'));
  expect(await staging.update([kg], [page])).toEqual(['kg/tg/new/index.html']);
  await staging.discard();
  expect((await stat(path.join(out, lesson))).ino).toBe(untouched.ino);
  expect(await readFile(path.join(out, 'kg/tg/new/index.html'), 'utf8')).toBe('new page');
  expect((await readdir(path.join(out, 'kg'), { recursive: true })).toSorted()).toEqual([
    '404.html',
    'index.html',
    'ru',
    'ru/lesson',
    'ru/lesson/index.html',
    'tg',
    'tg/new',
    'tg/new/index.html',
  ]);
  expect(await readdir(out)).toEqual(['kg']);
});

test('an update that is stopped half-way is ended by the next build', async () => {
  const out = await temporaryFolder();
  await publishPages(out);
  const staging = await openStaging(out, async (from, to) => {
    if (to === path.join(out, lesson)) throw systemError('EIO');
    await rename(from, to);
  });
  staging.write(index, Buffer.from('new front'));
  staging.write(lesson, Buffer.from('new lesson'));
  await expect(staging.update([kg], [page])).rejects.toThrow('EIO');
  expect(await readFile(path.join(out, index), 'utf8')).toBe('new front');
  expect(await readFile(path.join(out, lesson), 'utf8')).toBe('old lesson');
  await rename(staging.folder, path.join(out, '.staged-999999999-p1-00000000'));
  await recoverOutput(out);
  expect(await readFile(path.join(out, lesson), 'utf8')).toBe('new lesson');
  expect(await readdir(path.join(out, 'kg/ru'))).toEqual(['lesson']);
  expect(await readdir(out)).toEqual(['kg']);
});

test('an update that was killed before its list was whole leaves the site as it was', async () => {
  const out = await temporaryFolder();
  await publishPages(out);
  const staging = await openStaging(out);
  staging.write(lesson, Buffer.from('new lesson'));
  await rename(staging.folder, path.join(out, '.staged-999999999-p1-00000000'));
  await recoverOutput(out);
  expect(await readFile(path.join(out, lesson), 'utf8')).toBe('old lesson');
  expect(await readdir(out)).toEqual(['kg']);
});
