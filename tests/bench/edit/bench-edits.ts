/**
 * Measures the loop of an author: from writing a file to the changed page being served by `npm start`.
 *
 * In: how many pages the sites have. A made-up tree is previewed by the program itself, in a process of its own; one lesson after the
 * other is edited, and its page is asked for until it shows the edit.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generateContent } from '../content/generate-content.ts';
import { type Summary, summarise } from '../measure/statistics.ts';
import { editedLanguage, translatedLessons } from '../own/edit-lesson.ts';

export interface EditBenchOptions {
  /** An empty folder. */
  readonly work: string;
  readonly pages: number;
  readonly seed: number;
  readonly edits: number;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

export interface EditReport {
  readonly pages: number;
  /** Texts of lessons, in all languages. */
  readonly lessons: number;
  /** From the start of the program until any page is served. */
  readonly readyMs: { readonly first: number; readonly again: number };
  readonly cases: readonly EditCase[];
}

export interface EditCase {
  readonly name: string;
  readonly summary: Summary;
}

const country = 'kg';
/** The first edits are made with code that is not compiled yet. */
const warmingUp = 2;
/** An author looks at what she has saved. */
const pauseMs = 400;

export async function benchEdits({
  work,
  pages,
  seed,
  edits,
  signal,
  onProgress,
}: EditBenchOptions): Promise<EditReport> {
  const content = path.join(work, 'content');
  onProgress(`writing texts for ${pages} pages …`);
  await generateContent({ folder: content, pages, seed });
  const lessons = await translatedLessons(content);
  onProgress('starting the preview …');
  const first = await startPreview(content, signal);
  await first.end();
  const preview = await startPreview(content, signal);
  try {
    const cases: EditCase[] = [];
    for (const { name, edit, pageOf } of editCases) {
      onProgress(`editing ${name} …`);
      const times: number[] = [];
      for (let at = 0; at < edits + warmingUp; at++) {
        const file = lessons[at % lessons.length];
        if (file === undefined) throw new TypeError('the tree has no lesson to edit');
        const mark = `Правка${letters(cases.length * 1000 + at)}`;
        const changed = edit(await readFile(file, 'utf8'), mark);
        const address = preview.url + pageOf(path.relative(content, path.dirname(file)));
        const startMs = performance.now();
        await writeFile(file, changed);
        await untilServed(address, mark, signal);
        times.push(performance.now() - startMs);
        await setTimeout(pauseMs, undefined, { signal });
      }
      cases.push({ name, summary: summarise(times.slice(warmingUp)) });
    }
    const readyMs = { first: first.readyMs, again: preview.readyMs };
    return { pages, lessons: await countLessons(content), readyMs, cases };
  } finally {
    await preview.end();
  }
}

const siteFolder = (folder: string): string => folder.replaceAll('\\', '/').replace(/^shared\//, '');

const editCases = [
  {
    name: 'the text of a lesson, on its page',
    edit: (source: string, mark: string) => `${source.trimEnd()}\n\n${mark}.\n`,
    pageOf: (folder: string) => `${country}/${editedLanguage}/${siteFolder(folder)}/`,
  },
  {
    name: 'the title of a lesson, on its page',
    edit: (source: string, mark: string) => source.replace(/^title: .*$/m, `title: ${mark}`),
    pageOf: (folder: string) => `${country}/${editedLanguage}/${siteFolder(folder)}/`,
  },
  {
    name: 'the title of a lesson, in the list of its course',
    edit: (source: string, mark: string) => source.replace(/^title: .*$/m, `title: ${mark}`),
    pageOf: (folder: string) => `${country}/${editedLanguage}/${siteFolder(path.dirname(folder))}/`,
  },
] as const;

/** A word of its own for each number, of letters alone: digits would be set with spaces. */
const letters = (number: number): string =>
  [...String(number)].map((digit) => 'абвгдежзик'.charAt(Number(digit))).join('');

async function untilServed(address: string, mark: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    if ((await answer.text()).includes(mark)) return;
  }
}

async function countLessons(content: string): Promise<number> {
  return (await translatedLessons(content, '')).length;
}

async function startPreview(content: string, signal: AbortSignal) {
  const port = await freePort();
  const startMs = performance.now();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../../scripts/passport.mjs', import.meta.url)),
      'start',
      '--content',
      content,
      '--port',
      String(port),
    ],
    { cwd: path.dirname(content), stdio: ['ignore', 'pipe', 'inherit'], signal },
  );
  await printed(child, /, checked in/);
  return {
    url: `http://localhost:${port}/`,
    readyMs: performance.now() - startMs,
    async end() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function printed(child: ChildProcess, wanted: RegExp): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (wanted.test(output)) resolve();
    });
    child.once('close', () => reject(new Error(`the preview ended: ${output}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
