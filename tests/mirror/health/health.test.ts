import { expect, test } from 'vitest';
import type { MirrorState } from '../../../build/mirror/folder/state.ts';
import { healthOf } from '../../../build/mirror/health/health.ts';
import { configuration, current, noon, wellState } from '../support/mirror-state.ts';

const healthAt = (state: MirrorState, now = noon) => healthOf(state, configuration, now);
const error = { at: '2026-03-02T10:00:00Z', message: 'No upstream answered. Check the line.' };
const later = (days: number): Date => new Date(noon.getTime() + days * 24 * 60 * 60 * 1000);

test('a mirror that has all and was checked today is well, and tells its age', () => {
  const health = healthAt(wellState);
  expect(health).toMatchObject({
    state: 'ok',
    advice: [],
    complete: true,
    name: 'Министерство образования',
    sequence: 7,
    updated: '2026-03-01T09:00:00Z',
    expires: { role: 'timestamp', at: '2026-03-15T08:00:00Z' },
    ageSeconds: 28 * 60 * 60,
    written: '2026-03-02T12:00:00Z',
  });
});

test('before the first synchronisation it is empty, also when that failed', () => {
  expect(healthAt({ format: 1 })).toMatchObject({ state: 'empty', complete: false });
  const failed = healthAt({ format: 1, error });
  expect(failed.state).toBe('empty');
  expect(failed.advice.join('\n')).toContain('No upstream answered');
});

test('a newer release whose files have not come makes it behind and incomplete', () => {
  const health = healthAt({ ...wellState, newest: { sequence: 8, released: '2026-03-02T08:00:00Z' } });
  expect(health).toMatchObject({ state: 'behind', complete: false });
  expect(health.advice).toEqual([
    'Release 8 is signed, and not all of its files are here; release 7 is served. Run: npm run mirror -- sync; what has come is kept.',
  ]);
});

test('after two days without a look it is stale', () => {
  const checked = { ...wellState, checked: '2026-02-28T12:00:00Z' };
  expect(healthAt(checked).state).toBe('ok');
  const health = healthAt(checked, new Date(noon.getTime() + 1000));
  expect(health.state).toBe('stale');
  expect(health.advice).toEqual([
    'It was last looked 2 days ago whether there is a newer release. Run: npm run mirror -- sync, and see that its timer runs.',
  ]);
});

test('in the last quarter of what was signed it is stale though it was just checked', () => {
  const checkedAt = (now: Date): MirrorState => ({ ...wellState, checked: now.toISOString() });
  expect(healthAt(checkedAt(later(9)), later(9)).state).toBe('ok');
  const health = healthAt(checkedAt(later(10)), later(10));
  expect(health.state).toBe('stale');
  expect(health.advice).toEqual([
    'What was signed ends soon: timestamp on 2026-03-15 08:00 UTC. It was last looked less than a minute ago for newer signatures. Run: npm run mirror -- sync; if that finds none, tell those who publish the site.',
  ]);
});

test('expired metadata is said with its role and its day', () => {
  const health = healthAt(wellState, later(30));
  expect(health.state).toBe('expired');
  expect(health.advice[0]).toContain(
    'What was signed (snapshot) expired on 2026-03-31 08:00 UTC, and (timestamp) expired on 2026-03-15 08:00 UTC. The site is still served',
  );
});

test('the most serious of several states is the word, and each has its sentence', () => {
  const verified = { at: '2026-03-02T03:00:00Z', files: 2000, faults: 3 };
  const newest = { sequence: 8, released: '2026-03-02T08:00:00Z' };
  expect(healthAt({ ...wellState, error, newest }).state).toBe('failing');
  expect(healthAt({ ...wellState, error, newest }, later(30)).state).toBe('expired');
  const worst = healthAt({ ...wellState, error, newest, verified }, later(30));
  expect(worst).toMatchObject({ state: 'faulty', complete: false });
  expect(worst.advice).toHaveLength(5);
  expect(worst.advice[0]).toContain('3 faults were found that could not be mended');
});

test('a mirror that is fed by sticks is told of sticks', () => {
  const fed = { ...configuration, upstreams: [] };
  expect(healthOf({ format: 1 }, fed, noon).advice).toEqual([
    'Nothing has come yet. Bring a stick: npm run mirror -- import.',
  ]);
});

test('a clock that was set back gives no negative age', () => {
  const health = healthAt({ ...wellState, current: { ...current, released: '2026-03-03T00:00:00Z' } });
  expect(health.ageSeconds).toBe(0);
});
