/** A signed release, and all that is not one. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Updater } from 'tuf-js';
import { expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { createTrialKeys, fingerprintOf } from '../../build/trust/create-keys.ts';
import { readRoots } from '../../build/trust/key-folder.ts';
import { isTrial } from '../../build/trust/metadata.ts';
import { rootChain } from '../../build/trust/root-chain.ts';
import { signSnapshot, signTimestamp } from '../../build/trust/sign-release.ts';
import { TrustError, type TrustFault } from '../../build/trust/trust-error.ts';
import { temporaryFolder } from '../support/content.ts';
import { dayMs, dayOf, firstDay, follow, type Publisher, pointerOf, publisher } from './publisher.ts';

type Files = Map<string, Uint8Array>;

/** Three releases; the first root, and what was published after each. */
async function threeReleases(): Promise<Publisher & { states: readonly Files[]; root: Uint8Array }> {
  const one = await publisher();
  const states: Files[] = [];
  for (const pointer of ['one', 'two', 'three']) {
    await one.release(pointer, states.length);
    states.push(new Map(one.published));
  }
  return { ...one, states, root: one.created.root };
}

test('a release is signed as a small tree, of which only the timestamp is ever written over', async () => {
  const { release, published, created, states } = await threeReleases();
  expect([...published.keys()].toSorted()).toEqual(
    [
      'metadata/1.root.json',
      'metadata/timestamp.json',
      ...[1, 2, 3].flatMap((version) => [
        `metadata/${version}.snapshot.json`,
        `metadata/${version}.targets.json`,
      ]),
      ...['one', 'two', 'three'].map((pointer) => releasePaths.signedPointer(sha256(pointer))),
    ].toSorted(),
  );
  for (const [name, bytes] of states[0] ?? [])
    if (name !== releasePaths.timestamp) expect(published.get(name)).toEqual(bytes);
  const written = await release('four', 3);
  expect([...written.keys()]).toEqual([
    releasePaths.signedPointer(sha256('four')),
    'metadata/4.targets.json',
    'metadata/4.snapshot.json',
    releasePaths.timestamp,
  ]);
  const trust = await follow(published, created.root, 3);
  expect(pointerOf(trust)).toBe('four');
  expect(trust).toMatchObject({
    country: 'kg',
    isTrial: false,
    roles: {
      root: { version: 1, expires: '2027-11-29T12:00:00Z' },
      targets: { version: 4, expires: '2027-05-31T12:00:00Z' },
      snapshot: { version: 4, expires: '2027-01-01T12:00:00Z' },
      timestamp: { version: 4, expires: '2026-12-16T12:00:00Z' },
    },
  });
  expect(JSON.stringify([...trust.files.keys()])).not.toContain('3.targets');
  for (const name of ['metadata/4.targets.json', 'metadata/4.snapshot.json', releasePaths.timestamp])
    expect(published.get(name)?.length).toBeLessThan(1000);
});

test('what is published satisfies the client of tuf-js as it is, over HTTP', async () => {
  // Its clock is that of this computer.
  const now = new Date();
  const today = (now.getTime() - firstDay.getTime()) / dayMs;
  const { published, created, change, release } = await publisher({ now });
  await release('before', today);
  await change({ rotate: 'timestamp' }, { day: today });
  await release('today', today);
  const server = createServer((request, response) => {
    const bytes = published.get((request.url ?? '').slice(1));
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const folder = await temporaryFolder();
  const [metadataDir, targetDir] = [path.join(folder, 'metadata'), path.join(folder, 'targets')];
  for (const one of [metadataDir, targetDir]) await mkdir(one);
  await writeFile(path.join(metadataDir, 'root.json'), created.root);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new Updater({
    metadataDir,
    metadataBaseUrl: `${url}/metadata`,
    targetDir,
    targetBaseUrl: `${url}/targets`,
  });
  const info = await client.getTargetInfo('release.json');
  if (info === undefined) throw new Error('there is no release.json');
  expect(await readFile(await client.downloadTarget(info), 'utf8')).toBe('today');
});

/** The fault that a mirror finds. */
async function faultOf(found: Promise<unknown>): Promise<{ fault: TrustFault; message: string }> {
  const error = await found.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TrustError)) throw new Error(`no fault of trust: ${error}`);
  return { fault: error.fault, message: error.message };
}

test('rollback: who has seen a newer release takes no older one', async () => {
  const { states, root } = await threeReleases();
  const [, second = new Map(), third = new Map()] = states;
  const { files: known } = await follow(third, root, 3);
  const { fault, message } = await faultOf(follow(second, root, 3, { known }));
  expect(fault).toBe('rollback');
  expect(message).toContain(
    'metadata/timestamp.json leads to an older release than one that was seen before. Somebody serves an old state.',
  );
  await expect(follow(third, root, 3, { known })).resolves.toMatchObject({
    roles: { timestamp: { version: 3 } },
  });
  // What expired since still counts as seen.
  expect((await faultOf(follow(second, root, 40, { known }))).fault).toBe('rollback');
});

test('rollback of a part: a newer timestamp and snapshot do not bring older targets back', async () => {
  const { states, root, keys, folder } = await threeReleases();
  const published = new Map(states[2]);
  const { files: known } = await follow(published, root, 3);
  // The keys of snapshot and timestamp alone are stolen.
  const chain = rootChain(published, await readRoots(folder), 'kg');
  const request = { country: 'kg', metadata: published, roots: [], keys: await keys(), now: dayOf(3) };
  const first = { version: 1, bytes: published.get('metadata/1.targets.json') ?? Buffer.of() };
  const snapshot = await signSnapshot(first, 4, chain, request, published);
  await signTimestamp(snapshot, 4, chain, request, published);
  await expect(follow(published, root, 3)).resolves.toMatchObject({ roles: { targets: { version: 1 } } });
  const { fault, message } = await faultOf(follow(published, root, 3, { known }));
  expect(fault).toBe('rollback');
  expect(message).toContain('metadata/4.snapshot.json leads to an older release');
});

test.each([
  [14, 'metadata/timestamp.json', '2026-12-13'],
  [40, 'metadata/timestamp.json', '2026-12-13'],
])('freeze: on day %i %s is too old', async (day, file, expired) => {
  const { states, root } = await threeReleases();
  const { fault, message } = await faultOf(follow(states[0] ?? new Map(), root, day));
  expect(fault).toBe('expired');
  expect(message).toContain(`${file} expired on ${expired}. Nothing newer is accepted from here`);
  await expect(follow(states[0] ?? new Map(), root, 13.9)).resolves.toBeDefined();
});

test.each([
  ['snapshot', { root: 365, targets: 180, snapshot: 30, timestamp: 900 }, 31, 'metadata/1.snapshot.json'],
  ['targets', { root: 365, targets: 180, snapshot: 900, timestamp: 900 }, 181, 'metadata/1.targets.json'],
  ['root', { root: 365, targets: 900, snapshot: 900, timestamp: 900 }, 366, 'metadata/1.root.json'],
])('an expired %s is named', async (_, lifetimesDays, day, file) => {
  const { published, created, release } = await publisher({ lifetimesDays });
  await release('one', 0);
  const { fault, message } = await faultOf(follow(published, created.root, day));
  expect({ fault, message }).toEqual({
    fault: 'expired',
    message: expect.stringContaining(`${file} expired`),
  });
});

test('the clock of this computer plays no part', async () => {
  const past = await publisher({ now: new Date('2001-01-01T00:00:00Z') });
  const day = (Date.parse('2001-01-02T00:00:00Z') - firstDay.getTime()) / dayMs;
  await past.release('long ago', day);
  expect(pointerOf(await follow(past.published, past.created.root, day))).toBe('long ago');
  expect((await faultOf(follow(past.published, past.created.root, 0))).fault).toBe('expired');
});

const letter = (bytes: Uint8Array, from: string, to: string): Buffer =>
  Buffer.from(Buffer.from(bytes).toString().replace(from, to));

test.each<[string, TrustFault, (files: Files, states: readonly Files[]) => void]>([
  [
    'mix and match: the snapshot of another release',
    'mismatch',
    (files, [first]) =>
      files.set('metadata/3.snapshot.json', first?.get('metadata/1.snapshot.json') ?? Buffer.of()),
  ],
  [
    'mix and match: the targets of another release',
    'mismatch',
    (files, [first]) =>
      files.set('metadata/3.targets.json', first?.get('metadata/1.targets.json') ?? Buffer.of()),
  ],
  [
    'a pointer that is another one, of the same length',
    'mismatch',
    (files) => files.set(releasePaths.signedPointer(sha256('three')), Buffer.from('eerht')),
  ],
  [
    'a timestamp that somebody has changed',
    'forged',
    (files) =>
      files.set(
        releasePaths.timestamp,
        letter(files.get(releasePaths.timestamp) ?? Buffer.of(), '"version":3', '"version":4'),
      ),
  ],
  [
    'a timestamp that is a page of a web server',
    'damaged',
    (files) => files.set(releasePaths.timestamp, Buffer.from('<html>')),
  ],
  [
    'the metadata of another role in place of the timestamp',
    'damaged',
    (files) => files.set(releasePaths.timestamp, files.get('metadata/3.snapshot.json') ?? Buffer.of()),
  ],
  ['no timestamp', 'missing', (files) => files.delete(releasePaths.timestamp)],
  ['no snapshot', 'missing', (files) => files.delete('metadata/3.snapshot.json')],
  ['no targets', 'missing', (files) => files.delete('metadata/3.targets.json')],
  ['no pointer', 'missing', (files) => files.delete(releasePaths.signedPointer(sha256('three')))],
  [
    'data without end',
    'damaged',
    (files) => {
      const timestamp = Buffer.from(files.get(releasePaths.timestamp) ?? []);
      files.set(releasePaths.timestamp, Buffer.concat([timestamp, Buffer.alloc(10_000_000, ' ')]));
    },
  ],
  [
    'a root that nobody has signed',
    'damaged',
    (files) => files.set('metadata/2.root.json', Buffer.from('{}')),
  ],
  [
    'the first root again as the second',
    'mismatch',
    (files) => files.set('metadata/2.root.json', files.get('metadata/1.root.json') ?? Buffer.of()),
  ],
])('%s is %s', async (_, fault, spoil) => {
  const { states, root } = await threeReleases();
  const files = new Map(states[2]);
  spoil(files, states);
  const found = await faultOf(follow(files, root, 3));
  expect(found.fault).toBe(fault);
  expect(found.message).toMatch(/\. [A-Z].*\.$/);
});

test('another publisher is not taken for this one, whatever lies there', async () => {
  const [kg, thief] = [await publisher(), await publisher()];
  await kg.release('one', 0);
  await thief.release('stolen', 0);
  const swapped = new Map([...kg.published, ...thief.published]);
  expect((await faultOf(follow(swapped, kg.created.root, 0))).fault).toBe('forged');
});

test('a fault of the machine keeps its own words', async () => {
  const { created } = await publisher();
  const read = async (): Promise<undefined> => {
    throw new Error('the line is dead');
  };
  await expect(follow(new Map(), created.root, 0, { read })).rejects.toThrow('the line is dead');
});

test('whoever reads is told how much to take at most', async () => {
  const { published, created, release } = await publisher();
  await release('one', 0);
  const asked = new Map<string, number>();
  await follow(published, created.root, 0, {
    read: async (name, maxBytes) => {
      asked.set(name, maxBytes);
      return published.get(name);
    },
  });
  expect(asked.get(releasePaths.signedPointer(sha256('one')))).toBe(3);
  expect(Math.max(...asked.values())).toBe(256 * 1024);
});

test('keys for trying out sign without a passphrase, and mark what they sign', async () => {
  const one = await publisher();
  const folder = path.join(await temporaryFolder(), 'trial');
  const trial = await createTrialKeys(folder, 'kg', firstDay);
  expect([isTrial(trial.root), isTrial(one.created.root)]).toEqual([true, false]);
  expect(trial.fingerprint).toBe(fingerprintOf(trial.root));
  const keys = await one.keys({ folder, env: {} });
  // The keys that are known here are others: somebody must say which are meant.
  await one.release('real', 0);
  await expect(one.release('trial', 0, keys)).rejects.toThrow('is needed, which 1.root.json names');
  await expect(createTrialKeys(folder, 'kg', firstDay)).rejects.toThrow('holds keys already');
});
