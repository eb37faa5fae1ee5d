/** The editor and another program save the same file, through a real preview. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { EditorPageData } from '../../build/editor/page-data.ts';
import { contentFolder, text } from '../support/content.ts';
import { startPreview } from '../support/preview-process.ts';

const about = 'shared/pages/about/index.en.md';
const aboutWith = (body: string): string => text('title: About\nsummary: About us.\nnav: footer\n', body);

async function sitDown() {
  const content = await contentFolder();
  const preview = await startPreview(content);
  await preview.prints(/in 1 national site,/);
  const page = await preview.get('admin/');
  const [, json = ''] = /id="editor">(.*?)<\/script>/s.exec(page) ?? [];
  const { token, config } = JSON.parse(json) as EditorPageData;
  const repository = `${config.backend.api_root}/repos/local/content`;
  const ask = (address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${repository}/${address}`, { ...init, headers: { Authorization: `token ${token}` } });
  async function shaOf(file: string): Promise<string | undefined> {
    const { tree } = (await (await ask('git/trees/main?recursive=1')).json()) as {
      tree: { path: string; sha: string }[];
    };
    return tree.find((entry) => entry.path === `content/${file}`)?.sha;
  }
  return {
    file: path.join(content, about),
    get: preview.get,
    shaOf,
    save(body: string, sha: string | undefined): Promise<Response> {
      const files = [{ operation: 'update', path: `content/${about}`, content: btoa(aboutWith(body)), sha }];
      const init = { method: 'POST', body: JSON.stringify({ branch: 'main', message: 'Update', files }) };
      return ask('contents', init);
    },
    async kept(): Promise<readonly string[]> {
      const folder = path.join('.cache', 'preview', String(preview.port), 'kept');
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = entries.filter((entry) => entry.isFile());
      return Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')));
    },
  };
}

test('whoever saves at the same moment: a whole file, told to whom it belongs, and what was refused is kept', async () => {
  const { file, get, shaOf, save, kept } = await sitDown();
  for (let round = 0; round < 12; round++) {
    const [mine, theirs] = [`Mine ${round}.\n`, `Theirs ${round}.\n`];
    const sha = await shaOf(about);
    await writeFile(`${file}.new~`, aboutWith(theirs));
    // The other program is first in some rounds, and last in others.
    const saved = save(mine, sha);
    for (let turn = 0; turn < round; turn++) await get('_preview/faults');
    await rename(`${file}.new~`, file);
    const { status } = await saved;
    const onDisk = await readFile(file, 'utf8');
    expect([aboutWith(mine), aboutWith(theirs)]).toContain(onDisk);
    expect([201, 409]).toContain(status);
    if (status === 409) {
      expect(onDisk).toBe(aboutWith(theirs));
      expect(await kept()).toContain(aboutWith(mine));
    }
  }
  const last = await save('At last.\n', await shaOf(about));
  expect([last.status, await readFile(file, 'utf8')]).toEqual([201, aboutWith('At last.\n')]);
  await vi.waitFor(async () => expect(await get('kg/en/pages/about/')).toContain('<p>At last.</p>'), 20_000);
});

test('a file that is written over and over while pages are made of it is shown as it is in the end', async () => {
  const { file, get, save, shaOf } = await sitDown();
  for (let round = 0; round < 30; round++) {
    // Not at once: whoever reads between may find half of it.
    await writeFile(file, aboutWith(`Words ${round}. `.repeat(20_000 / (round + 1))));
    if (round % 5 === 0) expect(await get('kg/en/pages/about/')).toContain('<html');
  }
  await writeFile(file, aboutWith('In the end.\n'));
  await vi.waitFor(
    async () => expect(await get('kg/en/pages/about/')).toContain('<p>In the end.</p>'),
    20_000,
  );
  expect((await save('From the editor.\n', await shaOf(about))).status).toBe(201);
});
