import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import {
  applyDifference,
  byPath,
  diffManifests,
  formatDelta,
  parseDelta,
} from '../../build/model/release/delta.ts';
import type { Manifest, ManifestFile } from '../../build/model/release/manifest.ts';
import { formatManifest, parseManifest } from '../../build/model/release/manifest-file.ts';
import { parsePointer, parseRecord } from '../../build/model/release/record-file.ts';

const file: ManifestFile = {
  path: 'ru/index.html',
  sha256: sha256('x'),
  bytes: 1,
  type: 'text/html; charset=utf-8',
  kind: 'page',
};
const headers = { page: {}, file: {}, asset: {}, index: {} };
const manifest: Manifest = { format: 1, country: 'kg', headers, files: [file] };

/** A manifest with something else in it, as a hostile mirror may send it. */
const written = (change: object, fileChange: object = {}): string =>
  JSON.stringify({ ...manifest, files: [{ ...file, ...fileChange }], ...change });

describe('a manifest is refused', () => {
  test.each([
    ['../../etc/passwd', 'leaves its folder'],
    ['/etc/passwd', 'leaves its folder'],
    ['ru//index.html', 'leaves its folder'],
    ['ru/./index.html', 'leaves its folder'],
    ['ru/...', 'leaves its folder'],
    ['ru\\..\\index.html', 'has other characters'],
    ['C:/index.html', 'has other characters'],
    ['ru/\u0000', 'has other characters'],
    ['ru/стр.html', 'has other characters'],
    ['ru/con/index.html', 'has a name that Windows does not allow'],
    ['ru/name.', 'has a name that Windows does not allow'],
    ['objects/1', 'lies where the parts of a release lie'],
    ['metadata/timestamp.json', 'lies where the parts of a release lie'],
    ['_release.json', 'lies where the parts of a release lie'],
    ['ru/index.html.br', 'has the name of a compressed copy'],
    [`${'a/'.repeat(120)}b`, 'is longer than 200 characters'],
    ['', 'is empty'],
  ])('for the path %j', (path, fault) => {
    expect(() => parseManifest(written({}, { path }))).toThrow(fault);
  });

  test.each([
    ['a digest that is none', written({}, { sha256: 'abc' }), 'files[0].sha256 is no SHA-256 digest'],
    ['a size below nothing', written({}, { bytes: -1 }), 'files[0].bytes is no count'],
    ['a size that is no number', written({}, { bytes: '1' }), 'files[0].bytes is no count'],
    [
      'a line break in a header',
      written({}, { type: 'text/html\r\nX: y' }),
      'characters that no header may have',
    ],
    ['an unknown kind', written({}, { kind: 'program' }), 'files[0].kind is none that this version knows'],
    ['another format', written({ format: 2 }), 'of a format that this version does not know'],
    ['files that are no list', written({ files: {} }), 'files is no list'],
    [
      'two names in one place',
      written({ files: [file, { ...file, path: 'ru/index.html/x' }] }),
      'cannot both be files',
    ],
    [
      'two names that differ in case',
      written({ files: [file, { ...file, path: 'RU/index.html' }] }),
      'cannot both',
    ],
    ['the same name twice', written({ files: [file, file] }), 'cannot both be files'],
    ['half of it', formatManifest(manifest).slice(0, 80), 'it is not JSON, or was cut short'],
    ['no words at all', '', 'it is not JSON, or was cut short'],
    ['null', 'null', 'it is no map'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe]), 'it is not JSON'],
  ])('for %s', (_, content, fault) => {
    expect(() => parseManifest(content)).toThrow(fault);
  });
});

test('whatever comes, a parser gives a value or says what is wrong', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      for (const parse of [parseManifest, parseDelta, parseRecord, parsePointer])
        try {
          parse(text);
        } catch (error) {
          expect((error as Error).name).toBe('FormatError');
        }
    }),
  );
});

const paths = fc.stringMatching(/^(?:ru|en)\/[a-z]{1,3}\/index\.html$/);
const anyFile = fc.record({
  path: paths,
  sha256: fc.string().map((text) => sha256(text)),
  bytes: fc.nat(),
  type: fc.constantFrom('text/html; charset=utf-8', 'image/png'),
  kind: fc.constantFrom('page' as const, 'file' as const),
});
const anyManifest = fc
  .uniqueArray(anyFile, { selector: (one) => one.path })
  .map((files): Manifest => ({ ...manifest, files: byPath(files) }));

test('a delta turns any manifest into any other', () => {
  fc.assert(
    fc.property(anyManifest, anyManifest, (from, to) => {
      const digest = sha256('');
      const delta = parseDelta(
        formatDelta({ format: 1, from: digest, to: digest, ...diffManifests(from, to), patches: [] }),
      );
      expect(formatManifest(applyDifference(from, delta))).toBe(formatManifest(to));
    }),
  );
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(anyManifest, (one) => {
      expect(parseManifest(formatManifest(one))).toEqual(one);
    }),
  );
});
