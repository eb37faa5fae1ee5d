/** What a build leaves alone. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSites, checkContent } from '../../build/pipeline.ts';
import { contentFolder, lines, minimalContent, temporaryFolder } from '../support/content.ts';

const bag = 'shared/materials/bag/index.en.md';

async function build(contentFolder: string) {
  const folder = await temporaryFolder();
  const out = path.join(folder, 'sites');
  const cache = path.join(folder, 'cache');
  const built = await buildSites({ contentFolder, out, cache, drafts: false, search: false });
  return { countries: built.sites.map(({ country }) => country), said: lines(built.diagnostics) };
}

test('a picture that no text names stops no build, whatever it holds', async () => {
  const broken = { 'shared/materials/bag/old.png': 'no picture' };
  expect(await build(await contentFolder(broken))).toEqual({ countries: ['kg'], said: [] });
  const named = { [bag]: `${minimalContent[bag]}\n![A hand in a bag](old.png)\n` };
  const { countries, said } = await build(await contentFolder({ ...broken, ...named }));
  expect(countries).toEqual([]);
  expect(said).toEqual([expect.stringContaining(`${bag}:13:20 error picture/unreadable`)]);
});

test('how well a text is written is told by the check, to those who write it', async () => {
  const folder = await contentFolder({
    'taxonomy/glossary.yml':
      'kind: glossary\nterms:\n  - id: touch\n    label:\n      en: feel\n    avoid:\n      en: [touch]\n',
  });
  const { diagnostics } = await checkContent({ contentFolder: folder, drafts: false });
  expect(lines(diagnostics)).toEqual([expect.stringContaining(`${bag}:11:1 warning glossary/avoid`)]);
  expect(await build(folder)).toEqual({ countries: ['kg'], said: [] });
});
