import { expect, test } from 'vitest';
import { firstFit, fitConnections, type Window } from '../../../build/mirror/fetch/fit-connections.ts';

/** How many connections there are after each window of a line. */
function follow(windows: number, most: number, line: (connections: number, at: number) => Window): number[] {
  let fit = firstFit(most);
  return Array.from({ length: windows }, (_, at) => {
    fit = fitConnections(fit, line(fit.connections, at), most);
    return fit.connections;
  });
}

test('where each connection waits for answers, as many are opened as may be', () => {
  const rows = follow(8, 6, (connections) => ({ bytesPerSecond: connections * 1000, faults: 0 }));
  expect(rows).toEqual([3, 4, 5, 6, 6, 6, 6, 6]);
});

test('a line that is full stays at two, and is tried again after a while', () => {
  const rows = follow(40, 6, () => ({ bytesPerSecond: 10_000, faults: 0 }));
  expect(rows.slice(0, 4)).toEqual([3, 2, 2, 2]);
  expect(Math.max(...rows)).toBe(3);
  expect(rows.filter((connections) => connections === 3).length).toBe(4);
});

test('more connections than the line carries are closed one by one', () => {
  const rows = follow(20, 6, (connections) => ({
    bytesPerSecond: connections * 1000,
    faults: connections > 3 ? 1 : 0,
  }));
  expect(rows.slice(0, 4)).toEqual([3, 4, 3, 3]);
});

test('a line that breaks down keeps one, and no limit is passed', () => {
  expect(follow(5, 6, () => ({ bytesPerSecond: 0, faults: 3 }))).toEqual([1, 1, 1, 1, 1]);
  expect(follow(5, 1, () => ({ bytesPerSecond: 1000, faults: 0 }))).toEqual([1, 1, 1, 1, 1]);
});
