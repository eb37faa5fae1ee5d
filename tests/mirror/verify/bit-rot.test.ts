import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { page, smallSite } from '../../support/publish.ts';
import { smallMirror } from '../support/mirror-folder.ts';
import { verify } from '../support/verify-mirror.ts';

test('a bit that flips in any file of any kept site is found, and the mirror is as it was before', async () => {
  const mirror = await smallMirror(smallSite, { 'ru/a/index.html': page('a', 'two') });
  const files = readdirSync(mirror.paths.top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\/(?:sites|objects)(?:\/|$)/.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name))
    // What an earlier release was proven with goes as a whole: see the tests of signatures.
    .filter((file) => !/sites\/1\/(?:metadata|targets)|sites\/2\/metadata\/1\./.test(file))
    .toSorted();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(7), async (which, where, bit) => {
      const file = files[which % files.length] ?? '';
      const right = await readFile(file);
      const flipped = Buffer.from(right);
      const at = where % right.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      // In place, as a disk decays: all hard links have it.
      await writeFile(file, flipped);
      const { total, unmended, lines } = await verify(mirror);
      expect(unmended, lines.join('\n')).toBe(0);
      // A copy may still become the very same: gzip has bits without a meaning.
      if (/\.(?:br|gz)$/.test(file)) return;
      expect(total, file).toBeGreaterThan(0);
      expect((await readFile(file)).equals(right), file).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});
