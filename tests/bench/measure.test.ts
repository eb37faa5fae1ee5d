import { expect, test } from 'vitest';
import { EnvironmentError } from '../../build/cli/errors.ts';
import { inSequence, runMeasured } from './measure/run-measured.ts';
import { summarise, summariseOptional } from './measure/statistics.ts';
import { compareCases } from './report/ratios.ts';

const signal = new AbortController().signal;
const node = (script: string) => ({ file: process.execPath, args: ['-e', script], cwd: '.' });

test('a summary has the median of odd and even numbers of values', () => {
  expect(summarise([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
  expect(summarise([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(() => summarise([])).toThrow(RangeError);
});

test('what was not measured every time has no summary', () => {
  expect(summariseOptional([1, undefined])).toBeUndefined();
  expect(summariseOptional([])).toBeUndefined();
});

test('a program is measured with everything that it starts', async () => {
  const hungry =
    "const a = Buffer.alloc(150e6, 1); const end = Date.now() + 400; while (Date.now() < end); process.stdout.write('done')";
  const starter = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(hungry)}], { stdio: 'inherit' })`;
  const { stdout, seconds, cpuSeconds, peakBytes, totalBytes } = await runMeasured(node(starter), signal);
  expect(stdout).toBe('done');
  expect(seconds).toBeGreaterThan(0.4);
  if (process.platform !== 'linux') return;
  expect(cpuSeconds).toBeGreaterThan(0.05);
  expect(peakBytes).toBeGreaterThan(150e6);
  expect(totalBytes).toBeGreaterThan(peakBytes ?? 0);
});

test('a program that fails is named with its last words', async () => {
  const failing = runMeasured(node("console.error('no such luck'); process.exit(4)"), signal);
  await expect(failing).rejects.toThrow(EnvironmentError);
  await expect(failing).rejects.toThrow('no such luck');
});

test('programs in a row add up their times, of memory the largest counts', () => {
  expect(
    inSequence([
      { seconds: 1, cpuSeconds: 2, peakBytes: 10, totalBytes: 15 },
      { seconds: 3, cpuSeconds: 1, peakBytes: 7, totalBytes: 20 },
    ]),
  ).toEqual({ seconds: 4, cpuSeconds: 3, peakBytes: 10, totalBytes: 20 });
});

test('ratios compare like with like', () => {
  const report = (system: 'own' | 'hugo', name: 'cold' | 'edited', search: boolean, median: number) => ({
    ...{ system, title: system, case: name, search, pages: 1, pagesPerSecond: 1, stages: {} },
    seconds: { median, least: median, most: median },
  });
  const cases = [
    report('own', 'cold', true, 30),
    report('own', 'cold', false, 10),
    report('own', 'edited', false, 1),
    report('hugo', 'cold', false, 20),
  ];
  expect(compareCases(cases)).toEqual([
    { title: 'hugo', search: false, seconds: { cold: 0.5, edited: 0.05 }, cpuSeconds: {} },
  ]);
});
