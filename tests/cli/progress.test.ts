import { expect, test } from 'vitest';
import { createProgressReport } from '../../build/cli/progress.ts';
import { buildWords } from '../../build/pipeline/progress.ts';

function report(isTTY: boolean) {
  let ms = 0;
  const written: string[] = [];
  const progress = createProgressReport(
    { isTTY, columns: 100, write: (text) => void written.push(text) },
    () => ms,
    buildWords,
  );
  return { progress, written, wait: (more: number) => (ms += more) };
}

test('without a terminal each stage is one plain line, and a long one tells of itself now and then', () => {
  const { progress, written, wait } = report(false);
  progress.tell({ stage: 'content' });
  progress.tell({ stage: 'pages', done: 0, total: 30_000 });
  wait(4000);
  progress.tell({ stage: 'pages', done: 9000, total: 30_000 });
  wait(6000);
  progress.tell({ stage: 'pages', done: 20_000, total: 30_000 });
  progress.tell({ stage: 'publish' });
  progress.end();
  expect(written).toEqual([
    'reading and checking the content …\n',
    'writing 30000 pages …\n',
    'writing 30000 pages: 20000 of 30000 (66 %), 2000 a second, 5 s left\n',
    'moving the sites into place …\n',
  ]);
});

test('a stage whose first thing is done tells no count, and one that goes on tells how far it is', () => {
  const { progress, written } = report(false);
  progress.tell({ stage: 'pages', done: 1, total: 30_000 });
  progress.tell({ stage: 'search', done: 8, total: 16 });
  expect(written[0]).toBe('writing 30000 pages …\n');
  expect(written[1]).toContain(': 8 of 16 (50 %)');
});

test('on a terminal one line is written over, with rate and time left, and cleared at the end', () => {
  const { progress, written, wait } = report(true);
  progress.tell({ stage: 'search', done: 0, total: 16 });
  wait(50);
  progress.tell({ stage: 'search', done: 1, total: 16 });
  wait(39_950);
  progress.tell({ stage: 'search', done: 4, total: 16 });
  progress.end();
  expect(written).toEqual([
    '\r\x1b[Kindexing for search: 16 languages …',
    '\r\x1b[Kindexing for search: 16 languages: 4 of 16 (25 %), 0.1 a second, 2 min 0 s left',
    '\r\x1b[K',
  ]);
});

test('a line is never longer than the terminal, which would break it in two', () => {
  const written: string[] = [];
  const output = { isTTY: true, columns: 20, write: (text: string) => void written.push(text) };
  createProgressReport(output, () => 0, buildWords).tell({ stage: 'content' });
  expect(written).toEqual(['\r\x1b[Kreading and checkin']);
});

test('the seconds of each stage are added up', () => {
  const { progress, wait } = report(false);
  progress.tell({ stage: 'content' });
  wait(1500);
  progress.tell({ stage: 'pages', done: 0, total: 1 });
  wait(500);
  progress.end();
  expect(progress.seconds()).toEqual({ content: 1.5, pages: 0.5 });
});

test('bytes are told in megabytes', () => {
  let ms = 0;
  const written: string[] = [];
  const output = { write: (text: string) => void written.push(text) };
  const progress = createProgressReport(output, () => ms, { upload: () => 'uploading' });
  progress.tell({ stage: 'upload', done: 0, total: 40_000_000, unit: 'bytes' });
  ms = 10_000;
  progress.tell({ stage: 'upload', done: 500_000, total: 40_000_000, unit: 'bytes' });
  expect(written.at(-1)).toBe('uploading: 0.5 MB of 40.0 MB (1 %), 50.0 kB a second, 13 min 10 s left\n');
});
