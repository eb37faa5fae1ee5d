import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type LockRequest, lockTarget } from '../../build/deploy/lock.ts';
import type { Target } from '../../build/deploy/targets/target.ts';
import { temporaryFolder } from '../support/content.ts';
import { firstDay, openFolder } from '../support/publish.ts';

const minutes = (count: number): Date => new Date(firstDay.getTime() + count * 60_000);

async function place(): Promise<{
  readonly target: Target;
  readonly request: (holder: string, more?: Partial<LockRequest>) => LockRequest;
}> {
  const top = await temporaryFolder();
  return {
    target: await openFolder(path.join(top, 'live')),
    request: (holder, more) => ({
      holder,
      by: holder,
      now: () => firstDay,
      isDead: async () => false,
      scratch: path.join(top, holder),
      isForced: false,
      signal: new AbortController().signal,
      ...more,
    }),
  };
}

test('while one deploys, another is told who it is and since when', async () => {
  const { target, request } = await place();
  await lockTarget(target, request('The GitLab job 7'));
  await expect(lockTarget(target, request('other'))).rejects.toThrow(
    'The GitLab job 7 is deploying to file://',
  );
  await expect(lockTarget(target, request('other'))).rejects.toThrow('2026-03-01T08:00:00.000Z');
});

test('once it has ended, the next one may, and knows what the one before has cleaned', async () => {
  const { target, request } = await place();
  const first = await lockTarget(target, request('one'));
  await first.free(4);
  const second = await lockTarget(target, request('two'));
  expect(second.number).toBe(first.number + 1);
  expect(second.before?.cleanedThrough).toBe(4);
});

test('of many who begin at the same moment exactly one gets it', async () => {
  const { target, request } = await place();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => lockTarget(target, request(`deployer-${at}`))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.each([
  ['its process has ended', { isDead: async () => true }],
  ['nobody has heard of it for longer than ten minutes', { now: () => minutes(11) }],
  ['somebody who knows says so', { isForced: true }],
] as const)('a dead deployer is followed when %s', async (_, more) => {
  const { target, request } = await place();
  await lockTarget(target, request('dead'));
  const lock = await lockTarget(target, request('next', more));
  expect(lock.number).toBe(2);
});

test('of many who follow a dead one exactly one does', async () => {
  const { target, request } = await place();
  await lockTarget(target, request('dead'));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) =>
      lockTarget(target, request(`deployer-${at}`, { isDead: async (holder) => holder === 'dead' })),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('one that says that it lives is not dead', async () => {
  const { target, request } = await place();
  let now = firstDay;
  const lock = await lockTarget(target, request('slow', { now: () => now }));
  now = minutes(9);
  await lock.beat();
  await expect(lockTarget(target, request('other', { now: () => minutes(15) }))).rejects.toThrow('slow');
});

test('whoever was taken for dead, and lives, stops when it sees that another one has taken over', async () => {
  const { target, request } = await place();
  const first = await lockTarget(target, request('first'));
  await first.requireHeld();
  await lockTarget(target, request('second', { isForced: true }));
  await setImmediate();
  await expect(first.requireHeld()).rejects.toThrow('second took over the deployment');
});

test('a lock that was written by halves is one of a dead deployer', async () => {
  const { target, request } = await place();
  await target.create('locks/1.json', Buffer.from('{"isFree":'), 'application/json');
  expect((await lockTarget(target, request('next'))).number).toBe(2);
});
