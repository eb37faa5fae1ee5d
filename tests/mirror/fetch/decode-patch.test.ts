import { constants, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePatch } from '../../../build/mirror/fetch/decode-patch.ts';

/** As whoever makes releases makes a patch. */
const patchOf = (old: Uint8Array, fresh: Uint8Array, isChecked = false): Buffer =>
  zstdCompressSync(fresh, {
    dictionary: old,
    params: {
      [constants.ZSTD_c_compressionLevel]: 9,
      [constants.ZSTD_c_checksumFlag]: isChecked ? 1 : 0,
      [constants.ZSTD_c_windowLog]: Math.min(
        27,
        Math.max(10, Math.ceil(Math.log2(old.length + fresh.length + 1))),
      ),
    },
  });

/** Bytes that differ everywhere, from a seed. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed | 1;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const partsOf = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
};

/** Text that says much again, noise, and one byte for long. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc
    .array(fc.constantFrom('<li class="card">', 'урок ', 'play ', '\n', '7f3a', 'x'), { maxLength: 4000 })
    .map((words) => Buffer.from(words.join(''))),
  fc.tuple(fc.nat(300_000), fc.nat()).map(([length, seed]) => noise(length, seed)),
  fc.tuple(fc.nat(400_000), fc.nat(255)).map(([length, byte]) => Buffer.alloc(length, byte)),
);

/** What remains of older bytes: some left out, some put in, some moved. */
const edited = fc
  .tuple(content, fc.array(fc.tuple(fc.nat(), fc.nat(5000), content), { maxLength: 4 }))
  .map(([old, edits]) => ({
    old,
    fresh: edits.reduce<Uint8Array>((bytes, [place, without, added]) => {
      const at = place % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(at + without), added, bytes.subarray(0, at)]);
    }, old),
  }));

test('any patch gives the newer bytes, in however many parts the older ones lie', () => {
  fc.assert(
    fc.property(
      edited,
      fc.array(fc.nat(), { maxLength: 3 }),
      fc.boolean(),
      ({ old, fresh }, cuts, isChecked) => {
        const decoded = decodePatch(partsOf(old, cuts), patchOf(old, fresh, isChecked), fresh.length);
        expect(decoded !== undefined && Buffer.compare(decoded, fresh) === 0).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test('distances over the whole of the longest contents are read', () => {
  const half = 16 * 1024 * 1024;
  const apart = noise(100_000, 1);
  const old = Buffer.concat([apart, Buffer.alloc(half - apart.length, 'a')]);
  // What is at the beginning of the old bytes comes at the end of the new ones: as far away as can be.
  const fresh = Buffer.concat([Buffer.alloc(half - apart.length, 'a'), apart]);
  const patch = patchOf(old, fresh);
  expect(patch.length).toBeLessThan(10_000);
  const decoded = decodePatch([old], patch, fresh.length);
  expect(decoded !== undefined && Buffer.compare(decoded, fresh) === 0).toBe(true);
});

test('what is no patch, cut short, or for more bytes than can be held gives nothing', () => {
  const old = noise(5000, 3);
  const fresh = Buffer.concat([old.subarray(2000), Buffer.from('a new sentence'.repeat(40))]);
  const patch = patchOf(old, fresh);
  for (let length = 0; length < patch.length; length++)
    expect(decodePatch([old], patch.subarray(0, length), fresh.length), String(length)).toBeUndefined();
  expect(decodePatch([old], noise(patch.length, 4), fresh.length)).toBeUndefined();
  expect(decodePatch([old], patch, 64 * 1024 * 1024)).toBeUndefined();
});

test('a patch that is altered anywhere, or makes more than it says, gives other bytes or nothing, and no more of them', () => {
  const old = noise(3000, 5);
  const fresh = Buffer.concat([
    old.subarray(1000),
    Buffer.from('ten words '.repeat(30)),
    old.subarray(0, 900),
  ]);
  const patch = patchOf(old, fresh);
  fc.assert(
    fc.property(fc.nat(patch.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const altered = Buffer.from(patch);
      altered[at] = (altered[at] ?? 0) ^ change;
      const decoded = decodePatch([old], altered, fresh.length);
      expect(decoded === undefined || decoded.length === fresh.length).toBe(true);
    }),
    { numRuns: 150 },
  );
  const bomb = patchOf(old, Buffer.alloc(50_000_000));
  const decoded = decodePatch([old], bomb, 100);
  expect(decoded === undefined || decoded.length === 100).toBe(true);
});
