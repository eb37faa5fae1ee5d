/** What goes wrong with keys, and how it ends: rehearsed with the keys of a country and a mirror that has seen the beginning. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { describeRootChange, isCompleteRoot } from '../../build/trust/change-root.ts';
import { keyFileName, readRoots } from '../../build/trust/key-folder.ts';
import { openKeys, type SigningKeys } from '../../build/trust/open-keys.ts';
import { onlineRoles } from '../../build/trust/roles.ts';
import { rootChain } from '../../build/trust/root-chain.ts';
import { readProposal, signProposal } from '../../build/trust/sign-proposal.ts';
import { signRelease } from '../../build/trust/sign-release.ts';
import { temporaryFolder } from '../support/content.ts';
import { dayOf, follow, type Publisher, passphrase, pointerOf, publisher } from './publisher.ts';

/** The file of a key goes. */
async function lose({ folder }: Publisher, id: string): Promise<void> {
  const name = (await readdir(folder)).find((file) => file.includes(id.slice(0, 8)));
  await rm(path.join(folder, name ?? 'none'));
}

/** What a thief signs with keys that were good on the first day. */
async function steal(one: Publisher, pointer: string, day: number): Promise<Map<string, Uint8Array>> {
  const stolen = { keys: await one.keys(), roots: await readRoots(one.folder) };
  let metadata = new Map(one.published);
  const sign = { country: 'kg', ...stolen, now: dayOf(day), pointer: Buffer.from(pointer) };
  // More than once, so that it is newer than what the publisher signs next.
  for (let times = 0; times < 3; times++)
    metadata = new Map([...metadata, ...(await signRelease({ ...sign, metadata }))]);
  return metadata;
}

test('one root key is lost: the two others put a new one in its place, and old mirrors follow', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const [lost = ''] = await one.ids('root');
  await lose(one, lost);
  await one.change({ rotate: 'root', gone: lost }, { day: 1 });
  expect(await one.ids('root')).toHaveLength(3);
  expect(await one.ids('root')).not.toContain(lost);
  await one.release('two', 1);
  const trust = await follow(one.published, one.created.root, 1);
  expect([pointerOf(trust), trust.roles.root.version]).toEqual(['two', 2]);
  // The new key counts: with another of the first three it is enough.
  const [, second = ''] = await one.ids('root');
  await lose(one, second);
  await one.change({ rotate: 'root', gone: second }, { day: 2 });
  await one.release('three', 2);
  expect(pointerOf(await follow(one.published, one.created.root, 2))).toBe('three');
});

test('two of three root keys are lost: nothing can be changed, and the sentence says what is missing', async () => {
  const one = await publisher();
  const [first = '', second = '', third = ''] = await one.ids('root');
  for (const id of [first, second]) await lose(one, id);
  const [a, b] = [first, second].map((id) => id.slice(0, 8));
  await expect(one.change({ kind: 'extend' })).rejects.toThrow(
    `Of the root keys that version 1 names, 1 of 2 have signed version 2; keys that have not: ${a}, ${b}.`,
  );
  expect((await one.keys()).roleOf(third)).toBe('root');
  // What is signed with the online keys goes on until the root expires.
  await one.release('one', 364);
});

test('every key is replaced in its turn, and a mirror of the first day still follows', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const first = await Promise.all(onlineRoles.map((role) => one.ids(role)));
  const rootKeys = await one.ids('root');
  for (const role of onlineRoles) await one.change({ rotate: role });
  for (const gone of rootKeys) await one.change({ rotate: 'root', gone });
  await one.release('two', 1);
  const trust = await follow(one.published, one.created.root, 1);
  expect([pointerOf(trust), trust.roles.root.version]).toEqual(['two', 7]);
  const now = await Promise.all([...onlineRoles, 'root' as const].map((role) => one.ids(role)));
  expect(now.flat().filter((id) => [...first.flat(), ...rootKeys].includes(id))).toEqual([]);
});

test('the targets key is stolen: once it is replaced, nobody who has seen that takes what the thief signs', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const forged = await steal(one, 'poison', 1);
  // Until then a thief who has all online keys is believed: that is why they are replaced at once.
  expect(pointerOf(await follow(forged, one.created.root, 1))).toBe('poison');
  await one.change({ rotate: 'targets' }, { day: 1 });
  await expect(one.renew(1)).rejects.toThrow(
    '1.targets.json is not signed by the targets key that 2.root.json names: the key was replaced since. Whoever had the old key may have signed it. Release the site again from its sources',
  );
  await one.release('two', 1);
  const { files: known } = await follow(one.published, one.created.root, 1);
  for (const served of [
    forged,
    new Map([...forged, ['metadata/2.root.json', one.published.get('metadata/2.root.json') ?? Buffer.of()]]),
  ])
    await expect(follow(served, one.created.root, 1, { known })).rejects.toMatchObject({ fault: 'forged' });
  expect(pointerOf(await follow(one.published, one.created.root, 1, { known }))).toBe('two');
});

test('the timestamp key is stolen: a thief can hold back news until it is replaced, and no longer', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const old = new Map(one.published);
  const frozen = new Map([...old, ...(await one.renew(2))]);
  await one.release('two', 2);
  await one.change({ rotate: 'timestamp' }, { day: 3 });
  await one.renew(3);
  const { files: known, pointer } = await follow(one.published, one.created.root, 3);
  expect(Buffer.from(pointer).toString()).toBe('two');
  await expect(follow(frozen, one.created.root, 3, { known })).rejects.toMatchObject({ fault: 'forged' });
});

test('a thief has signed an absurd version: replaced keys make a mirror forget it', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const before = new Map(one.published);
  for (let times = 0; times < 3; times++) await one.renew(1);
  const seen = await follow(one.published, one.created.root, 1);
  expect(seen.roles.timestamp.version).toBe(4);
  // The publisher goes on from a copy of the first day: without new keys the mirror has to refuse that.
  one.published.clear();
  for (const [name, bytes] of before) one.published.set(name, bytes);
  await one.renew(1);
  await expect(follow(one.published, one.created.root, 1, { known: seen.files })).rejects.toMatchObject({
    fault: 'rollback',
  });
  for (const role of ['snapshot', 'timestamp'] as const) await one.change({ rotate: role }, { day: 1 });
  await one.renew(1);
  const trust = await follow(one.published, one.created.root, 1, { known: seen.files });
  expect(trust.roles.timestamp.version).toBe(3);
});

test('a root key is stolen: alone it signs nothing, and once it is replaced it is worth nothing', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const [stolen = '', ...others] = await one.ids('root');
  const thief = onlyKeys(await one.keys(), [stolen]);
  await expect(one.change({ rotate: 'targets' }, { keys: thief })).rejects.toThrow(
    '1 of 2 have signed version 2',
  );
  await one.change({ rotate: 'root', gone: stolen }, { keys: onlyKeys(await one.keys(), others), day: 1 });
  // Even with one of the others the thief no longer has two.
  const later = onlyKeys(await one.keys(), [stolen, others[0] ?? '']);
  await expect(one.change({ rotate: 'targets' }, { keys: later })).rejects.toThrow(
    '1 of 2 have signed version 3',
  );
  await one.release('two', 1);
  expect(pointerOf(await follow(one.published, one.created.root, 1))).toBe('two');
});

const onlyKeys = (keys: SigningKeys, ids: readonly string[]): SigningKeys => ({
  ...keys,
  roleOf: (id) => (ids.includes(id) ? keys.roleOf(id) : undefined),
});

test('the key that goes does not count for the root in which it no longer stands', async () => {
  const one = await publisher();
  const [gone = '', other = ''] = await one.ids('root');
  const keys = onlyKeys(await one.keys(), [gone, other]);
  await expect(one.change({ kind: 'revoke', gone }, { keys })).rejects.toThrow(
    'Of the root keys that version 2 names, 1 of 2 have signed version 2',
  );
});

test('a revoked key is gone, and a role never has too few', async () => {
  const one = await publisher();
  const [gone = '', next = ''] = await one.ids('root');
  await one.change({ kind: 'revoke', gone });
  expect(await one.ids('root')).toHaveLength(2);
  await expect(one.change({ kind: 'revoke', gone: next })).rejects.toThrow(
    'of the root keys 2 must sign, and there would be 1. Put a new key into the place of an old one: npm run keys -- rotate --role root',
  );
  const [targets = ''] = await one.ids('targets');
  await expect(one.change({ kind: 'revoke', gone: targets })).rejects.toThrow(
    'of the targets keys 1 must sign',
  );
});

/** Somebody elsewhere who keeps one root key, and the public roots. */
async function holder(one: Publisher, id: string): Promise<{ folder: string; keys: SigningKeys }> {
  const folder = path.join(await temporaryFolder(), 'kg');
  await mkdir(folder);
  const name = keyFileName('root', { id, public: '' });
  await writeFile(path.join(folder, name), await readFile(path.join(one.folder, name)), { mode: 0o600 });
  for (const [index, bytes] of (await readRoots(one.folder)).entries())
    await writeFile(path.join(folder, `${index + 1}.root.json`), bytes);
  const env = { PASSPORT_KEYS_PASSPHRASE: passphrase };
  return { folder, keys: await openKeys({ country: 'kg', folder, env, platform: process.platform }) };
}

test('holders in different places sign one after the other, and at the threshold it counts', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const [first = '', second = ''] = await one.ids('root');
  const holders = [await holder(one, first), await holder(one, second)];
  for (const id of await one.ids('root')) await lose(one, id);
  const { file, isComplete } = await one.change({ rotate: 'targets' }, { isProposal: true });
  expect([path.basename(file), isComplete]).toEqual(['2.root.proposed.json', false]);
  expect(await readRoots(one.folder)).toHaveLength(1);
  await expect(one.change({ kind: 'extend' }, { isProposal: true })).rejects.toThrow(
    '2.root.proposed.json still waits for signatures. End it with "npm run keys -- sign", or remove it if it is given up.',
  );
  const outcomes: boolean[] = [];
  for (const { folder, keys } of holders) {
    const { newest } = rootChain(new Map(), await readRoots(folder), 'kg');
    const proposal = await readProposal(file, newest.signed);
    expect(describeRootChange(proposal.root.signed, newest.signed)).toEqual([
      expect.stringMatching(/^- targets key \w{8} goes$/),
      expect.stringMatching(/^\+ targets key \w{8} comes$/),
      '  valid until 2027-11-29',
    ]);
    outcomes.push((await signProposal(proposal, newest.signed, keys, folder)).isComplete);
  }
  expect(outcomes).toEqual([false, true]);
  // Back where releases are signed, nobody has to sign any more.
  const { newest } = rootChain(new Map(), await readRoots(one.folder), 'kg');
  const done = await signProposal(
    await readProposal(file, newest.signed),
    newest.signed,
    await one.keys(),
    one.folder,
  );
  expect(done).toMatchObject({ isComplete: true, added: 0, file: path.join(one.folder, '2.root.json') });
  expect((await readdir(one.folder)).includes('2.root.proposed.json')).toBe(false);
  await one.release('two', 0);
  expect(pointerOf(await follow(one.published, one.created.root, 0))).toBe('two');
  await expect(
    readProposal(
      path.join(one.folder, '2.root.json'),
      rootChain(new Map(), await readRoots(one.folder), 'kg').newest.signed,
    ),
  ).rejects.toThrow(
    'version 2 is already there: it came too late, or is already done. Propose the change again.',
  );
});

test('a proposal of another country, or too far ahead, is not signed', async () => {
  const [kg, rs] = [await publisher(), await publisher({ country: 'rs' })];
  const newest = rootChain(new Map(), [kg.created.root], 'kg').newest.signed;
  const { file } = await rs.change({ kind: 'extend' });
  await expect(readProposal(file, newest)).rejects.toThrow(
    'is a root of "rs", and not for the keys of "kg" here',
  );
  await kg.change({ kind: 'extend' });
  const third = await kg.change({ kind: 'extend' });
  await expect(readProposal(third.file, newest)).rejects.toThrow(
    'only 1.root.json is known here. Copy the versions between',
  );
  expect(isCompleteRoot(third.root, newest)).toBe(true);
});

test.each<[string, (roots: Uint8Array[], others: readonly Uint8Array[]) => void, string]>([
  [
    'none',
    (roots) => roots.splice(0),
    'There is no 1.root.json for kg. Make keys with "npm run keys -- create',
  ],
  [
    'one missing',
    (roots) => roots.splice(1, 1),
    '2.root.json is not signed by enough root keys, or is not of this version',
  ],
  ['one twice', (roots) => roots.splice(1, 1, roots[0] ?? Buffer.of()), 'is not of this version'],
  [
    'a second one of others',
    (roots, others) => roots.splice(1, 1, others[1] ?? Buffer.of()),
    '2.root.json is not signed',
  ],
  [
    'all of others',
    (roots, others) => roots.splice(0, 3, ...others),
    'is signed with other keys than those in the folder of keys',
  ],
  ['a damaged one', (roots) => roots.splice(2, 1, Buffer.from('x')), 'metadata/3.root.json is damaged'],
])('roots that do not belong together: %s', async (what, spoil, sentence) => {
  const [one, other] = [await publisher(), await publisher()];
  for (const each of [one, one, other]) await each.change({ kind: 'extend' });
  if (what === 'all of others') await one.release('one', 0);
  const roots = [...(await readRoots(one.folder))];
  spoil(roots, await readRoots(other.folder));
  expect(() => rootChain(one.published, roots, 'kg')).toThrow(sentence);
});

test('roots that are published and roots that are not yet are joined; a gap is told', async () => {
  const one = await publisher();
  await one.release('one', 0);
  await one.change({ kind: 'extend' });
  const roots = await readRoots(one.folder);
  expect(rootChain(one.published, roots, 'kg').all).toHaveLength(2);
  expect(rootChain(one.published, [], 'kg').all).toHaveLength(1);
  expect(() => rootChain(one.published, roots, 'rs')).toThrow(
    '1.root.json is of the country "kg", not of "rs"',
  );
  const gap = new Map([...one.published, [releasePaths.root(3), roots[1] ?? Buffer.of()]]);
  expect(() => rootChain(gap, [], 'kg')).toThrow('There is no 2.root.json for kg.');
});

test('a release that was signed for trying out gives way to real keys, once somebody removes it', async () => {
  const trial = await publisher({ isTrial: true, rootKeys: 1, rootThreshold: 1 });
  await trial.release('trial', 0);
  const real = await publisher();
  for (const [name, bytes] of trial.published) real.published.set(name, bytes);
  await expect(real.release('real', 0)).rejects.toThrow(
    'The release of kg was signed with keys for trying out. Remove the folder metadata/ of it, and run the command again',
  );
  expect((await follow(trial.published, trial.created.root, 0)).isTrial).toBe(true);
});
