import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readManifestFiles, readManifestHead } from '../../build/mirror/manifest/read-manifest.ts';
import { sha256 } from '../../build/model/paths.ts';
import { byPath } from '../../build/model/release/delta.ts';
import type { Manifest } from '../../build/model/release/manifest.ts';
import { formatManifest } from '../../build/model/release/manifest-file.ts';
import { FormatError } from '../../build/model/release/plain-json.ts';
import { temporaryFolder } from '../support/content.ts';

const manifestOf = (names: readonly string[]): Manifest => ({
  format: 1,
  country: 'kg',
  headers: { page: { 'Cache-Control': 'no-cache' }, file: {}, asset: {}, index: {} },
  files: byPath(
    names.map((name) => ({
      path: `ru/${name}/index.html`,
      sha256: sha256(name),
      bytes: name.length,
      type: 'text/html; charset=utf-8',
      kind: 'page',
      br: 1,
    })),
  ),
});

const write = async (text: string): Promise<string> => {
  const file = path.join(await temporaryFolder(), 'manifest.json');
  await writeFile(file, text);
  return file;
};

test('a manifest read line by line is the one that was written', async () => {
  const file = await write('');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.stringMatching(/^[a-y]{1,40}$/), { maxLength: 1500 }),
      async (names) => {
        const manifest = manifestOf(names);
        await writeFile(file, formatManifest(manifest));
        const { files, ...head } = manifest;
        expect(readManifestHead(file)).toEqual(head);
        if (names.length > 0) expect([...readManifestFiles(file)]).toEqual(files);
      },
    ),
    { numRuns: 20 },
  );
});

test('a manifest that was cut short, goes on after its end, or leaves the site is refused', async () => {
  const text = formatManifest(manifestOf(['a', 'b']));
  const faulty = [
    text.slice(0, -3),
    text.slice(0, text.indexOf('"br"')),
    `${text}{}\n`,
    text.replace('ru/b', '../b'),
    text.replace('\n{', `\n${' '.repeat(100_000)}{`),
  ];
  for (const one of faulty) {
    const file = await write(one);
    expect(() => [...readManifestFiles(file)], one).toThrow(FormatError);
  }
});
