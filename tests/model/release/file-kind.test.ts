import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../build/model/paths.ts';
import { fileKindOf } from '../../../build/model/release/file-kind.ts';
import { fileKinds } from '../../../build/model/release/manifest.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { cacheControlOf, headersOf, securityHeaders } from '../../../build/model/security-headers.ts';

const digest = sha256('');
const forYears = 'public, max-age=31536000, immutable';
const forMinutes = 'public, max-age=300';

test.each([
  ['index.html', 'page', forMinutes],
  ['ru/courses/play/index.html', 'page', forMinutes],
  ['ru/404.html', 'page', forMinutes],
  ['assets/cover.054108b3.svg', 'asset', forYears],
  ['assets/cover.svg', 'file', forMinutes],
  ['assets/index.html', 'page', forMinutes],
  ['ru/pagefind/fragment/ru_15e4ac9.pf_fragment', 'index', forYears],
  ['ru/pagefind/pagefind-entry.json', 'file', forMinutes],
  ['robots.txt', 'file', forMinutes],
] as const)('%s is a %s', (path, kind, lifetime) => {
  expect(fileKindOf(path)).toBe(kind);
  expect(headersOf(kind)['Cache-Control']).toBe(lifetime);
  expect(cacheControlOf(path)).toBe(lifetime);
});

test.each([
  [releasePaths.object(digest), forYears],
  [`${releasePaths.object(digest)}.br`, forYears],
  [`${releasePaths.object(digest)}.gz`, forYears],
  [releasePaths.manifest(digest), forYears],
  [releasePaths.delta(digest), forYears],
  [releasePaths.patches(digest), forYears],
  [releasePaths.record(12), forYears],
  [releasePaths.signedPointer(digest), forYears],
  [releasePaths.root(1), forYears],
  ['metadata/7.snapshot.json', forYears],
  [releasePaths.pointer, 'no-cache'],
  ['sw.js', 'no-cache'],
  [releasePaths.timestamp, 'no-cache'],
  // What could be a page or a file of a lesson is none of them.
  ['ru/courses/objects/index.html', forMinutes],
  ['ru/releases/plan.json', forMinutes],
  ['objects/054108b3', forMinutes],
])('%s is kept for: %s', (path, lifetime) => {
  expect(cacheControlOf(path)).toBe(lifetime);
});

describe.each(fileKinds)('headers of the kind %s', (kind) => {
  test('hold all that protects a reader, and no type', () => {
    expect(headersOf(kind)).toMatchObject({
      ...securityHeaders,
      'Content-Security-Policy': expect.stringContaining("frame-ancestors 'none'"),
      'Strict-Transport-Security': 'max-age=31536000',
    });
    expect(headersOf(kind)).not.toHaveProperty('Content-Type');
  });

  test('let only a picture that is opened run nothing', () => {
    expect(headersOf(kind)['Content-Security-Policy']?.includes("script-src 'none'")).toBe(kind === 'asset');
  });
});
