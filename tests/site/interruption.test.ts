import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { contentFolder, minimalContent, temporaryFolder, writeContent } from '../support/content.ts';

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await listFiles(folder))
    hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest('hex');
}

/** Starts a build and kills it, with all that it started, when it has said a certain line. */
function buildAndKill(args: readonly string[], word: string, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, ['scripts/passport.mjs', 'build', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => text.includes(word) && child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve(code)));
}

const changedPage = {
  'shared/pages/about/index.en.md': '---\ntitle: About\nsummary: Changed.\n---\n\nNew.\n',
};

/** Sites of the content as it is and as it was changed, built once, and their fingerprints. */
const built = { folder: '', changedContent: '', old: '', changed: '' };

beforeAll(async () => {
  built.folder = await mkdtemp(path.join(os.tmpdir(), 'passport-'));
  const at = (name: string): string => path.join(built.folder, name);
  built.changedContent = at('changed-content');
  await writeContent(at('content'), minimalContent);
  await writeContent(built.changedContent, { ...minimalContent, ...changedPage });
  for (const [content, site] of [
    ['content', 'old'],
    ['changed-content', 'changed'],
  ] as const) {
    const { code, stderr } = await passport(['build', '--content', at(content), '--out', at(site)]);
    expect(code, stderr).toBe(0);
    built[site] = await fingerprint(path.join(at(site), 'kg'));
  }
  expect(built.changed).not.toBe(built.old);
});
afterAll(() => rm(built.folder, { recursive: true, force: true }));

/** A folder with the old site. */
async function publishedOld(): Promise<string> {
  const out = await temporaryFolder();
  await cp(path.join(built.folder, 'old'), out, { recursive: true });
  return out;
}

test.each(['reading', 'writing', 'indexing', 'moving'])(
  'a build that is killed while %s leaves the old site or the new one, and the next build succeeds',
  async (word) => {
    const out = await publishedOld();
    await buildAndKill(['--content', built.changedContent, '--out', out], word, 'SIGKILL');
    const next = await passport(['build', '--content', built.changedContent, '--out', out]);
    expect(next.code, next.stderr).toBe(0);
    expect(await readdir(out)).toEqual(['kg']);
    expect(await fingerprint(path.join(out, 'kg'))).toBe(built.changed);
  },
);

test('Ctrl-C ends a build with exit 130, the old site untouched and nothing left over', async () => {
  const out = await publishedOld();
  expect(await buildAndKill(['--content', built.changedContent, '--out', out], 'writing', 'SIGINT')).toBe(
    130,
  );
  expect(await readdir(out)).toEqual(['kg']);
  expect(await fingerprint(path.join(out, 'kg'))).toBe(built.old);
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
  const out = await publishedOld();
  const faulty = await contentFolder({ 'shared/pages/about/index.en.md': 'no front matter' });
  const { code, stderr } = await passport(['build', '--content', faulty, '--out', out]);
  expect(code).toBe(1);
  expect(stderr).toContain('shared/pages/about/index.en.md:1:1 error front-matter/missing');
  expect(await fingerprint(path.join(out, 'kg'))).toBe(built.old);
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
