/** What a memory stick may bring that was long on its way, and what it may not. */
import { expect, test } from 'vitest';
import { newKeyPair } from '../../build/trust/key-pair.ts';
import { TrustError } from '../../build/trust/trust-error.ts';
import { dayOf, follow } from './publisher.ts';
import { clientOf, fault, type Repository, repository } from './repository.ts';

const stale = { acceptsStale: true };

const isOnlyStale = async ({ files, first }: Repository, day: number): Promise<boolean> => {
  const error = await follow(files, first, day).catch((reason: unknown) => reason);
  if (!(error instanceof TrustError && error.fault === 'expired'))
    throw new Error(`has not expired: ${error}`);
  return error.isOnlyStale;
};

test('an expired timestamp and snapshot are taken where that is asked for, and it is said', async () => {
  const repo = repository();
  repo.release('one');
  for (const day of [14, 20, 31, 179]) {
    expect(await clientOf(repo).refresh(day)).toMatch(fault('expired'));
    expect(await isOnlyStale(repo, day)).toBe(true);
    expect(await clientOf(repo).refresh(day, stale)).toBe('one');
    expect(await follow(repo.files, repo.first, day, stale)).toMatchObject({ isStale: true });
  }
  expect(await follow(repo.files, repo.first, 13, stale)).toMatchObject({ isStale: false });
});

test('targets and a root that have expired are taken by nobody', async () => {
  const repo = repository();
  repo.release('one');
  expect(await clientOf(repo).refresh(180, stale)).toMatch(
    /^expired: metadata\/1\.targets\.json expired on 2027-05-28\./,
  );
  expect(await isOnlyStale(repo, 180)).toBe(false);
  repo.release('two', { targets: { fields: { expires: '2030-01-01T00:00:00Z' } } });
  expect(await clientOf(repo).refresh(365, stale)).toMatch(
    /^expired: metadata\/1\.root\.json expired on 2027-11-29\./,
  );
  expect(await isOnlyStale(repo, 365)).toBe(false);
});

test('it is looked at no less closely: forged, mixed and missing parts', async () => {
  for (const [spoil, found] of [
    [(repo: Repository) => repo.timestamp({ signers: [newKeyPair()] }), 'forged'],
    [(repo: Repository) => repo.files.set('metadata/1.snapshot.json', Buffer.from('{}')), 'mismatch'],
    [(repo: Repository) => repo.files.delete('metadata/1.targets.json'), 'missing'],
    [(repo: Repository) => repo.release('two', { snapshot: { fields: { expires: 'never' } } }), 'damaged'],
  ] as const) {
    const repo = repository();
    repo.release('one');
    spoil(repo);
    expect(await clientOf(repo).refresh(60, stale)).toMatch(fault(found));
  }
});

test('an old stick never brings anything back, also where what is known has expired itself', async () => {
  const repo = repository();
  repo.release('one');
  const stick = new Map(repo.files);
  repo.release('two');
  const client = clientOf(repo);
  expect(await client.refresh(0)).toBe('two');
  const read = async (name: string): Promise<Uint8Array | undefined> => stick.get(name);
  for (const day of [0, 20, 60, 170])
    expect(await client.refresh(day, { ...stale, read })).toMatch(fault('rollback'));
  expect(client.trusted()).toEqual({ root: 1, targets: 2, snapshot: 2, timestamp: 2 });
});

test('after an old stick the network goes on: newer metadata is taken, older is not', async () => {
  const repo = repository();
  repo.release('one');
  const before = new Map(repo.files);
  repo.release('two');
  const client = clientOf(repo);
  expect(await client.refresh(60, stale)).toBe('two');
  // The same from the network is no news, and without a valid signature.
  expect(await client.refresh(60)).toMatch(fault('expired'));
  expect(await client.refresh(0, { read: async (name) => before.get(name) })).toMatch(fault('rollback'));
  const expires = `${dayOf(90).toISOString().slice(0, 19)}Z`;
  repo.release('three', { snapshot: { fields: { expires } }, timestamp: { fields: { expires } } });
  expect(await client.refresh(61)).toBe('three');
  expect(await follow(repo.files, repo.first, 61, { known: client.known })).toMatchObject({ isStale: false });
});

test('a stick that brings a new root is followed to it, and what old keys signed is not', async () => {
  const repo = repository();
  repo.release('one');
  const client = clientOf(repo);
  await client.refresh();
  const { timestamp } = repo.keys;
  repo.nextRoot({ keys: { timestamp: [newKeyPair()] } });
  repo.release('two', { timestamp: { signers: timestamp } });
  expect(await client.refresh(60, stale)).toMatch(fault('forged'));
  repo.timestamp();
  expect(await client.refresh(60, stale)).toBe('two');
  expect(client.trusted().root).toBe(2);
});

test('whoever is told that it is only stale has nothing of it kept, and each file was asked for once', async () => {
  const repo = repository();
  repo.release('one');
  const client = clientOf(repo);
  expect(await client.refresh(60)).toMatch(fault('expired'));
  expect([...client.known.keys()]).toEqual([]);
  expect(new Set(client.asked).size).toBe(client.asked.length);
});
