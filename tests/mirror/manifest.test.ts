/** Manifests as they come: made by deltas, and looked through before anything of them becomes a file. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from '../../build/mirror/manifest/apply-delta.ts';
import { surveyManifest } from '../../build/mirror/manifest/survey-manifest.ts';
import { type Sha256, sha256 } from '../../build/model/paths.ts';
import { byPath, diffManifests } from '../../build/model/release/delta.ts';
import type { Manifest, ManifestFile } from '../../build/model/release/manifest.ts';
import { formatManifest } from '../../build/model/release/manifest-file.ts';
import { temporaryFolder } from '../support/content.ts';

const fileOf = (name: string, content = name): ManifestFile => ({
  path: name,
  sha256: sha256(content),
  bytes: content.length,
  type: 'text/html; charset=utf-8',
  kind: 'page',
});

const manifestOf = (files: readonly ManifestFile[]): Manifest => ({
  format: 1,
  country: 'kg',
  headers: { page: {}, file: {}, asset: {}, index: {} },
  files: byPath(files),
});

test('a delta makes of one manifest exactly the other, line by line', async () => {
  const folder = await temporaryFolder();
  const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  const files = fc
    .dictionary(fc.stringMatching(/^[a-d]{1,3}$/), fc.stringMatching(/^[xy]{0,2}$/), { minKeys: 1 })
    .map((pages) => manifestOf(Object.entries(pages).map(([name, content]) => fileOf(name, content))));
  await fc.assert(
    fc.asyncProperty(files, files, async (old, fresh) => {
      await writeFile(from, formatManifest(old));
      const delta = {
        format: 1,
        from: sha256(''),
        to: sha256(''),
        patches: [],
        ...diffManifests(old, fresh),
      } as const;
      applyDelta(from, delta, to);
      expect(await readFile(to, 'utf8')).toBe(formatManifest(fresh));
    }),
    { numRuns: 100 },
  );
});

const pointer = {
  format: 1,
  country: 'kg',
  sequence: 7,
  released: '2026-11-29T12:00:00Z',
  record: { sha256: sha256(''), bytes: 0 },
  manifest: { sha256: sha256(''), bytes: 0 },
  deltas: {},
  withdrawn: { digests: [sha256('gone')], paths: ['ru/gone/index.html'] },
} as const;

async function survey(text: string, files: number, bytes: number): Promise<readonly Sha256[]> {
  const file = path.join(await temporaryFolder(), 'manifest');
  await writeFile(file, text);
  const found: Sha256[] = [];
  surveyManifest(file, pointer, { counts: { files, bytes, pages: 0 } }, (one) => found.push(one.sha256));
  return found;
}

const inThisOrder = (...names: readonly string[]): string =>
  formatManifest({ ...manifestOf([]), files: names.map((name) => fileOf(name, '')) });

test('a manifest that is as its record says gives its files', async () => {
  const text = formatManifest(manifestOf([fileOf('a/b'), fileOf('a-b'), fileOf('b')]));
  expect(await survey(text, 3, 7)).toHaveLength(3);
});

test.each([
  ['of another country', inThisOrder('a').replace('"kg"', '"tj"'), 'it is of another country'],
  ['with files in another order', inThisOrder('b', 'a'), '"a" is not in its place'],
  ['with a file twice', inThisOrder('a', 'a'), '"a" is not in its place'],
  [
    'with names that differ in case alone',
    inThisOrder('A', 'a'),
    '"a" and another path cannot both be files',
  ],
  ['with a file in a file', inThisOrder('a', 'a/b'), '"a/b" and another path cannot both be files'],
  [
    'with a file in a file of another case',
    inThisOrder('B', 'b/c'),
    '"b/c" and another path cannot both be files',
  ],
  ['with a file that leaves the site', inThisOrder('../a'), 'leaves its folder'],
  ['with a name of Windows', inThisOrder('ru/con'), 'Windows does not allow'],
  [
    'with a file in the place of health',
    inThisOrder('_mirror/health.json'),
    'where the parts of a release lie',
  ],
  ['with a name that is too long', inThisOrder('a'.repeat(201)), 'is longer than 200 characters'],
  ['with a withdrawn page', inThisOrder('ru/gone/index.html'), 'which was withdrawn'],
  ['with a withdrawn content', formatManifest(manifestOf([fileOf('a', 'gone')])), 'which was withdrawn'],
  ['that has more files than its record', inThisOrder('a', 'b'), 'its record says 1 of 0'],
  ['that is none', 'Not found', 'it is not JSON'],
])('a manifest %s is refused', async (_, text, words) => {
  await expect(survey(text, 1, 0)).rejects.toThrow(
    new RegExp(`^The list of files of release 7 cannot be used: .*${words.replaceAll('/', '\\/')}`),
  );
});
