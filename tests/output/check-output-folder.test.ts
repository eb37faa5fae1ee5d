import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../build/cli/errors.ts';
import { checkOutputFolder } from '../../build/output/check-output-folder.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { temporaryFolder } from '../support/content.ts';

async function project(): Promise<{ root: string; content: string }> {
  const root = await temporaryFolder();
  const content = path.join(root, 'content');
  await mkdir(path.join(content, 'countries'), { recursive: true });
  await symlink(content, path.join(root, 'link'));
  return { root, content };
}

test.each([
  ['content', 'is'],
  ['content/', 'is'],
  ['link', 'is'],
  ['content/countries', 'lies in'],
  ['content/new/deep', 'lies in'],
  ['link/countries/new', 'lies in'],
  ['dist/../content/..new', 'lies in'],
  ['.', 'holds'],
  ['..', 'holds'],
])('"%s" %s the content folder', async (folder, relation) => {
  const { root, content } = await project();
  const out = `${root}/${folder}`;
  await expect(checkOutputFolder(out, content)).rejects.toThrow(
    new UsageError(
      `--out: "${out}" ${relation} the content folder "${content}". Choose a folder of its own, such as dist.`,
    ),
  );
});

test.each(['dist', 'content-dist', '../elsewhere', 'content.old/kg'])('"%s" is fine', async (folder) => {
  const { root, content } = await project();
  await expect(checkOutputFolder(path.join(root, folder), content)).resolves.toBeUndefined();
});

test.each([
  ['layer', 'is'],
  ['layer/dist', 'lies in'],
  ['.', 'holds'],
])('"%s" %s the folder of a country', async (folder, relation) => {
  const { content } = await project();
  const layer = path.join(await temporaryFolder(), 'layer');
  await mkdir(layer);
  const out = path.join(path.dirname(layer), folder);
  await expect(checkOutputFolder(out, content, new Map([['kg' as CountryCode, layer]]))).rejects.toThrow(
    new UsageError(
      `--out: "${out}" ${relation} the folder of kg "${layer}". Choose a folder of its own, such as dist.`,
    ),
  );
});

test('the folders of the project are fine', async () => {
  await expect(checkOutputFolder('dist', 'content')).resolves.toBeUndefined();
});
