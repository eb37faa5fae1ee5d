/**
 * The client workflow of The Update Framework, specification 1.0.34, clause by clause: each test is named by the clause that it breaks.
 *
 * What does not apply to a client of one target that is always the same: 5.6.7 (delegations; a root is all that names keys here), and of
 * 1.5.2 extraneous dependencies (a release names its files itself, all of them, in a signed manifest).
 */
import { describe, expect, test } from 'vitest';
import { type KeyPair, newKeyPair, tufKey } from '../../build/trust/key-pair.ts';
import { clientOf, fault, type Repository, repository, signedBytes } from './repository.ts';

/** A repository with three releases, and a client that has seen the last. */
async function threeReleases() {
  const repo = repository();
  for (const pointer of ['one', 'two', 'three']) repo.release(pointer);
  const client = clientOf(repo);
  expect(await client.refresh()).toBe('three');
  return { repo, client };
}

const without = (
  bytes: Uint8Array | undefined,
  change: (metadata: { signed: Record<string, unknown>; signatures: unknown[] }) => void,
): Buffer => {
  const metadata = JSON.parse(Buffer.from(bytes ?? []).toString());
  change(metadata);
  return Buffer.from(JSON.stringify(metadata));
};

describe('5.2 load the trusted root', () => {
  test.each<[string, (root: Uint8Array) => Uint8Array]>([
    ['that has no version', (root) => without(root, ({ signed }) => delete signed.version)],
    [
      'whose signatures are those of something else',
      (root) => without(root, ({ signed }) => (signed.spec_version = '1.0.30')),
    ],
    ['with one signature of two', (root) => without(root, ({ signatures }) => signatures.splice(1))],
    ['with no signature', (root) => without(root, ({ signatures }) => signatures.splice(0))],
    ['that is no root', () => Buffer.from('{}')],
    ['that is no JSON', () => Buffer.from('<html>')],
    ['that is empty', () => Buffer.of()],
  ])('a root %s is not begun with, and nothing is asked for', async (_, spoil) => {
    const repo = repository();
    repo.release('one');
    const client = clientOf({ files: repo.files, first: spoil(repo.first) });
    expect(await client.refresh()).toMatch(/^(damaged|forged): The trusted root /);
    expect(client.asked).toEqual([]);
  });

  test('a root that has expired is begun with, as long as a newer one has not', async () => {
    const repo = repository();
    repo.nextRoot({ fields: { expires: '2028-12-01T00:00:00Z' } });
    repo.release('one', long);
    expect(await clientOf(repo).refresh(400)).toBe('one');
  });
});

const late = { fields: { expires: '2028-06-01T00:00:00Z' } };
const long = { targets: late, snapshot: late, timestamp: late };

describe('5.3 update the root', () => {
  test('5.3.3 the next version is asked for by its number, until there is none', async () => {
    const repo = repository();
    repo.nextRoot();
    repo.release('one');
    const client = clientOf(repo);
    await client.refresh();
    expect(client.asked.slice(0, 3)).toEqual([
      'metadata/2.root.json',
      'metadata/3.root.json',
      'metadata/timestamp.json',
    ]);
  });

  test('5.3.3 and 5.3.9 three rotations that were missed are followed in their turn', async () => {
    const { repo, client } = await threeReleases();
    for (let rotation = 0; rotation < 3; rotation++) {
      const [, ...kept] = repo.keys.root;
      const fresh = {
        root: [...kept, newKeyPair()],
        targets: [newKeyPair()],
        snapshot: [newKeyPair()],
        timestamp: [newKeyPair()],
      };
      repo.nextRoot({ keys: fresh });
      repo.release(`after rotation ${rotation}`);
    }
    expect(await client.refresh()).toBe('after rotation 2');
    expect(client.trusted().root).toBe(4);
  });

  test('5.3.3 no more than 256 versions are followed in one go, and the next time goes on', async () => {
    const repo = repository();
    repo.nextRoot({ keys: { root: [newKeyPair()] }, thresholds: { root: 1 } });
    for (let version = 3; version <= 259; version++) repo.nextRoot();
    repo.release('one');
    const client = clientOf(repo);
    await client.refresh();
    expect(client.trusted().root).toBe(257);
    await client.refresh();
    expect(client.trusted().root).toBe(259);
  });

  test('5.3.3 a root larger than any is not read', async () => {
    const { repo, client } = await threeReleases();
    repo.nextRoot({ fields: { filler: 'x'.repeat(300 * 1024) } });
    expect(await client.refresh()).toMatch(/^damaged: metadata\/2\.root\.json is larger than it can be/);
  });

  test.each<[string, (repo: Repository) => readonly KeyPair[]]>([
    ['nobody', () => []],
    ['strangers', () => [newKeyPair(), newKeyPair()]],
    ['one of the holders', ({ keys }) => keys.root.slice(0, 1)],
    ['one of the holders, twice', ({ keys }) => [...keys.root.slice(0, 1), ...keys.root.slice(0, 1)]],
    ['the online keys', ({ keys }) => [...keys.targets, ...keys.snapshot, ...keys.timestamp]],
  ])('5.3.4 a root that was signed by %s is forged', async (_, signers) => {
    const { repo, client } = await threeReleases();
    repo.nextRoot({ signers: signers(repo) });
    expect(await client.refresh()).toMatch(/^(forged|damaged): metadata\/2\.root\.json /);
    expect(client.trusted().root).toBe(1);
  });

  test('5.3.4 keys of a root count only where the one before named them', async () => {
    const { repo, client } = await threeReleases();
    const thieves = [newKeyPair(), newKeyPair()];
    repo.nextRoot({ keys: { root: thieves }, signers: thieves });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test('5.3.4 the keys before are not enough where those after it have not signed', async () => {
    const { repo, client } = await threeReleases();
    const before = repo.keys.root;
    repo.nextRoot({ keys: { root: [newKeyPair(), newKeyPair()] }, signers: before });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test.each([
    ['the same version', 1],
    ['the version after the next', 3],
    ['version 0', 0],
    ['a negative version', -1],
    ['a version beyond all', Number.MAX_SAFE_INTEGER],
  ])('5.3.5 %s in place of the next root is refused', async (_, version) => {
    const { repo, client } = await threeReleases();
    repo.nextRoot({ fields: { version } });
    const bytes = repo.files.get(`metadata/${version}.root.json`);
    repo.files.set('metadata/2.root.json', bytes ?? Buffer.of());
    expect(await client.refresh()).toMatch(fault('mismatch'));
    expect(client.trusted().root).toBe(1);
  });

  test('5.3.6 a root in between may have expired', async () => {
    const { repo, client } = await threeReleases();
    repo.nextRoot({ fields: { expires: '2020-01-01T00:00:00Z' } });
    repo.nextRoot();
    expect(await client.refresh()).toBe('three');
  });

  test('5.3.8 and 5.3.10 the newest root may not, and is remembered all the same', async () => {
    const { repo, client } = await threeReleases();
    repo.nextRoot();
    repo.nextRoot({ fields: { expires: '2020-01-01T00:00:00Z' } });
    repo.release('four');
    expect(await client.refresh()).toMatch(/^expired: metadata\/3\.root\.json expired on 2020-01-01\./);
    expect(client.trusted()).toEqual({ root: 3, targets: 3, snapshot: 3, timestamp: 3 });
    for (const version of [2, 3]) repo.files.delete(`metadata/${version}.root.json`);
    expect(await client.refresh()).toMatch(fault('expired'));
  });

  test('5.3.8 a root that revokes a key counts also where the transfer broke off after it', async () => {
    const { repo, client } = await threeReleases();
    const stolen = repo.keys.timestamp;
    repo.nextRoot({ keys: { timestamp: [newKeyPair()] } });
    repo.files.delete('metadata/timestamp.json');
    expect(await client.refresh()).toMatch(fault('missing'));
    // The thief of the key hides the root from now on.
    repo.files.delete('metadata/2.root.json');
    repo.timestamp({ signers: stolen });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test('5.3.11 what was signed with replaced keys is forgotten: timestamp, snapshot, targets recover from a fast-forward', async () => {
    const beyond = { fields: { version: 2 ** 40 } };
    const absurd = { timestamp: beyond, snapshot: beyond, targets: beyond };
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      const { repo, client } = await threeReleases();
      const sound = new Map(repo.files);
      repo.release('fast-forward', { [role]: absurd[role] });
      expect(await client.refresh()).toBe('fast-forward');
      for (const [name, bytes] of sound) repo.files.set(name, bytes);
      expect(await client.refresh()).toMatch(fault('rollback'));
      Object.assign(repo.versions, { targets: 4, snapshot: role === 'targets' ? 4 : 3, timestamp: 4 });
      repo.nextRoot({ keys: { snapshot: [newKeyPair()], timestamp: [newKeyPair()] } });
      repo.release('recovered');
      expect(await client.refresh()).toBe('recovered');
    }
  });

  test('5.3.11 keys that were not replaced keep what they have signed', async () => {
    const { repo, client } = await threeReleases();
    const old = repo.files.get('metadata/timestamp.json');
    repo.timestamp();
    await client.refresh();
    repo.nextRoot({ keys: { targets: [newKeyPair()] } });
    repo.files.set('metadata/timestamp.json', old ?? Buffer.of());
    expect(await client.refresh()).toMatch(fault('rollback'));
  });
});

describe('5.4 update the timestamp', () => {
  test('5.4.1 a timestamp larger than any is not read', async () => {
    const { repo, client } = await threeReleases();
    repo.timestamp({ fields: { filler: 'x'.repeat(300 * 1024) } });
    expect(await client.refresh()).toMatch(/^damaged: metadata\/timestamp\.json is larger than it can be/);
  });

  test('5.4.3.1 an older timestamp is refused, and what was known stays known', async () => {
    const { repo, client } = await threeReleases();
    repo.timestamp({ fields: { version: 2 } });
    expect(await client.refresh()).toMatch(/^rollback: metadata\/timestamp\.json /);
    expect(client.trusted().timestamp).toBe(3);
  });

  test('5.4.3.1 another timestamp with the same version is not taken, and nothing of it is kept', async () => {
    const { repo, client } = await threeReleases();
    const before = client.known.get('metadata/timestamp.json');
    repo.release('four', { timestamp: { fields: { version: 3 } } });
    expect(await client.refresh()).toBe('three');
    expect(client.known.get('metadata/timestamp.json')).toBe(before);
  });

  test('5.4.3.2 a newer timestamp that names an older snapshot is refused', async () => {
    const { repo, client } = await threeReleases();
    repo.timestamp({ fields: { meta: { 'snapshot.json': { version: 2 } } } });
    expect(await client.refresh()).toMatch(/^rollback: metadata\/timestamp\.json /);
    expect(client.trusted().timestamp).toBe(3);
  });

  test('5.4.4 a timestamp that has expired is refused and not kept, but one that was kept still counts', async () => {
    const { repo, client } = await threeReleases();
    expect(await client.refresh(14)).toMatch(/^expired: metadata\/timestamp\.json expired on 2026-12-13\./);
    repo.timestamp({ fields: { expires: '2020-01-01T00:00:00Z' } });
    expect(await client.refresh()).toMatch(fault('expired'));
    expect(client.trusted().timestamp).toBe(3);
    repo.timestamp({ fields: { version: 2, ...late.fields } });
    expect(await client.refresh(20)).toMatch(fault('rollback'));
    repo.timestamp({ fields: { version: 5, ...late.fields } });
    expect(await client.refresh(20)).toBe('three');
  });

  test('5.4.5 a timestamp counts also where the transfer broke off after it', async () => {
    const { repo, client } = await threeReleases();
    const old = new Map(repo.files);
    repo.release('four');
    repo.files.delete('metadata/4.snapshot.json');
    expect(await client.refresh()).toMatch(fault('missing'));
    expect(client.trusted().timestamp).toBe(4);
    for (const [name, bytes] of old) repo.files.set(name, bytes);
    expect(await client.refresh()).toMatch(fault('rollback'));
  });
});

describe('5.5 update the snapshot', () => {
  test('5.5.2 a snapshot of another digest or length than the timestamp names is refused', async () => {
    const { repo, client } = await threeReleases();
    repo.release('four');
    const bytes = repo.files.get('metadata/4.snapshot.json') ?? Buffer.of();
    for (const other of [
      without(bytes, ({ signed }) => (signed.spec_version = '1.0.32')),
      Buffer.concat([bytes, Buffer.from(' ')]),
    ]) {
      repo.files.set('metadata/4.snapshot.json', other);
      expect(await client.refresh()).toMatch(/^mismatch: metadata\/4\.snapshot\.json /);
    }
  });

  test('5.5.4 a snapshot of another version than the timestamp names is refused, whatever their digests', async () => {
    const { repo, client } = await threeReleases();
    const bytes = repo.files.get('metadata/3.snapshot.json') ?? Buffer.of();
    repo.timestamp({ fields: { meta: { 'snapshot.json': { version: 4 } } } });
    repo.files.set('metadata/4.snapshot.json', bytes);
    expect(await client.refresh()).toMatch(/^mismatch: metadata\/4\.snapshot\.json /);
  });

  test.each([
    ['targets that are older', { 'targets.json': { version: 2 } }, 'rollback'] as const,
    ['no targets any more', { 'other.json': { version: 9 } }, 'damaged'] as const,
  ])('5.5.5 a snapshot with %s is refused', async (_, meta, found) => {
    const { repo, client } = await threeReleases();
    repo.snapshot({ snapshot: { fields: { meta } } });
    expect(await client.refresh()).toMatch(fault(found));
    expect(client.trusted()).toMatchObject({ snapshot: 3, targets: 3 });
    // Nor by somebody who has seen nothing yet, without targets.
    if (found === 'damaged')
      expect(await clientOf(repo).refresh()).toBe(
        'damaged: The signed snapshot names no targets. Fetch it again, or from another place.',
      );
  });

  test('5.5.6 a snapshot that has expired is refused and not kept', async () => {
    const { repo, client } = await threeReleases();
    repo.snapshot({ snapshot: { fields: { expires: '2020-01-01T00:00:00Z' } } });
    expect(await client.refresh()).toMatch(/^expired: metadata\/4\.snapshot\.json expired on 2020-01-01\./);
    expect(client.trusted().snapshot).toBe(3);
  });
});

describe('5.6 update the targets', () => {
  test('5.6.2 targets of another digest than the snapshot names are refused', async () => {
    const { repo, client } = await threeReleases();
    repo.release('four');
    repo.files.set(
      'metadata/4.targets.json',
      without(repo.files.get('metadata/4.targets.json'), ({ signed }) => (signed.spec_version = '1.0.32')),
    );
    expect(await client.refresh()).toMatch(/^mismatch: metadata\/4\.targets\.json /);
  });

  test('5.6.4 targets of another version than the snapshot names are refused, whatever their digests', async () => {
    const { repo, client } = await threeReleases();
    repo.snapshot({ snapshot: { fields: { meta: { 'targets.json': { version: 4 } } } } });
    repo.files.set('metadata/4.targets.json', repo.files.get('metadata/3.targets.json') ?? Buffer.of());
    expect(await client.refresh()).toMatch(/^mismatch: metadata\/4\.targets\.json /);
  });

  test('5.6.5 targets that have expired are refused and not kept', async () => {
    const { repo, client } = await threeReleases();
    repo.release('four', { targets: { fields: { expires: '2020-01-01T00:00:00Z' } } });
    expect(await client.refresh()).toMatch(/^expired: metadata\/4\.targets\.json expired/);
    expect(client.trusted().targets).toBe(3);
  });
});

describe.each(['targets', 'snapshot', 'timestamp'] as const)('5.4.2, 5.5.3, 5.6.3 %s', (role) => {
  test.each<[string, (repo: Repository) => readonly KeyPair[]]>([
    ['nobody', () => []],
    ['a stranger', () => [newKeyPair()]],
    ['the root keys', ({ keys }) => keys.root],
    ['the keys of another role', ({ keys }) => keys[role === 'timestamp' ? 'snapshot' : 'timestamp']],
  ])('that were signed by %s are forged', async (_, signers) => {
    const { repo, client } = await threeReleases();
    repo.release('forged', { [role]: { signers: signers(repo) } });
    expect(await client.refresh()).toMatch(fault('forged'));
    expect(client.trusted()[role]).toBe(3);
  });

  test('that were signed with a key that was replaced are forged', async () => {
    const { repo, client } = await threeReleases();
    const stolen = repo.keys[role];
    repo.nextRoot({ keys: { [role]: [newKeyPair()] } });
    repo.release('stolen', { [role]: { signers: stolen } });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test.each([0, -1, 2 ** 60, 1e300])('4.2 whose version is %d are refused', async (version) => {
    const { repo, client } = await threeReleases();
    repo.release('odd', { [role]: { fields: { version } } });
    expect(await client.refresh()).toMatch(/^(damaged|rollback|missing): /);
    expect(await clientOf(repo).refresh()).toMatch(fault('damaged'));
  });

  test.each(['never', '', '2028-01-01', '2028-13-01T00:00:00Z', '1e9'])(
    '4.2 that expire "%s" are refused',
    async (expires) => {
      const { repo, client } = await threeReleases();
      repo.release('everlasting', { [role]: { fields: { expires } } });
      expect(await client.refresh()).toMatch(/^(damaged|expired): /);
      expect(client.trusted()[role]).toBe(3);
    },
  );

  test.each(['root', 'mirrors', undefined])(
    '4.2 that say they are of the type %s are refused',
    async (_type) => {
      const { repo, client } = await threeReleases();
      repo.release('odd', { [role]: { fields: { _type } } });
      expect(await client.refresh()).toMatch(fault('damaged'));
    },
  );

  test('4.1 that are of a specification to come are refused, and with fields to come are not', async () => {
    const { repo, client } = await threeReleases();
    repo.release('later', { [role]: { fields: { unknown: { a: [1, 'b'] }, another: null } } });
    expect(await client.refresh()).toBe('later');
    repo.release('much later', { [role]: { fields: { spec_version: '2.0.0' } } });
    expect(await client.refresh()).toMatch(fault('damaged'));
  });
});

describe('5.7 fetch the target', () => {
  test('another file of the same length, a longer one, a shorter one', async () => {
    const { repo, client } = await threeReleases();
    repo.release('four');
    const name = [...repo.files.keys()].filter((path) => path.startsWith('targets/')).at(-1) ?? '';
    for (const [content, found] of [
      ['fuor', 'mismatch'],
      ['fourteen', 'damaged'],
      ['fou', 'mismatch'],
    ] as const) {
      repo.files.set(name, Buffer.from(content));
      expect(await client.refresh()).toMatch(fault(found));
    }
    repo.files.delete(name);
    expect(await client.refresh()).toMatch(fault('missing'));
  });

  test('targets that name no pointer, or one without a SHA-256 digest, or one larger than any', async () => {
    const { repo, client } = await threeReleases();
    const hashes = { sha256: 'a'.repeat(64) };
    for (const targets of [
      {},
      { 'other.json': { length: 1, hashes } },
      { 'release.json': { length: 1, hashes: { md5: 'a' } } },
      { 'release.json': { length: 1, hashes: { sha256: '../../etc/passwd' } } },
      { 'release.json': { length: 1e12, hashes } },
      { 'release.json': { length: -1, hashes } },
    ]) {
      repo.release('four', { targets: { fields: { targets } } });
      expect(await client.refresh()).toMatch(fault('damaged'));
    }
  });
});

describe('1.5.2 attacks', () => {
  test('arbitrary software and key compromise: the online keys alone change no root, and one root key does not either', async () => {
    const { repo, client } = await threeReleases();
    const { targets, snapshot, timestamp, root } = repo.keys;
    const thief = [newKeyPair(), newKeyPair()];
    repo.nextRoot({
      keys: { root: thief },
      signers: [...targets, ...snapshot, ...timestamp, ...root.slice(0, 1), ...thief],
    });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test('stolen online keys: what they sign is taken until the root replaces them, and the next honest release is', async () => {
    const { repo, client } = await threeReleases();
    const { targets, snapshot, timestamp } = repo.keys;
    repo.release('of the thief');
    expect(await client.refresh()).toBe('of the thief');
    repo.nextRoot({ keys: { targets: [newKeyPair()], snapshot: [newKeyPair()], timestamp: [newKeyPair()] } });
    repo.release('of the publisher');
    expect(await client.refresh()).toBe('of the publisher');
    repo.release('of the thief again', {
      targets: { signers: targets },
      snapshot: { signers: snapshot },
      timestamp: { signers: timestamp },
    });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test('the timestamp and snapshot keys alone bring no content of their own', async () => {
    const { repo, client } = await threeReleases();
    repo.release('of the thief', { targets: { signers: repo.keys.timestamp } });
    expect(await client.refresh()).toMatch(fault('forged'));
  });

  test('freeze: the same state again and again is taken until its timestamp expires', async () => {
    const { client } = await threeReleases();
    expect(await client.refresh(13.9)).toBe('three');
    expect(await client.refresh(14)).toMatch(fault('expired'));
  });

  test('mix and match: parts of releases that were never together', async () => {
    const { repo, client } = await threeReleases();
    repo.release('four');
    const four = new Map(repo.files);
    repo.release('five');
    for (const name of ['metadata/5.snapshot.json', 'metadata/5.targets.json']) {
      const mixed = new Map(repo.files);
      mixed.set(name, four.get(name.replace('5', '4')) ?? Buffer.of());
      expect(await client.refresh(0, { read: async (path) => mixed.get(path) })).toMatch(fault('mismatch'));
    }
  });

  test('wrong software: the signed metadata of another country is that of a stranger', async () => {
    const { client } = await threeReleases();
    const other = repository();
    for (let version = 1; version < 5; version++) other.release('of others');
    expect(await client.refresh(0, { read: async (path) => other.files.get(path) })).toMatch(fault('forged'));
  });

  test('a role that gives one key two names does not make two holders of one', async () => {
    const repo = repository();
    const pair = newKeyPair();
    const twin = { ...pair, id: 'f'.repeat(64) };
    const keys = { ...Object.fromEntries([pair, twin].map((one) => [one.id, tufKey(pair).toJSON()])) };
    const signed = JSON.parse(Buffer.from(repo.first).toString()).signed;
    signed.version = 2;
    signed.keys = { ...signed.keys, ...keys };
    signed.roles.snapshot = { keyids: [pair.id, twin.id], threshold: 2 };
    repo.files.set('metadata/2.root.json', signedBytes(signed, repo.keys.root));
    repo.release('twice', { snapshot: { signers: [pair, twin] } });
    const client = clientOf(repo);
    expect(await client.refresh()).toMatch(/^damaged: metadata\/2\.root\.json /);
    expect(client.trusted().snapshot).toBe(0);
  });
});
