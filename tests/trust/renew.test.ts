/** Signing anew what is about to expire. */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { expiriesOf, expiryWarnings } from '../../build/trust/expiries.ts';
import { readRoots } from '../../build/trust/key-folder.ts';
import { keyLine, keyVariable } from '../../build/trust/key-line.ts';
import { openKeys, type SigningKeys } from '../../build/trust/open-keys.ts';
import { readReleaseMetadata, writeReleaseMetadata } from '../../build/trust/release-metadata.ts';
import type { OnlineRole } from '../../build/trust/roles.ts';
import { rootChain } from '../../build/trust/root-chain.ts';
import { temporaryFolder } from '../support/content.ts';
import { dayOf, follow, type Publisher, pointerOf, publisher } from './publisher.ts';

/** What a CI service has: some keys, and no folder. */
async function onlyKeysOf({ keys, ids }: Publisher, ...roles: OnlineRole[]): Promise<SigningKeys> {
  const env: Record<string, string> = {};
  for (const role of roles) {
    const [id = ''] = await ids(role);
    env[keyVariable(role)] = keyLine(await (await keys()).pair(id), 'kg', role);
  }
  return openKeys({ country: 'kg', env, platform: 'linux' });
}

test.each<[number, readonly string[]]>([
  [1, []],
  [14, []],
  [15, ['metadata/2.snapshot.json']],
  [90, ['metadata/2.targets.json', 'metadata/2.snapshot.json']],
])('on day %i a new timestamp comes with %j', async (day, others) => {
  const { release, renew, published, created } = await publisher();
  await release('one', 0);
  expect([...(await renew(day)).keys()]).toEqual([...others, releasePaths.timestamp]);
  const trust = await follow(published, created.root, day + 13);
  expect([pointerOf(trust), trust.roles.timestamp.version]).toEqual(['one', 2]);
});

test('a service that has only the key of the timestamp leaves the rest, until the snapshot has expired', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const keys = await onlyKeysOf(one, 'timestamp');
  expect([...(await one.renew(20, keys)).keys()]).toEqual([releasePaths.timestamp]);
  await expect(one.renew(30, keys)).rejects.toThrow('metadata/1.snapshot.json expired on 2026-12-29.');
  expect([...(await one.renew(30, await onlyKeysOf(one, 'timestamp', 'snapshot'))).keys()]).toEqual([
    'metadata/2.snapshot.json',
    releasePaths.timestamp,
  ]);
});

test('a year of a job that runs each week never lets anything expire', async () => {
  const one = await publisher({ rootLifetimeDays: 500 });
  await one.release('one', 0);
  for (let day = 7; day < 365; day += 7) {
    await one.renew(day);
    await expect(follow(one.published, one.created.root, day + 7)).resolves.toBeDefined();
  }
});

test('without a release, or without its key, the sentence says what to do', async () => {
  const one = await publisher();
  await expect(one.renew(0)).rejects.toThrow(
    'There is no signed release of kg to be renewed. Make one: npm run release -- --country kg',
  );
  await one.release('one', 0);
  await expect(one.renew(1, await onlyKeysOf(one, 'snapshot'))).rejects.toThrow(
    /^To sign, the timestamp key \w{8} is needed, which 1\.root\.json names\. .* PASSPORT_KEY_TIMESTAMP; if it is lost: npm run keys -- rotate --role timestamp$/,
  );
});

test('an expired root signs nothing', async () => {
  const one = await publisher({ lifetimesDays: { root: 1, targets: 900, snapshot: 900, timestamp: 900 } });
  await one.release('one', 0);
  for (const act of [() => one.renew(366), () => one.release('two', 366)])
    await expect(act()).rejects.toThrow(
      '1.root.json expired on 2027-11-29: nobody accepts what its keys sign. Those who keep the root keys sign it for another year: npm run keys -- extend --country kg',
    );
  await one.change({ kind: 'extend' }, { day: 366 });
  await one.release('two', 366);
  expect(pointerOf(await follow(one.published, one.created.root, 366))).toBe('two');
});

test.each([
  'metadata/timestamp.json',
  'metadata/1.snapshot.json',
  'metadata/1.targets.json',
  'metadata/1.root.json',
])('what is damaged is not signed anew: %s', async (name) => {
  const one = await publisher();
  await one.release('one', 0);
  one.published.set(name, Buffer.from('{"signed": {'));
  await expect(one.renew(1)).rejects.toThrow(
    /is damaged: it does not hold what its name says\. Fetch it again/,
  );
  if (name !== 'metadata/timestamp.json') one.published.delete(name);
  if (name !== 'metadata/1.root.json') await expect(one.renew(1)).rejects.toThrow(/is missing|is damaged/);
});

test('a snapshot that somebody else has put there is not signed anew', async () => {
  const [one, thief] = [await publisher(), await publisher()];
  await one.release('one', 0);
  await thief.release('stolen', 0);
  for (const [name, bytes] of thief.published) if (!name.includes('root')) one.published.set(name, bytes);
  await expect(one.renew(1)).rejects.toThrow(
    '1.targets.json is not signed by the targets key that 1.root.json names',
  );
});

test('warnings begin at half of a life, and say what to do', async () => {
  const { release, published, folder } = await publisher();
  await release('one', 0);
  const chain = rootChain(published, await readRoots(folder), 'kg');
  const warnings = (day: number): readonly string[] =>
    expiryWarnings(expiriesOf(chain, published, dayOf(day)), 'kg', dayOf(day));
  expect(warnings(6.9)).toEqual([]);
  expect(warnings(7)).toEqual([
    'timestamp.json is past half of its life: it expires on 2026-12-13, in 7 days. Sign it anew, and deploy: npm run keys -- renew --country kg --from releases/kg',
  ]);
  expect(warnings(13.5)[0]).toContain('within a day');
  expect(warnings(400).map((text) => text.slice(0, 40))).toEqual([
    '1.root.json expired on 2027-11-29: mirro',
    '1.targets.json expired on 2027-05-28: mi',
    '1.snapshot.json expired on 2026-12-29: m',
    'timestamp.json expired on 2026-12-13: mi',
  ]);
  expect(warnings(183)[0]).toContain('npm run keys -- extend --country kg');
});

test('in a folder, what is there stays, and the timestamp is written last', async () => {
  const one = await publisher();
  const folder = await temporaryFolder();
  await writeReleaseMetadata(folder, await one.release('one', 0));
  await writeReleaseMetadata(folder, await one.renew(20));
  const read = await readReleaseMetadata(folder);
  expect(new Map([...read].toSorted())).toEqual(new Map([...one.published].toSorted()));
  expect((await readdir(path.join(folder, 'metadata'))).filter((name) => name.includes('~'))).toEqual([]);
  const other = new Map([
    ['metadata/2.snapshot.json', Buffer.from('{}')],
    [releasePaths.timestamp, Buffer.from('{}')],
  ]);
  await expect(writeReleaseMetadata(folder, other)).rejects.toThrow(
    '2.snapshot.json was written by another command just now. Run this one again',
  );
  expect(await readReleaseMetadata(folder)).toEqual(read);
});

test('a signing that was killed at any file leaves the release before, and the next one goes on', async () => {
  const steps = fc.array(fc.record({ kind: fc.constantFrom('release', 'renew'), kept: fc.nat(5) }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (row) => {
      const one = await publisher();
      await one.release('first', 0);
      let expected = { pointer: 'first', day: 0 };
      for (const [index, { kind, kept }] of row.entries()) {
        const day = (index + 1) * 10;
        const before = new Map(one.published);
        const files = kind === 'release' ? await one.release(`pointer ${index}`, day) : await one.renew(day);
        one.published.clear();
        for (const [name, bytes] of [...before, ...[...files].slice(0, kept)]) one.published.set(name, bytes);
        if (kept >= files.size)
          expected = { pointer: kind === 'release' ? `pointer ${index}` : expected.pointer, day };
        const trust = await follow(one.published, one.created.root, expected.day + 1);
        expect(pointerOf(trust)).toBe(expected.pointer);
      }
      await one.renew(100);
      expect(pointerOf(await follow(one.published, one.created.root, 100))).toBe(expected.pointer);
    }),
    { numRuns: 15 },
  );
});

test('an absurd version that a thief has signed is told, and can be got rid of', async () => {
  const one = await publisher();
  await one.release('one', 0);
  one.published.set('metadata/9007199254740990.snapshot.json', Buffer.from('{}'));
  await expect(one.release('two', 0)).rejects.toThrow(
    'The snapshot metadata has the version 9007199254740990: somebody else has signed it',
  );
  one.published.delete('metadata/9007199254740990.snapshot.json');
  await one.release('two', 0);
});
