import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackFile } from '../../../build/mirror/objects/recode.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { temporaryFolder } from '../../support/content.ts';

test.each([
  ['a page', 10_000],
  ['a film', 3_000_000],
])('%s that is decompressed is no longer than it may be', async (_, bytes) => {
  const folder = await temporaryFolder();
  const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  const content = Buffer.alloc(bytes, 'a');
  await writeFile(from, brotliCompressSync(content));
  expect(await unpackFile(from, to, '.br', bytes)).toEqual({ sha256: sha256(content), bytes });
  await writeFile(to, '');
  await writeFile(from, brotliCompressSync(Buffer.alloc(bytes + 1, 'a')));
  expect(await unpackFile(from, to, '.br', bytes)).toBeUndefined();
  expect((await stat(to)).size).toBeLessThanOrEqual(bytes);
});

test('a fault of the disk is none of the content', async () => {
  const folder = await temporaryFolder();
  const from = path.join(folder, 'from');
  await writeFile(from, brotliCompressSync('a'));
  await expect(unpackFile(from, folder, '.br', 1)).rejects.toThrow('EISDIR');
});
