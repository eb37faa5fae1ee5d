import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type MirrorPaths, mirrorPaths, objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import {
  removeObject,
  storeBytes,
  storeCompressed,
  storePlain,
  type WantedObject,
} from '../../../build/mirror/objects/store-object.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { compress } from '../../../build/release/compress.ts';
import { temporaryFolder } from '../../support/content.ts';

async function emptyMirror(): Promise<MirrorPaths> {
  const paths = mirrorPaths(await temporaryFolder());
  for (const folder of [paths.objects, paths.incoming]) await mkdir(folder);
  return paths;
}

const page = Buffer.from(Array.from({ length: 400 }, (_, at) => `<p>Lesson ${at * at}</p>`).join('\n'));
/** Longer than what is held in memory. */
const film = Buffer.concat(Array.from({ length: 120 }, (_, at) => Buffer.alloc(10_000, String(at * 7919))));

const wantedOf = (bytes: Uint8Array, twins: Partial<WantedObject> = { br: 1, gz: 1 }): WantedObject => ({
  sha256: sha256(bytes),
  bytes: bytes.length,
  ...twins,
});

async function incoming(paths: MirrorPaths, bytes: Uint8Array): Promise<string> {
  const file = path.join(paths.incoming, 'x.part');
  await writeFile(file, bytes);
  return file;
}

const compressed = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const namesOf = async ({ objects, incoming }: MirrorPaths): Promise<string[]> => [
  ...(await readdir(objects)),
  ...(await readdir(incoming)),
];

test.each([
  ['a page', page],
  ['a film', film],
])('%s that came as it is or compressed is kept with the copies that the release has', async (_, bytes) => {
  const object = wantedOf(bytes);
  const ways = [
    async (paths: MirrorPaths) => storePlain(paths, object, await incoming(paths, bytes)),
    async (paths: MirrorPaths) =>
      storeCompressed(paths, object, await incoming(paths, compressed(bytes))),
    (paths: MirrorPaths) => storeBytes(paths, object, bytes),
  ];
  for (const store of ways) {
    const paths = await emptyMirror();
    expect(await store(paths)).toBe(true);
    const name = object.sha256;
    expect((await namesOf(paths)).sort()).toEqual([name, `${name}.br`, `${name}.gz`]);
    const read = (suffix: '' | '.br' | '.gz') => readFile(objectFile(paths, name, suffix));
    expect(bytes.equals(await read(''))).toBe(true);
    expect(bytes.equals(brotliDecompressSync(await read('.br')))).toBe(true);
    expect(bytes.equals(gunzipSync(await read('.gz')))).toBe(true);
  }
});

test('copies that are made here are those of the release', async () => {
  const paths = await emptyMirror();
  const object = wantedOf(page);
  await storeBytes(paths, object, page);
  const { br, gz } = await compress(page);
  expect(await readFile(objectFile(paths, object.sha256, '.br'))).toEqual(br);
  expect(await readFile(objectFile(paths, object.sha256, '.gz'))).toEqual(gz);
});

test('no copies are made that the release does not have, and all go with the content', async () => {
  const paths = await emptyMirror();
  const object = wantedOf(page, {});
  await storeBytes(paths, object, page);
  expect(await namesOf(paths)).toEqual([object.sha256]);
  await storeBytes(paths, wantedOf(page), page);
  await removeObject(paths, object.sha256);
  expect(await namesOf(paths)).toEqual([]);
});

test.each([
  ['a page', page],
  ['a film', film],
])('nothing bears the name of %s that is not that content', async (_, bytes) => {
  const object = wantedOf(bytes);
  const altered = Buffer.from(bytes);
  altered[100] = (altered[100] ?? 0) ^ 1;
  const longer = Buffer.concat([bytes, Buffer.from('x')]);
  const br = compressed(bytes);
  for (const wrong of [altered, longer, bytes.subarray(1), Buffer.alloc(0)]) {
    const paths = await emptyMirror();
    expect(await storeBytes(paths, object, wrong)).toBe(false);
    expect(await storePlain(paths, object, await incoming(paths, wrong))).toBe(false);
    expect(await storeCompressed(paths, object, await incoming(paths, compressed(wrong)))).toBe(
      false,
    );
    expect(await namesOf(paths)).toEqual(['x.part']);
  }
  // Browsers might stumble over what follows the end of a compressed copy.
  const faulty = [br.subarray(0, -3), bytes, Buffer.concat([br, Buffer.from('more')])];
  for (const wrong of [...faulty, compressed(Buffer.alloc(5_000_000))]) {
    const paths = await emptyMirror();
    expect(await storeCompressed(paths, object, await incoming(paths, wrong))).toBe(false);
    expect(await namesOf(paths)).toEqual(['x.part']);
  }
});
