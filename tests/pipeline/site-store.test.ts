/** What is kept of the files of a site, and of the few that an edit changes. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { OutputPath } from '../../build/model/paths.ts';
import type { FileState, SiteState } from '../../build/pipeline/site-state.ts';
import { readSiteFiles, writeSite, writeSiteChanges } from '../../build/pipeline/site-store.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { temporaryFolder } from '../support/content.ts';

const kg = 'kg' as CountryCode;
const key = 'key';
const state: SiteState = { languages: {}, texts: {}, outside: { files: [], assets: [] }, heavy: [] };
const files = { 'kg/a.html': [10, 1], 'kg/b.html': [20, 2] } as Record<OutputPath, FileState>;

const change = (folder: string, changes: Record<string, FileState | null>): void =>
  writeSiteChanges(folder, kg, key, state, changes as Record<OutputPath, FileState | null>);

test('changes are told with the files, the latest last', async () => {
  const folder = await temporaryFolder();
  writeSite(folder, kg, key, state, files);
  change(folder, { 'kg/a.html': [11, 3], 'kg/c.html': [30, 3] });
  change(folder, { 'kg/a.html': [12, 4], 'kg/b.html': null });
  expect(readSiteFiles(folder, kg, key)).toEqual({ 'kg/a.html': [12, 4], 'kg/c.html': [30, 3] });
});

test('changes of an earlier state of the site are forgotten with it', async () => {
  const folder = await temporaryFolder();
  writeSite(folder, kg, key, state, files);
  change(folder, { 'kg/a.html': [11, 3] });
  writeSite(folder, kg, key, state, files);
  expect(readSiteFiles(folder, kg, key)).toEqual(files);
});

test('changes that belong to another list of files are not believed', async () => {
  const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
  writeSite(folder, kg, key, state, files);
  writeSite(other, kg, key, state, { ...files, ['kg/z.html' as OutputPath]: [1, 1] });
  change(other, { 'kg/a.html': null });
  const name = 'files-kg-changes';
  await writeFile(path.join(folder, name), await readFile(path.join(other, name)));
  expect(readSiteFiles(folder, kg, key)).toEqual(files);
});

test('very many changes become part of the list', async () => {
  const folder = await temporaryFolder();
  writeSite(folder, kg, key, state, files);
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`kg/${at}.html`, [at, at] as FileState]),
  );
  change(folder, { 'kg/b.html': null });
  change(folder, many);
  expect(readdirSync(folder)).not.toContain('files-kg-changes');
  expect(readSiteFiles(folder, kg, key)).toEqual({ 'kg/a.html': [10, 1], ...many });
});
