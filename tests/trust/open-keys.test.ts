/** Keys at hand: from files and from the environment, opened only when they sign. */
import { chmod, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keysFolderOf } from '../../build/trust/key-folder.ts';
import { keyLine } from '../../build/trust/key-line.ts';
import { newKeyPair, seedOf } from '../../build/trust/key-pair.ts';
import { type AskPassphrase, openKeys } from '../../build/trust/open-keys.ts';
import { temporaryFolder } from '../support/content.ts';
import { passphrase, publisher } from './publisher.ts';

/** Somebody at a terminal who gives these answers, and notes what was asked. */
function person(...answers: string[]): { ask: AskPassphrase; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: async (what, isRepeated) => {
      asked.push(isRepeated ? `again: ${what}` : what);
      return answers.shift() ?? 'no more answers';
    },
  };
}

test('only the passphrase of the key that signs is asked for, once', async () => {
  const { keys, ids } = await publisher();
  const { ask, asked } = person(passphrase);
  const atHand = await keys({ env: {}, askPassphrase: ask });
  expect(asked).toEqual([]);
  const [id = ''] = await ids('snapshot');
  await atHand.pair(id);
  await atHand.pair(id);
  expect(asked).toEqual([`passphrase of the snapshot key ${id.slice(0, 8)} (kg)`]);
});

test('a passphrase that several keys share is typed once', async () => {
  const { keys, ids } = await publisher();
  const { ask, asked } = person(passphrase);
  const atHand = await keys({ env: {}, askPassphrase: ask });
  for (const role of ['targets', 'snapshot', 'timestamp'] as const)
    for (const id of await ids(role)) await atHand.pair(id);
  expect(asked.length).toBe(1);
});

test('a wrong passphrase can be typed again, twice', async () => {
  const { keys, ids } = await publisher();
  const [id = ''] = await ids('targets');
  const second = person('caps lock', 'CAPS LOCK', passphrase);
  await expect((await keys({ env: {}, askPassphrase: second.ask })).pair(id)).resolves.toMatchObject({ id });
  expect(second.asked.map((what) => what.startsWith('again'))).toEqual([false, true, true]);
  const never = person('a', 'b', 'c', passphrase);
  await expect((await keys({ env: {}, askPassphrase: never.ask })).pair(id)).rejects.toThrow(
    'the passphrase is wrong',
  );
  expect(never.asked.length).toBe(3);
});

test('without a terminal, the way out is a variable', async () => {
  const { keys, ids } = await publisher();
  const [id = ''] = await ids('targets');
  await expect((await keys({ env: {} })).pair(id)).rejects.toThrow(
    'there is nobody to ask. Run the command on a terminal, or put the passphrase into the variable PASSPORT_KEYS_PASSPHRASE.',
  );
});

test('keys of the environment sign without files', async () => {
  const { keys, ids } = await publisher();
  const [id = ''] = await ids('timestamp');
  const line = keyLine(await (await keys()).pair(id), 'kg', 'timestamp');
  const inCi = await openKeys({
    country: 'kg',
    env: { PASSPORT_KEY_TIMESTAMP: `${line}\n`, PASSPORT_KEY_TARGETS: '' },
    platform: 'linux',
  });
  expect(inCi.roleOf(id)).toBe('timestamp');
  expect((await inCi.pair(id)).public).toBe((await (await keys()).pair(id)).public);
});

const pair = newKeyPair();
const good = keyLine(pair, 'kg', 'targets');

test.each([
  ['no key', 'hello', 'PASSPORT_KEY_TARGETS does not hold a key.'],
  ['another country', keyLine(pair, 'rs', 'targets'), 'holds a key of another country (not of kg)'],
  ['another role', keyLine(pair, 'kg', 'timestamp'), 'holds a key of another role (not of targets)'],
  ['cut short', good.slice(0, -5), 'holds a key that is cut short or damaged'],
  ['damaged', good.replace(/.{6}$/, 'AAAAAA'), 'holds a key that is cut short or damaged'],
])('a line of the environment with %s is told, and not shown', async (_, line, sentence) => {
  const opened = openKeys({ country: 'kg', env: { PASSPORT_KEY_TARGETS: line }, platform: 'linux' });
  const error = await opened.catch((reason: Error) => reason.message);
  expect(error).toContain(sentence);
  expect(error).toContain('npm run keys -- export --role targets --country kg');
  expect(error).not.toContain(seedOf(pair).toString('base64url').slice(0, 20));
});

test.skipIf(process.platform === 'win32')('a file that others can read is warned of', async () => {
  const { keys, folder } = await publisher();
  expect((await keys()).warnings).toEqual([]);
  const [name = ''] = (await readdir(folder)).filter((file) => file.startsWith('targets'));
  await chmod(path.join(folder, name), 0o644);
  expect((await keys()).warnings).toEqual([
    `${path.join(folder, name)} can be read by others than you. Run: chmod 600 '${path.join(folder, name)}'`,
  ]);
});

test('a damaged file in the folder holds up only what needs its key', async () => {
  const { release, keys, folder } = await publisher();
  const names = await readdir(folder);
  const hurt = async (start: string): Promise<void> => {
    const file = path.join(folder, names.find((name) => name.startsWith(start)) ?? '');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 200));
  };
  await hurt('root-');
  expect((await keys()).warnings).toEqual([
    expect.stringContaining('this key file is damaged. Copy it again'),
  ]);
  await release('one', 0);
  await hurt('targets-');
  await expect(release('two', 0)).rejects.toThrow(
    /the targets key \w{8} is needed, which 1\.root\.json names.*\n.*\n.*targets-\w{8}\.key\.json: this key file is damaged/,
  );
});

test('a named file that is not there, is damaged, or is of another country stops at once', async () => {
  const { keys, created } = await publisher();
  const other = await publisher({ country: 'rs' });
  const [{ name } = { name: '' }] = other.created.keyFiles;
  await expect(keys({ files: ['none.key.json'] })).rejects.toThrow('there is no such key file');
  await expect(keys({ files: [path.join(other.folder, name)] })).rejects.toThrow(
    'is a key of the country "rs", not of "kg". Give the key file of kg, or --country rs.',
  );
  const damaged = path.join(await temporaryFolder(), 'a.key.json');
  await writeFile(damaged, '{"role": "root"}');
  await expect(keys({ files: [damaged] })).rejects.toThrow('is damaged');
  expect(created.keyFiles.length).toBe(6);
});

test('an old copy of a key that was replaced does not sign, and the sentence says which does', async () => {
  const { folder, change, release, created } = await publisher();
  await change({ rotate: 'targets' });
  const old = created.keyFiles.find(({ role }) => role === 'targets')?.name ?? '';
  const elsewhere = await temporaryFolder();
  await copyFile(path.join(folder, old), path.join(elsewhere, old));
  const keys = await openKeys({
    country: 'kg',
    folder: elsewhere,
    env: { PASSPORT_KEYS_PASSPHRASE: passphrase },
    platform: process.platform,
  });
  await expect(release('one', 0, keys)).rejects.toThrow(/is needed, which 2\.root\.json names/);
});

test('keys lie apart from the repository, unless somebody says where', () => {
  const place = { country: 'kg', env: {}, home: '/home/a', platform: 'linux' } as const;
  const folder = (more: object): string => keysFolderOf({ ...place, ...more }).replaceAll('\\', '/');
  expect(folder({})).toBe('/home/a/.config/learning-passport/keys/kg');
  expect(folder({ env: { XDG_CONFIG_HOME: '/conf' } })).toBe('/conf/learning-passport/keys/kg');
  expect(folder({ platform: 'win32', env: { APPDATA: '/data' } })).toBe('/data/learning-passport/keys/kg');
  expect(folder({ env: { PASSPORT_KEYS_DIR: '/stick' } })).toBe('/stick/kg');
  expect(folder({ env: { PASSPORT_KEYS_DIR: '/stick' }, given: '/other' })).toBe('/other/kg');
});
