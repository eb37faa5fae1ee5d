/**
 * The cases of the public suite theupdateframework/tuf-conformance, asked of our client. Its names on the left.
 *
 * | file                         | taken here                                    | taken in tuf-clauses.test.ts                              |
 * | ---------------------------- | --------------------------------------------- | --------------------------------------------------------- |
 * | test_basic                   | basic_init_and_refresh, custom_fields         | invalid_initial_root, unsigned_initial_root (5.2),        |
 * |                              |                                               | timestamp_content_changes, timestamp_eq_versions_check    |
 * |                              |                                               | (5.4.3.1), new_targets_hash_mismatch (5.6.2),             |
 * |                              |                                               | new_targets_version_mismatch (5.6.4)                      |
 * | test_expiration              | expired_metadata                              | root_expired (5.3.10), timestamp_expired (5.4.4),         |
 * |                              |                                               | snapshot_expired (5.5.6), targets_expired (5.6.5)         |
 * | test_rollback                | simple_snapshot_rollback, snapshot_rollback,  | new_timestamp_version_rollback (5.4.3.1),                 |
 * |                              | targets_rollback, both without digests        | new_snapshot_version_mismatch (5.5.4), the three          |
 * |                              |                                               | fast_forward_recovery (5.3.11)                            |
 * | test_keys                    | snapshot_threshold, wrong_hashing_algorithm,  | duplicate_keys_root (1.5.2)                               |
 * |                              | root_has_keys_but_not_snapshot                |                                                           |
 * | test_updater_key_rotations   | root_rotation, non_root_rotations             |                                                           |
 * | test_file_download           | multiple_changes_to_target                    | client_downloads_expected_file,                           |
 * |                              |                                               | repository_substitutes_target_file (5.7)                  |
 *
 * Not applicable: implicit_refresh and client_downloads_expected_file_in_sub_dir (there is one target, of one name);
 * test_delegated_expiration, test_updater_delegation_graphs, test_quoting_issues (no delegations); test_static_repositories (kinds of
 * keys that this project does not make); test_repository_simulator and self_tests (tests of the suite itself).
 */
import { expect, test } from 'vitest';
import { type KeyPair, newKeyPair } from '../../build/trust/key-pair.ts';
import { clientOf, fault, repository } from './repository.ts';

const pairs = (count: number): readonly KeyPair[] => Array.from({ length: count }, newKeyPair);

const pick = (all: readonly KeyPair[], numbers: readonly number[]): KeyPair[] =>
  numbers.flatMap((number) => all[number] ?? []);

test('basic_init_and_refresh: a first look asks for the next root, timestamp, snapshot, targets and the pointer', async () => {
  const repo = repository();
  repo.release('one');
  const client = clientOf(repo);
  expect(await client.refresh()).toBe('one');
  expect(client.asked).toEqual([
    'metadata/2.root.json',
    'metadata/timestamp.json',
    'metadata/1.snapshot.json',
    'metadata/1.targets.json',
    expect.stringMatching(/^targets\//),
  ]);
  expect(client.trusted()).toEqual({ root: 1, targets: 1, snapshot: 1, timestamp: 1 });
  // And then nothing that is known.
  expect(await client.refresh()).toBe('one');
  expect(client.asked).toEqual(['metadata/2.root.json', 'metadata/timestamp.json']);
});

test('custom_fields: a root with fields that nobody knows counts with them', async () => {
  const repo = repository();
  repo.nextRoot({ fields: { 'custom-field': 'value', another: { a: 1, b: [2] } } });
  repo.release('one');
  const client = clientOf(repo);
  expect(await client.refresh()).toBe('one');
  expect(client.trusted().root).toBe(2);
  const text = Buffer.from(repo.files.get('metadata/2.root.json') ?? []).toString();
  repo.files.set('metadata/2.root.json', Buffer.from(text.replace('"value"', '"other"')));
  expect(await clientOf(repo).refresh()).toMatch(fault('forged'));
});

test('expired_metadata: what has expired since it was kept does not stand in the way of newer ones', async () => {
  const repo = repository();
  repo.release('one', { timestamp: { fields: { expires: '2026-12-06T12:00:00Z' } } });
  const client = clientOf(repo);
  expect(await client.refresh(0)).toBe('one');
  repo.release('two', { timestamp: { fields: { expires: '2026-12-20T12:00:00Z' } } });
  expect(await client.refresh(18)).toBe('two');
  expect(client.trusted()).toEqual({ root: 1, targets: 2, snapshot: 2, timestamp: 2 });
});

test('simple_snapshot_rollback: an older snapshot under the name of the newer one is not even asked for', async () => {
  const repo = repository();
  for (const pointer of ['one', 'two']) repo.release(pointer);
  const client = clientOf(repo);
  await client.refresh();
  repo.files.set('metadata/2.snapshot.json', repo.files.get('metadata/1.snapshot.json') ?? Buffer.of());
  expect(await client.refresh()).toBe('two');
  expect(await clientOf(repo).refresh()).toMatch(fault('mismatch'));
});

test.each([true, false])('snapshot_rollback and targets_rollback, with digests: %s', async (withDigests) => {
  const meta = (version: number) => (withDigests ? {} : { version });
  for (const older of ['snapshot', 'targets'] as const) {
    const repo = repository();
    for (const pointer of ['one', 'two', 'three']) repo.release(pointer);
    const client = clientOf(repo);
    await client.refresh();
    if (older === 'targets') {
      repo.release('older', { targets: { fields: { version: 1 } } });
      if (!withDigests) repo.snapshot({ snapshot: { fields: { meta: { 'targets.json': meta(1) } } } });
    } else {
      repo.snapshot({ snapshot: { fields: { version: 1 } } });
      if (!withDigests) repo.timestamp({ fields: { meta: { 'snapshot.json': meta(1) } } });
    }
    expect(await client.refresh()).toMatch(fault('rollback'));
    expect(client.trusted()).toMatchObject({ snapshot: 3, targets: 3 });
  }
});

test('snapshot_threshold and root_has_keys_but_not_snapshot: as many keys must sign as the root says, each of its own', async () => {
  const repo = repository();
  const five = pairs(5);
  repo.nextRoot({ keys: { snapshot: five }, thresholds: { snapshot: 5 } });
  repo.release('one', { snapshot: { signers: five.slice(0, 4) } });
  const client = clientOf(repo);
  expect(await client.refresh()).toMatch(fault('forged'));
  repo.release('two', { snapshot: { signers: [...five.slice(0, 4), ...pairs(3)] } });
  expect(await client.refresh()).toMatch(fault('forged'));
  repo.release('three');
  expect(await client.refresh()).toBe('three');
  // More than there are keys: nobody can reach it.
  repo.nextRoot({ thresholds: { snapshot: 6 } });
  repo.release('four');
  expect(await client.refresh()).toMatch(fault('forged'));
  expect(client.trusted()).toMatchObject({ root: 3, snapshot: 3 });
});

test('wrong_hashing_algorithm: keyid_hash_algorithms is no field of the specification, and says nothing', async () => {
  const repo = repository();
  repo.nextRoot();
  const { signed } = JSON.parse(Buffer.from(repo.files.get('metadata/2.root.json') ?? []).toString());
  for (const key of Object.values<Record<string, unknown>>(signed.keys)) key.keyid_hash_algorithms = ['md5'];
  repo.nextRoot({ fields: { keys: signed.keys } });
  repo.release('one');
  const client = clientOf(repo);
  expect(await client.refresh()).toBe('one');
  expect(client.trusted().root).toBe(3);
});

test('multiple_changes_to_target: each honest change is taken, and no dishonest one between them', async () => {
  const repo = repository();
  const client = clientOf(repo);
  for (let round = 0; round < 6; round++) {
    repo.release(`honest ${round}`);
    expect(await client.refresh()).toBe(`honest ${round}`);
    repo.release(`signed ${round}`);
    const name = [...repo.files.keys()].filter((path) => path.startsWith('targets/')).at(-1) ?? '';
    repo.files.set(name, Buffer.from(`stolen ${round}`));
    expect(await client.refresh()).toMatch(fault('mismatch'));
  }
});

interface Version {
  readonly keys: readonly number[];
  readonly threshold: number;
  readonly signers: readonly number[];
}

const of = (keys: readonly number[], threshold: number, signers: readonly number[]): Version => ({
  keys,
  threshold,
  signers,
});

const five = [0, 1, 2, 3, 4];
const otherFive = [0, 1, 3, 4, 5];

/** The last version is refused where it says so. */
test.each<[string, boolean, readonly Version[]]>([
  ['1 of 1, rotated', true, [of([1], 1, [1]), of([2], 1, [2, 1]), of([2], 1, [2])]],
  [
    '1 of 1, rotated, with signatures of strangers',
    true,
    [of([1], 1, [3, 1, 4]), of([2], 1, [3, 2, 1, 4]), of([2], 1, [3, 2, 4])],
  ],
  [
    '3 of 5, others each time',
    true,
    [of(five, 3, [0, 2, 4]), of(five, 3, [0, 4, 1]), of(five, 3, [0, 1, 3])],
  ],
  ['3 of 5, one replaced', true, [of(five, 3, [0, 2, 4]), of(otherFive, 3, [0, 4, 1])]],
  [
    '3 of 5, one replaced, in two steps',
    true,
    [of(five, 3, [0, 2, 4]), of(otherFive, 3, [0, 2, 4, 5]), of(otherFive, 3, [0, 4, 5])],
  ],
  [
    '3 of 5, all replaced',
    true,
    [of(five, 3, [0, 2, 4]), of([5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]), of([5, 6, 7, 8, 9], 3, [5, 6, 7])],
  ],
  ['1 of 3 becomes 2 of 3', true, [of([1, 2, 3], 1, [1]), of([1, 2, 3], 2, [1, 2])]],
  [
    '2 of 3 becomes 1 of 3',
    true,
    [of([1, 2, 3], 2, [1, 2]), of([1, 2, 3], 1, [1, 2]), of([1, 2, 3], 1, [1])],
  ],
  ['1 of 1 becomes 2 of 2', true, [of([1], 1, [1]), of([1, 2], 2, [1, 2])]],
  ['1 of 1, not signed with the key before', false, [of([1], 1, [1]), of([2], 1, [2, 3, 4])]],
  ['1 of 1, not signed with the key after', false, [of([1], 1, [1]), of([2], 1, [1, 3, 4])]],
  ['3 of 5, not signed with three keys after', false, [of(five, 3, [0, 2, 4]), of(otherFive, 3, [0, 2, 4])]],
  ['3 of 5, not signed with three keys before', false, [of(five, 3, [0, 2, 4]), of(otherFive, 3, [0, 4, 5])]],
  ['1 of 3 becomes 2 of 3, signed by one', false, [of([1, 2, 3], 1, [1]), of([1, 2, 3], 2, [2])]],
  ['2 of 3 becomes 1 of 3, signed by one', false, [of([1, 2, 3], 2, [1, 2]), of([1, 2, 3], 1, [1])]],
])('root_rotation: %s', async (_, isTaken, versions) => {
  const all = pairs(10);
  const repo = repository();
  // The second version is the first of the case: a client brings it along.
  const before = repo.keys.root;
  for (const [index, { keys, threshold, signers }] of versions.entries())
    repo.nextRoot({
      keys: { root: pick(all, keys) },
      thresholds: { root: threshold },
      signers: [...(index === 0 ? before : []), ...pick(all, signers)],
    });
  repo.release('one');
  const client = clientOf({
    files: repo.files,
    first: repo.files.get('metadata/2.root.json') ?? Buffer.of(),
  });
  expect(await client.refresh()).toMatch(isTaken ? /^one$/ : fault('forged'));
  expect(client.trusted().root).toBe(
    isTaken ? versions.length + 1 : versions.length === 2 ? 1 : versions.length,
  );
});

test.each<[string, boolean, Version]>([
  ['1 of 1, rotated', true, of([2], 1, [2])],
  ['1 of 1, with signatures of strangers', true, of([1], 1, [3, 1, 4])],
  ['1 of 1, not signed with the new key', false, of([2], 1, [1, 3, 4])],
  ['3 of 5, one of the three is a stranger', false, of(otherFive, 3, [0, 2, 4])],
  ['3 of 5, only two have signed', false, of(otherFive, 3, [0, 4])],
  ['3 of 5, some', true, of(five, 3, [0, 2, 4])],
  ['3 of 5, others', true, of(five, 3, [2, 3, 4])],
])('non_root_rotations: %s', async (_, isTaken, { keys, threshold, signers }) => {
  for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
    const all = pairs(6);
    const repo = repository();
    repo.release('one');
    const client = clientOf(repo);
    await client.refresh();
    repo.nextRoot({ keys: { [role]: pick(all, keys) }, thresholds: { [role]: threshold } });
    repo.release('two', { [role]: { signers: pick(all, signers) } });
    expect(await client.refresh()).toMatch(isTaken ? /^two$/ : fault('forged'));
    expect(client.trusted()[role]).toBe(isTaken ? 2 : 1);
  }
});
