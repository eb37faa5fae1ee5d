/**
 * Sites that are large enough for processes to share the work of their builds.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSites } from '../../build/pipeline.ts';
import { generateContent } from '../bench/content/generate-content.ts';
import { listFiles } from '../support/built-sites.ts';
import { temporaryFolder } from '../support/content.ts';

test('processes make the same pages and lists as one process does after an edit', {
  timeout: 300_000,
}, async () => {
  const contentFolder = await temporaryFolder();
  await generateContent({ folder: contentFolder, pages: 1150, seed: 5 });
  const build = async (out: string, cache: string) => {
    const { sites } = await buildSites({ contentFolder, out, cache, drafts: false, search: false });
    return sites.reduce((sum, { made }) => sum + made, 0);
  };
  const [out, cache] = [await temporaryFolder(), await temporaryFolder()];
  expect(await build(out, cache)).toBeGreaterThan(800);

  const texts = await listFiles(path.join(contentFolder, 'shared/materials'));
  const material = path.join(
    contentFolder,
    'shared/materials',
    texts.find((file) => file.endsWith('/index.en.md')) ?? '',
  );
  await writeFile(material, (await readFile(material, 'utf8')).replace(/^title: .*$/m, 'title: Aardvark'));
  expect(await build(out, cache)).toBeLessThan(300);

  const clean = await temporaryFolder();
  expect(await build(clean, await temporaryFolder())).toBeGreaterThan(800);
  const files = await listFiles(clean);
  expect(await listFiles(out)).toEqual(files);
  const differing: string[] = [];
  for (const file of files) {
    const [made, fresh] = [await readFile(path.join(out, file)), await readFile(path.join(clean, file))];
    if (!made.equals(fresh)) differing.push(file);
  }
  expect(differing).toEqual([]);
});
