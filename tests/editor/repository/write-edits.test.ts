import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createContentFiles, type DiskFile } from '../../../build/editor/repository/content-files.ts';
import { type Edit, writeEdits } from '../../../build/editor/repository/write-edits.ts';
import { type SourcePath, toSourcePath } from '../../../build/model/paths.ts';
import { contentFolder } from '../../support/content.ts';

const about = toSourcePath('shared/pages/about/index.en.md');
const talk = toSourcePath('shared/groups/talk/index.en.md');
const fresh = toSourcePath('shared/pages/new/index.en.md');

async function folderWithFiles() {
  const folder = await contentFolder();
  const files = createContentFiles(folder, new Map());
  const read = async (source: SourcePath): Promise<DiskFile> => {
    const file = await files.read(source);
    if (typeof file === 'string' || 'refused' in file) throw new Error(`${source} is not there`);
    return file;
  };
  return { folder, files, read };
}

const after = Buffer.from('Otherwise\n');

test('files are written, made and removed together', async () => {
  const { folder, files, read } = await folderWithFiles();
  const edits: Edit[] = [
    { source: about, before: await read(about), after },
    { source: talk, before: await read(talk), after: undefined },
    { source: fresh, before: undefined, after },
  ];
  expect(await writeEdits(edits, files)).toBeUndefined();
  expect(await readFile(path.join(folder, about), 'utf8')).toBe('Otherwise\n');
  expect(await readdir(path.join(folder, 'shared'))).toEqual(['courses', 'materials', 'pages']);
  expect(await readdir(path.join(folder, 'shared/pages/new'))).toEqual(['index.en.md']);
});

test.each([about, fresh])('when %s was written meanwhile, no file is touched', async (meanwhile) => {
  const { folder, files, read } = await folderWithFiles();
  const edits: Edit[] = [
    { source: talk, before: await read(talk), after },
    { source: about, before: await read(about), after },
    { source: fresh, before: undefined, after },
  ];
  await mkdir(path.dirname(path.join(folder, meanwhile)), { recursive: true });
  await writeFile(path.join(folder, meanwhile), 'Meanwhile\n');
  expect(await writeEdits(edits, files)).toBe(meanwhile);
  expect(await readFile(path.join(folder, meanwhile), 'utf8')).toBe('Meanwhile\n');
  expect(await readFile(path.join(folder, talk), 'utf8')).toContain('title: Talk');
  expect(await readdir(path.join(folder, 'shared/pages/about'))).toEqual(['index.en.md']);
});

test('what the disk refuses half way is taken back, with the folders made for it', async () => {
  const { folder, files, read } = await folderWithFiles();
  const before = await read(about);
  const blocked = toSourcePath('shared/pages/blocked/index.en.md');
  // A folder under the name of the file, which appears after everything was looked at.
  await mkdir(path.join(folder, blocked, 'inside'), { recursive: true });
  const blind = {
    ...files,
    stamp: async (source: SourcePath) => (source === about ? before.stamp : undefined),
  };
  const edits: Edit[] = [
    { source: about, before, after },
    { source: fresh, before: undefined, after },
    { source: blocked, before: undefined, after },
  ];
  await expect(writeEdits(edits, blind)).rejects.toThrow();
  expect(await readFile(path.join(folder, about))).toEqual(before.bytes);
  expect(await readdir(path.join(folder, 'shared/pages'))).toEqual(['about', 'blocked']);
  expect(await readdir(path.join(folder, 'shared/pages/blocked'))).toEqual(['index.en.md']);
});
