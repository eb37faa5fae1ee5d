/** A line that breaks brings a file all the same; a source that only seems to does not keep a mirror busy. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../../build/cli/errors.ts';
import { obtainFile } from '../../../build/mirror/fetch/obtain-file.ts';
import { type Source, SourceError } from '../../../build/mirror/sources/source.ts';
import { temporaryFolder } from '../../support/content.ts';

const content = Buffer.alloc(200_000, 'x');

/** Breaks off after so many bytes, each time. */
function breaking(bytes: number) {
  const counts = { opened: 0 };
  const source: Source = {
    name: 'breaking',
    read: async () => undefined,
    open: async (_, offset) => {
      counts.opened++;
      return { offset, pieces: piecesOf(offset) };
    },
    close: () => {},
  };
  async function* piecesOf(offset: number): AsyncGenerator<Uint8Array> {
    yield content.subarray(offset, offset + bytes);
    if (offset + bytes < content.length) throw new SourceError('unreachable', 'The line broke.');
  }
  return { source, counts };
}

async function fetchFrom(...sources: readonly Source[]): Promise<Buffer> {
  const file = path.join(await temporaryFolder(), 'file');
  await obtainFile({
    path: 'manifests/x.json',
    file,
    maxBytes: content.length,
    isRight: async (found) => (await readFile(found)).equals(content),
    sources,
    onProgress: () => {},
    warn: () => {},
    signal: new AbortController().signal,
  });
  return readFile(file);
}

test.each([15_000, 70_000])('a line that breaks after each %i bytes brings the whole', async (bytes) => {
  expect(await fetchFrom(breaking(bytes).source)).toEqual(content);
});

test('a source that gives a byte at a time is given up, and the next one goes on', async () => {
  const slow = breaking(1);
  await expect(fetchFrom(slow.source)).rejects.toThrow(EnvironmentError);
  expect(slow.counts.opened).toBe(21);
  expect(await fetchFrom(breaking(1).source, breaking(70_000).source)).toEqual(content);
});
