import { spawn } from 'node:child_process';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { contentFolder, temporaryFolder, text, writeContent } from '../support/content.ts';
import { freePort, listenOn, startPreview } from '../support/preview-process.ts';

const about = 'shared/pages/about/index.en.md';
const aboutWith = (body: string): string => text('title: About\nsummary: About us.\nnav: footer\n', body);

test('a page follows what is saved: faults leave the last good one, a fix loads it anew', async () => {
  const content = await contentFolder();
  const preview = await startPreview(content);
  await preview.prints(/in 1 national site,/);
  expect(await preview.get('kg/en/pages/about/')).toContain('<p>We.</p>');
  expect(await preview.get('')).toContain('href="/kg/"');

  const events = await preview.listen('kg/en/pages/about/');
  await save(content, about, 'no front matter');
  await events.until('faults');
  expect(await preview.get('kg/en/pages/about/')).toContain('<p>We.</p>');
  expect(await preview.get('_preview/faults')).toContain('front-matter/missing');

  await save(content, about, aboutWith('We, anew.\n'));
  await events.until('reload');
  expect(await preview.get('kg/en/pages/about/')).toContain('<p>We, anew.</p>');
  expect(await preview.get('_preview/faults')).not.toContain('front-matter/missing');

  expect(await preview.end('SIGINT')).toEqual({ code: 0, signal: null });
  expect(preview.stderr()).toBe('');
  await listenOn(preview.port);
});

test('the part of a country in a folder of its own is followed, and what lies in its place is not', async () => {
  const content = await contentFolder();
  const layer = path.join(await temporaryFolder(), 'layer');
  await cp(path.join(content, 'countries/kg'), layer, { recursive: true });
  const own = 'pages/own/index.en.md';
  await writeContent(layer, { [own]: text('title: Ours\nsummary: Ours alone.\n', 'Us.\n') });
  const preview = await startPreview(content, undefined, ['--country-dir', `kg=${layer}`]);
  await preview.prints(/in 1 national site,/);
  const events = await preview.listen('kg/en/pages/own/');
  await save(content, 'countries/kg/country.yml', 'no settings');
  await save(layer, own, 'no front matter');
  await events.until('faults');
  const faults = await preview.get('_preview/faults');
  expect(faults).toContain(`${layer}/${own}:1:1`);
  expect(faults).not.toContain('country.yml');
  await save(layer, own, text('title: Ours\nsummary: Ours alone.\n', 'Us, anew.\n'));
  await events.until('reload');
  expect(await preview.get('kg/en/pages/own/')).toContain('<p>Us, anew.</p>');
});

test('what a text says on other pages follows, and what comes and goes', async () => {
  const content = await contentFolder();
  const preview = await startPreview(content);
  await preview.prints(/in 1 national site,/);
  const list = await preview.listen('kg/en/materials/');
  const bag = 'shared/materials/bag/index.en.md';
  const fields = 'type: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';
  await save(content, bag, text(`title: Another bag\nsummary: A bag.\n${fields}`, 'Touch.\n'));
  await list.until('reload');
  expect(await preview.get('kg/en/materials/')).toContain('Another bag');
  const box = await preview.listen('kg/en/materials/box/');
  await mkdir(path.join(content, 'shared/materials/box'));
  await save(content, 'shared/materials/box/index.en.md', text(`title: Box\nsummary: A box.\n${fields}`));
  await box.until('reload');
  expect(await preview.get('kg/en/materials/box/')).toContain('<h1>Box</h1>');
  // Listened to before: the page may be gone before anybody asks for it.
  const gone = await preview.listen('kg/en/materials/box/');
  await rm(path.join(content, 'shared/materials/box'), { recursive: true });
  await gone.until('reload');
  expect((await fetch(`http://localhost:${preview.port}/kg/en/materials/box/`)).status).toBe(404);
});

test('hundreds of files that change at once, as another branch does, are all shown', async () => {
  const fields = 'type: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';
  const files = (title: string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [
        `shared/materials/m${at}/index.en.md`,
        text(`title: ${title} ${at}\nsummary: Of many.\n${fields}`, 'Touch.\n'),
      ]),
    );
  const content = await contentFolder(files('Before'));
  const preview = await startPreview(content);
  await preview.prints(/in 1 national site,/);
  const [first, last] = [
    await preview.listen('kg/en/materials/m0/'),
    await preview.listen('kg/en/materials/m499/'),
  ];
  await writeContent(content, files('After'));
  await Promise.all([first.until('reload'), last.until('reload')]);
  for (const at of [0, 250, 499])
    await vi.waitFor(
      async () => expect(await preview.get(`kg/en/materials/m${at}/`)).toContain(`<h1>After ${at}</h1>`),
      { timeout: 30_000 },
    );
});

test('until the content has been looked through, pages say so, and then load anew', async () => {
  const preview = await startPreview(await contentFolder());
  await preview.prints(/looking through the content/);
  const page = await preview.get('kg/');
  expect(page).toContain('The sites are being built …');
  expect(page).not.toContain('needs a look');
  await (await preview.listen('kg/', page)).until('reload');
  expect(await preview.get('')).toContain('href="/kg/"');
});

test('a change during the first look is not lost', async () => {
  const content = await contentFolder();
  const preview = await startPreview(content);
  await preview.prints(/looking through the content/);
  await preview.writes('folders');
  await save(content, about, aboutWith('We, meanwhile.\n'));
  await preview.prints(/checked in[\s\S]*checked in/);
  expect(await preview.get('kg/en/pages/about/')).toContain('<p>We, meanwhile.</p>');
});

test('faults that are there from the beginning are shown, and follows the fix', async () => {
  const content = await contentFolder({ [about]: 'no front matter' });
  const preview = await startPreview(content);
  await preview.prints(/front-matter\/missing/);
  await preview.prints(/it follows/);
  const front = await preview.get('');
  expect(front).toContain('front-matter/missing');
  // The page is the report: nothing need be laid over it.
  expect(front).toContain(' data-bare>');
  const events = await preview.listen('');
  await events.until('faults');
  await save(content, about, aboutWith('We.\n'));
  await events.until('reload');
  expect(await preview.get('')).toContain('href="/kg/"');
});

test('content that is away for a moment is a sentence, and watched again when it is back', async () => {
  const content = await contentFolder();
  const preview = await startPreview(content);
  await preview.prints(/in 1 national site,/);
  const events = await preview.listen('kg/en/pages/about/');
  await rename(content, `${content}-away`);
  await events.until('faults');
  expect(await preview.get('_preview/faults')).toContain('there is no such file or folder');
  expect(preview.stderr()).toContain(`${content}: there is no such file or folder. Check the path.\n`);
  expect(await preview.get('kg/en/pages/about/')).toContain('<p>We.</p>');
  await rename(`${content}-away`, content);
  await events.until('mended');
  await save(content, about, aboutWith('We are back.\n'));
  await events.until('reload');
  expect(await preview.get('kg/en/pages/about/')).toContain('<p>We are back.</p>');
});

test('Ctrl-C while the content is looked through ends all that was started, and the port is free', async () => {
  const preview = await startPreview(await contentFolder());
  await preview.prints(/looking through the content/);
  await preview.writes('folders');
  expect(await preview.endAll('SIGINT')).toEqual({ code: 0, signal: null });
  expect(preview.stderr()).toBe('');
  await listenOn(preview.port);
});

test('a fault of the machine during the start ends with a sentence and exit 3', async () => {
  const port = await freePort();
  const taken = await listenOn(port);
  const preview = await startPreview(await contentFolder(), port);
  expect(await preview.ended).toEqual({ code: 3, signal: null });
  expect(preview.stderr()).toContain('the port is taken by another program');
  taken.close();
});

test('a reader that leaves ends a command without a word', async () => {
  const preview = await startPreview(await contentFolder());
  await preview.prints(/looking through the content/);
  preview.closeOutput();
  expect(await preview.ended).toEqual({ code: 0, signal: null });
  expect(preview.stderr()).toBe('');

  const check = spawn(process.execPath, [
    'scripts/passport.mjs',
    'check',
    '--content',
    await contentFolder(),
  ]);
  let stderr = '';
  check.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  check.stdout.destroy();
  const code = await new Promise((resolve) => check.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

/** As editors do: whole or not at all. */
async function save(folder: string, file: string, data: string): Promise<void> {
  const hidden = path.join(folder, '.saving');
  await writeFile(hidden, data);
  await rename(hidden, path.join(folder, file));
}
