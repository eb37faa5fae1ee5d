import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleMirrorProgram } from '../../build/mirror-program/mirror-program.ts';
import { type BuiltSites, ownSites } from '../support/built-sites.ts';

let sites: BuiltSites;
beforeAll(async () => {
  sites = await ownSites();
});
afterAll(() => sites.remove());

test('every site has the program of a mirror, the same one', async () => {
  const { bytes } = await bundleMirrorProgram();
  const countries = new Set(sites.files.map((file) => file.split('/')[0] ?? ''));
  expect(countries.size).toBe(5);
  for (const country of countries) {
    const published = await readFile(path.join(sites.folder, country, 'mirror/passport-mirror.mjs'));
    expect(published.equals(bytes), country).toBe(true);
  }
});
