import { expect, test } from 'vitest';
import { openLine } from '../../../build/mirror/sources/line.ts';

/** A clock that pauses move on. */
function clockOf(): {
  nowMs: () => number;
  pause: (ms: number) => Promise<void>;
  skip: (ms: number) => void;
} {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    async pause(ms) {
      nowMs = Math.max(nowMs, nowMs + ms);
    },
    skip(ms) {
      nowMs += ms;
    },
  };
}

const { signal } = new AbortController();

test('a line without a limit counts and never waits', async () => {
  const clock = clockOf();
  const line = openLine(undefined, clock);
  await line.pay(1e9, signal);
  line.countRequest();
  expect([line.received, line.requests, clock.nowMs()]).toEqual([1e9, 1, 0]);
});

test('bytes come no faster than they may, in pieces of any size', async () => {
  for (const size of [10, 100, 1000, 64_000]) {
    const clock = clockOf();
    const line = openLine(10_000, clock);
    for (let bytes = 0; bytes < 640_000; bytes += size) await line.pay(size, signal);
    expect(clock.nowMs()).toBeGreaterThan(63_900);
    expect(clock.nowMs()).toBeLessThan(64_100);
  }
});

test('time in which nothing came is not saved up', async () => {
  const clock = clockOf();
  const line = openLine(10_000, clock);
  clock.skip(3_600_000);
  const beganMs = clock.nowMs();
  for (let count = 0; count < 10; count++) await line.pay(10_000, signal);
  expect(clock.nowMs() - beganMs).toBe(10_000);
});

test('several connections share the limit', async () => {
  const waits: number[] = [];
  const line = openLine(1000, { nowMs: () => 0, pause: async (ms) => waits.push(ms) });
  await Promise.all([line.pay(500, signal), line.pay(500, signal), line.pay(500, signal)]);
  expect(waits).toEqual([500, 1000, 1500]);
});
