import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { contentFolder, temporaryFolder } from '../support/content.ts';

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await listFiles(folder))
    hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest('hex');
}

/** Starts a build and kills it, with all that it started, when it has said a certain line. */
function buildAndKill(args: readonly string[], word: string, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, ['scripts/build.ts', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => text.includes(word) && child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve(code)));
}

const twoContents = async (): Promise<{ content: string; changed: string }> => ({
  content: await contentFolder(),
  changed: await contentFolder({
    'shared/pages/about/index.en.md': '---\ntitle: About\nsummary: Changed.\n---\n\nNew.\n',
  }),
});

test.each(['reading', 'writing', 'indexing', 'moving'])(
  'a build that is killed while %s leaves the old site or the new one, and the next build succeeds',
  async (word) => {
    const { content, changed } = await twoContents();
    const out = await temporaryFolder();
    expect((await passport(['build', '--content', content, '--out', out])).code).toBe(0);
    const old = await fingerprint(path.join(out, 'kg'));
    await buildAndKill(['--content', changed, '--out', out], word, 'SIGKILL');
    const next = await passport(['build', '--content', changed, '--out', out]);
    expect(next.code, next.stderr).toBe(0);
    expect(await readdir(out)).toEqual(['kg']);
    const fresh = await temporaryFolder();
    await passport(['build', '--content', changed, '--out', fresh]);
    const built = await fingerprint(path.join(out, 'kg'));
    expect(built).toBe(await fingerprint(path.join(fresh, 'kg')));
    expect(built).not.toBe(old);
  },
);

test('Ctrl-C ends a build with exit 130, the old site untouched and nothing left over', async () => {
  const { content, changed } = await twoContents();
  const out = await temporaryFolder();
  await passport(['build', '--content', content, '--out', out]);
  const old = await fingerprint(path.join(out, 'kg'));
  expect(await buildAndKill(['--content', changed, '--out', out], 'writing', 'SIGINT')).toBe(130);
  expect(await readdir(out)).toEqual(['kg']);
  expect(await fingerprint(path.join(out, 'kg'))).toBe(old);
});

test('two builds at once both succeed', async () => {
  const content = await contentFolder();
  const out = await temporaryFolder();
  const [a, b] = await Promise.all([
    passport(['build', '--content', content, '--out', out]),
    passport(['build', '--content', content, '--out', out]),
  ]);
  expect([a.code, b.code], a.stderr + b.stderr).toEqual([0, 0]);
  expect(await readdir(out)).toEqual(['kg']);
});

test('faulty content publishes nothing, and says so with exit 1', async () => {
  const content = await contentFolder();
  const out = await temporaryFolder();
  await passport(['build', '--content', content, '--out', out]);
  const old = await fingerprint(path.join(out, 'kg'));
  const faulty = await contentFolder({ 'shared/pages/about/index.en.md': 'no front matter' });
  const { code, stderr } = await passport(['build', '--content', faulty, '--out', out]);
  expect(code).toBe(1);
  expect(stderr).toContain('shared/pages/about/index.en.md:1:1 error front-matter/missing');
  expect(await fingerprint(path.join(out, 'kg'))).toBe(old);
});

test('a folder that cannot be written to is a sentence and exit 3', async () => {
  const content = await contentFolder();
  const file = path.join(await temporaryFolder(), 'a-file');
  await writeFile(file, '');
  const blocked = path.join(file, 'dist');
  const { code, stderr } = await passport(['build', '--content', content, '--out', blocked]);
  expect(code).toBe(3);
  expect(stderr).toContain('a file stands where a folder is needed');
  expect(stderr).not.toMatch(/\n\s+at /);
});
