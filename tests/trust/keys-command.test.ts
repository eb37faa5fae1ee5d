/** `npm run keys`, as those who keep the keys of a country meet it. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keyLine } from '../../build/trust/key-line.ts';
import { writeReleaseMetadata } from '../../build/trust/release-metadata.ts';
import { readKeysRequest } from '../../scripts/keys-options.ts';
import { type Outcome, passport } from '../support/command.ts';
import { temporaryFolder } from '../support/content.ts';
import { dayMs, firstDay, type Publisher, passphrase, publisher } from './publisher.ts';

/** The command reads the clock of this computer. */
const today = (Date.now() - firstDay.getTime()) / dayMs;

interface Office extends Publisher {
  /** What `--keys` says. */
  readonly above: string;
  /** A release folder, in which a release was signed some days ago. */
  readonly from: string;
  keysCommand(args: readonly string[], env?: Record<string, string>): Promise<Outcome>;
}

async function office(daysAgo = 1): Promise<Office> {
  const folder = await temporaryFolder();
  const above = path.join(folder, 'keys');
  const one = await publisher({ folder: path.join(above, 'kg'), now: new Date(Date.now() - 10 * dayMs) });
  const from = path.join(folder, 'releases', 'kg');
  await writeReleaseMetadata(from, await one.release('one', today - daysAgo));
  return {
    ...one,
    above,
    from,
    keysCommand: (args, env = {}) =>
      passport(['keys', ...args, '--country', 'kg', '--keys', above], {
        PASSPORT_KEYS_PASSPHRASE: passphrase,
        ...env,
      }),
  };
}

test('create never writes over keys, and says so before it asks for anything', async () => {
  const one = await office();
  const { code, stderr } = await one.keysCommand(['create'], { PASSPORT_KEYS_PASSPHRASE: '' });
  expect(code).toBe(3);
  expect(stderr).toContain(`${one.folder} holds keys already, which are not written over.`);
  expect(await readFile(path.join(one.folder, '1.root.json'))).toEqual(Buffer.from(one.created.root));
});

test('status tells of each key, and ends with 1 once something is past half of its life', async () => {
  const fresh = await office(1);
  const good = await fresh.keysCommand(['status', '--from', fresh.from]);
  expect({ code: good.code, stderr: good.stderr }).toEqual({ code: 0, stderr: '' });
  expect(good.stdout.match(/at hand/g)).toHaveLength(6);
  const due = await office(8);
  const [lost = ''] = await due.ids('root');
  await rename(
    path.join(due.folder, `root-${lost.slice(0, 8)}.key.json`),
    path.join(due.above, 'in a safe.json'),
  );
  const told = await due.keysCommand(['status', '--from', due.from]);
  expect(told.code).toBe(1);
  expect(told.stdout).toMatch(new RegExp(`root +2 of 3 +${lost.slice(0, 8)} +elsewhere +version 1 +until`));
  expect(told.stderr).toMatch(/^warning: timestamp\.json is past half of its life: .*renew --country kg/);
  const json = JSON.parse((await due.keysCommand(['status', '--from', due.from, '--json'])).stdout);
  expect(json).toMatchObject({
    country: 'kg',
    isTrial: false,
    rootVersion: 1,
    warnings: [expect.any(String)],
  });
  expect(json.roles[3]).toMatchObject({ role: 'timestamp', expiry: { state: 'due', version: 1 } });
});

test('renew signs anew in the release folder, with keys of the environment alone', async () => {
  const one = await office(8);
  const env: Record<string, string> = {};
  for (const role of ['snapshot', 'timestamp'] as const) {
    const exported = await one.keysCommand(['export', '--role', role]);
    const [id = ''] = await one.ids(role);
    expect(exported.stdout).toBe(`${keyLine(await (await one.keys()).pair(id), 'kg', role)}\n`);
    expect(exported.stderr).toContain(`Store it as the secret PASSPORT_KEY_${role.toUpperCase()}`);
    expect(exported.stderr).not.toContain(exported.stdout.trim());
    env[`PASSPORT_KEY_${role.toUpperCase()}`] = exported.stdout.trim();
  }
  const elsewhere = await temporaryFolder();
  const renewed = await passport(
    ['keys', 'renew', '--country', 'kg', '--from', one.from, '--keys', elsewhere],
    env,
  );
  expect({ code: renewed.code, stderr: renewed.stderr }).toEqual({ code: 0, stderr: '' });
  expect(renewed.stdout).toContain(`${one.from}/metadata/timestamp.json\n`);
  expect(renewed.stdout).toContain(`Deploy it: npm run deploy -- --from ${one.from} --to TARGET`);
  for (const line of Object.values(env)) expect(renewed.stdout).not.toContain(line);
  expect((await one.keysCommand(['status', '--from', one.from])).code).toBe(0);
});

test('a wrong passphrase, a damaged timestamp, a missing release: exit 3, a sentence each, and nothing is written', async () => {
  const one = await office();
  const before = await readdir(path.join(one.from, 'metadata'));
  const renew = ['renew', '--from', one.from];
  const wrong = await one.keysCommand(renew, { PASSPORT_KEYS_PASSPHRASE: 'seven swans in autumn' });
  expect(wrong.code).toBe(3);
  expect(wrong.stderr).toMatch(/timestamp-\w{8}\.key\.json: the passphrase is wrong\. Type it again/);
  expect(wrong.stderr).not.toContain('autumn');
  const nobody = await one.keysCommand(renew, { PASSPORT_KEYS_PASSPHRASE: '' });
  expect([nobody.code, nobody.stderr]).toEqual([3, expect.stringContaining('there is nobody to ask')]);
  await writeFile(path.join(one.from, 'metadata', 'timestamp.json'), '{');
  const damaged = await one.keysCommand(renew);
  expect([damaged.code, damaged.stderr]).toEqual([
    3,
    'metadata/timestamp.json is damaged: it does not hold what its name says. Fetch it again from where it is published, or from a copy.\n',
  ]);
  const none = await one.keysCommand(['renew', '--from', path.join(one.from, 'nowhere')]);
  expect([none.code, none.stderr]).toEqual([3, expect.stringContaining('There is no signed release of kg')]);
  expect(await readdir(path.join(one.from, 'metadata'))).toEqual(before);
});

test('a new key of a role: what changes, what to do, and where it lies', async () => {
  const one = await office();
  const [old = ''] = await one.ids('timestamp');
  const rotated = await one.keysCommand(['rotate', '--role', 'timestamp']);
  const [fresh = ''] = await one.ids('timestamp');
  expect({ code: rotated.code, stderr: rotated.stderr }).toEqual({ code: 0, stderr: '' });
  expect(rotated.stdout).toContain(
    `- timestamp key ${old.slice(0, 8)} goes\n+ timestamp key ${fresh.slice(0, 8)} comes`,
  );
  expect(rotated.stdout).toContain(
    `The new key is in ${path.join(one.folder, `timestamp-${fresh.slice(0, 8)}.key.json`)}.`,
  );
  expect(rotated.stdout).toContain('Sign with it, and deploy: npm run keys -- renew');
  expect((await one.keysCommand(['renew', '--from', one.from])).code).toBe(0);
  const unclear = await one.keysCommand(['rotate', '--role', 'root']);
  expect([unclear.code, unclear.stderr]).toEqual([
    2,
    expect.stringContaining('say which key the new one replaces: --replace KEY. The root keys are: '),
  ]);
  const weak = await one.keysCommand(['rotate', '--role', 'timestamp'], {
    PASSPORT_KEYS_PASSPHRASE: 'swans',
  });
  expect([weak.code, weak.stderr]).toEqual([
    3,
    expect.stringContaining('A passphrase needs 12 characters or more'),
  ]);
  expect((await one.ids('timestamp'))[0]).toBe(fresh);
});

test.each<[readonly string[], string]>([
  [[], 'say what to do: create, status, rotate'],
  [['renw', '--country', 'kg'], 'there is no "keys renw"; did you mean "renew"?'],
  [['status'], 'say of which country, with two letters: --country kg'],
  [['status', '--country', 'Kirgizia'], 'say of which country'],
  [['status', '--country', 'kg', '--propose'], '"keys status" takes no --propose'],
  [['revoke', '--country', 'kg'], 'say which key to revoke'],
  [['sign', '--country', 'kg'], 'say which file to sign'],
  [['create', 'kg', '--country', 'kg'], 'too many words: kg'],
])('wrong usage: keys %j', (args, sentence) => {
  expect(() => readKeysRequest(args)).toThrow(sentence);
});

test('wrong usage is told with the usage', async () => {
  for (const [option, sentence] of [
    ['--root-keys=many', '--root-keys: "many" is no number of keys'],
    ['--root-keys=1', 'of 1 root keys 2 cannot sign'],
    ['--lifetimes=pages=3', '--lifetimes: "pages=3" does not name a role and its days'],
  ] as const) {
    const { code, stderr } = await passport(['keys', 'create', '--country', 'kg', option], {
      PASSPORT_KEYS_DIR: path.join(await temporaryFolder(), 'none'),
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${sentence}`)]);
    expect(stderr).toContain('usage: npm run keys -- ACTION --country CC');
  }
});

test('without keys, status says how to make some', async () => {
  const none = path.join(await temporaryFolder(), 'none');
  const { code, stderr } = await passport(['keys', 'status', '--country', 'kg', '--from', none], {
    PASSPORT_KEYS_DIR: none,
  });
  expect([code, stderr]).toEqual([
    3,
    expect.stringContaining('Make keys with "npm run keys -- create --country kg"'),
  ]);
});
