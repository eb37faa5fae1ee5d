/** The editor of a real preview in a real browser: what an author sees, and what is then in her files. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { passport, runCommand } from '../support/command.ts';
import { type SpawnedPreview, spawnPreview } from '../support/spawn-preview.ts';

let browser: Browser;
let preview: SpawnedPreview;
/** A working copy of Git with our own catalogue, as an author checked it out. */
let top: string;

beforeAll(async () => {
  top = await mkdtemp(path.join(os.tmpdir(), 'passport-'));
  await cp('content', path.join(top, 'content'), { recursive: true });
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'As it was');
  await git('tag', 'as-it-was');
  [browser, preview] = await Promise.all([launchBrowser(), spawnPreview(path.join(top, 'content'))]);
});
afterAll(async () => {
  await Promise.all([browser.close(), preview.end()]);
  await rm(top, { recursive: true, force: true });
});

async function git(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand('git', ['-C', top, ...author, ...args]);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** What a test asks of a textarea in the browser. */
interface TextArea {
  readonly value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

interface Desk {
  readonly page: Page;
  /** Of the preview, with a slash at its end. */
  readonly url: string;
  /** The content folder, in a working copy of Git. */
  readonly content: string;
  /** What must not happen: failed requests, requests to elsewhere, errors. */
  readonly strays: string[];
  /** Versions that were not to be lost, of this author. */
  readonly kept: () => Promise<string[]>;
  /** Opens a place of the editor: `materials/new` of everybody's texts, or of those of a country. */
  open(place: string, country?: string): Promise<void>;
}

/** An author at her desk, with everything as it was at first. */
async function sitDown(): Promise<Desk> {
  await git('reset', '--quiet', '--hard', 'as-it-was');
  await git('clean', '--quiet', '--force', '-d');
  const { url } = preview;
  const keptBefore = await keptFiles();
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const strays: string[] = [];
  page.on('pageerror', (error) => strays.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Pictures of a list that is left before it has them.
    if (why !== 'net::ERR_ABORTED') strays.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(url))
      strays.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) strays.push(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    url,
    content: path.join(top, 'content'),
    strays,
    kept: async () => {
      const files = (await keptFiles()).filter((file) => !keptBefore.includes(file));
      return Promise.all(files.map((file) => readFile(file, 'utf8')));
    },
    async open(place, country) {
      // Another page, and not another place of the one that is open.
      await page.goto('about:blank');
      await page.goto(`${url}admin/${country === undefined ? '' : `${country}/`}#/collections/${place}`);
      await page.locator('.pane[data-mode=edit]').first().waitFor();
    },
  };
}

async function keptFiles(): Promise<string[]> {
  const folder = path.join('.cache', 'preview', new URL(preview.url).port, 'kept');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

const author = [
  '-c',
  'user.name=An author',
  '-c',
  'user.email=author@example.org',
  '-c',
  'core.quotepath=off',
];

/** Of what has a name, as Sveltia labels it. */
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true }).first();
const body = (page: Page): Locator => page.locator('.pane[data-mode=edit] .passport-body textarea').first();
const faultsOf = (page: Page): Locator => page.locator('.pane[data-mode=edit] .passport-faults').first();
const saveButton = (page: Page): Locator => page.getByRole('button', { name: 'Save' });

/** What is marked in the text, and how far down it and the middle of its area are, from 0 to 1. */
const placeIn = (page: Page) =>
  body(page).evaluate((area: TextArea) => ({
    marked: area.value.slice(area.selectionStart, area.selectionEnd),
    inText: area.selectionStart / area.value.length,
    inMiddleOfArea: (area.scrollTop + area.clientHeight / 2) / area.scrollHeight,
  }));

/** Scrolls to the end of the form: its fields come into being when they are seen. */
async function toTheEnd(page: Page): Promise<void> {
  await page.locator('.pane[data-mode=edit]').first().hover();
  while (!(await body(page).isVisible())) await page.mouse.wheel(0, 800);
  await body(page).scrollIntoViewIfNeeded();
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Saves, and waits until it has been done. */
async function save(page: Page): Promise<void> {
  await saveButton(page).click();
  await page.getByText('Entry saved.').waitFor();
}

const picture = {
  name: 'stones.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 10"><circle cx="8" cy="5" r="4" fill="#754"/></svg>',
  ),
};

test('a material with a picture, in Kyrgyz: broken, mended, saved, and on its page', async () => {
  const { page, content, strays, open } = await sitDown();
  const get = async (address: string): Promise<string> => (await fetch(preview.url + address)).text();
  await open('materials/new', 'kg');
  await field(page, 'Title').fill('Таштар менен санайбыз');
  await field(page, 'Summary').fill('Балдар беш ташты санап, кайсынысы көп экенин айтышат.');
  await page.getByRole('radio', { name: 'Draft' }).click();
  await choose(page, 'Type', 'Activity');
  await choose(page, 'Domains', 'Thinking and discovery');
  await page.locator('.sidebar').getByRole('textbox').fill('counting-stones');
  await toTheEnd(page);
  await body(page).fill('Столго беш таш коюңуз.\n\n::: quiz\nКанча таш?\n:::\n');
  const fault =
    'this quiz has no name, under which answers are kept – write ::: quiz #q1, with the same name in every language';
  await faultsOf(page).getByText(fault, { exact: true }).click();
  expect((await placeIn(page)).marked).toBe('::: quiz');
  await saveButton(page).click();
  await page.getByText('One field has an error. Please correct it to save the entry.').waitFor();
  expect(await git('status', '--short')).toBe('');

  await body(page).fill('Столго беш таш коюңуз.\n');
  await page.locator('.passport-tools input[type=file]').first().setInputFiles(picture);
  await expect.poll(() => body(page).inputValue()).toContain('](blob:');
  await body(page).fill((await body(page).inputValue()).replace('What the picture shows', 'Беш күрөң таш'));
  await page.frameLocator('iframe').first().getByRole('img', { name: 'Беш күрөң таш' }).waitFor();
  expect(await faultsOf(page).textContent()).toBe('');
  await save(page);

  const folder = path.join(content, 'countries/kg/materials/counting-stones');
  expect(await readdir(folder)).toEqual(['index.ky.md', 'stones.svg']);
  expect(await readFile(path.join(folder, 'index.ky.md'), 'utf8')).toBe(`---
title: Таштар менен санайбыз
summary: Балдар беш ташты санап, кайсынысы көп экенин айтышат.
status: draft
type: activity
ages:
  fromMonths: 36
  toMonths: 72
domains:
  - cognition
---

Столго беш таш коюңуз.

![Беш күрөң таш](stones.svg)
`);
  expect(await git('status', '--short', '-uall')).toBe(
    '?? content/countries/kg/materials/counting-stones/index.ky.md\n?? content/countries/kg/materials/counting-stones/stones.svg\n',
  );
  const { code, stdout } = await passport(['check', '--content', content]);
  expect({ code, errors: /\d+ errors?/.exec(stdout)?.[0] }).toEqual({ code: 0, errors: '0 errors' });
  await expect
    .poll(() => get('kg/ky/materials/counting-stones/'), { timeout: 30_000 })
    .toContain('Таштар менен санайбыз</h1>');
  expect(strays).toEqual([]);
});

test('a message leads to its place in a long text', async () => {
  const { page, open } = await sitDown();
  await open('lessons-play/entries/observing-play/index');
  await toTheEnd(page);
  const text = await body(page).inputValue();
  await body(page).fill(text.replace('::: quiz #q1', '::: quiz'));
  for (const end of ['start', 'end']) {
    await body(page).evaluate((area, from) => {
      area.setSelectionRange(0, 0);
      area.scrollTo({ top: from === 'start' ? 0 : area.scrollHeight, behavior: 'instant' });
    }, end);
    await faultsOf(page).getByText('this quiz has no name').click();
    const place = await placeIn(page);
    expect(place.marked).toBe('::: quiz');
    expect(place.inMiddleOfArea).toBeCloseTo(place.inText, 1);
  }
});

test('an edited title is one line of a difference, and nothing else', async () => {
  const { page, strays, open } = await sitDown();
  for (const [place, file, country] of [
    ['lessons-play/entries/why-play/index', 'shared/courses/play/why-play/index.en.md'],
    ['pages/entries/this-edition/index', 'countries/kg/pages/this-edition/index.ky.md', 'kg'],
  ] as const) {
    await open(place, country);
    await field(page, 'Title').fill('Another title');
    await save(page);
    const difference = await git('diff', '--unified=0', '--no-color');
    const changed = difference.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
    expect([file, ...changed]).toEqual([file, expect.stringMatching(/^-title: /), '+title: Another title']);
    expect(difference).toContain(`a/content/${file}`);
    await git('commit', '--quiet', '--all', '--message', file);
  }
  expect(strays).toEqual([]);
});

test('a page is edited in its language, and the page beside the form is in the language of the form', async () => {
  const { page, url } = await sitDown();
  const isShown = (title: string): Promise<void> =>
    page.frameLocator('iframe').first().getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goto(`${url}kg/ru/materials/ten-minutes-of-play/`);
  await page.getByText(/ on 2G$/).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await isShown('Десять минут игры');
  expect(await field(page, 'Title').inputValue()).toBe('Десять минут игры');
  await page.getByRole('combobox', { name: 'Switch Locale' }).first().click();
  await page.getByRole('option', { name: 'Kyrgyz' }).click();
  await isShown('Он мүнөт оюн');
});

test('words are written in the middle of a text, and behind what the menu inserts', async () => {
  const { page, content, strays, open } = await sitDown();
  const file = path.join(content, 'shared/materials/treasure-bag/index.en.md');
  const before = await readFile(file, 'utf8');
  await open('materials/entries/treasure-bag/index');
  await toTheEnd(page);
  const text = await body(page).inputValue();
  await body(page).press('Control+Home');
  for (const _ of '## ') await body(page).press('ArrowRight');
  await body(page).pressSequentially('Quickly written ');
  expect(await body(page).inputValue()).toBe(`${text.slice(0, 3)}Quickly written ${text.slice(3)}`);
  await body(page).press('Control+Home');
  await page.getByRole('combobox', { name: 'Insert' }).first().selectOption('tip');
  await body(page).pressSequentially('Behind it.\n\n');
  await save(page);
  const [fields = ''] = /^---\n[\s\S]*?\n---\n\n/.exec(before) ?? [];
  const saved = (await readFile(file, 'utf8')).slice(fields.length);
  expect(saved).toMatch(/^::: tip\n[\s\S]*?\n:::\n+Behind it\.\n/);
  expect(saved.endsWith(`${text.slice(0, 3)}Quickly written ${text.slice(3)}\n`)).toBe(true);
  expect(strays).toEqual([]);
});

test('a text that is not in the first language of its country is changed, and changed again', async () => {
  const { page, content, strays, open } = await sitDown();
  const file = 'countries/kg/materials/bag-of-stones/index.ru.md';
  const fields =
    'summary: Дети трогают камни и рассказывают.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\n';
  const text = `---\ntitle: Мешок\n${fields}domains:\n  - cognition\n---\n\nДайте каждому камень.\n`;
  await mkdir(path.dirname(path.join(content, file)));
  await writeFile(path.join(content, file), text);
  await open('materials/entries/bag-of-stones/index', 'kg');
  for (const title of ['Мешок камней', 'Мешочек']) {
    await page.getByRole('radio', { name: 'Russian' }).first().click();
    await field(page, 'Title').fill(title);
    await save(page);
    await expect.poll(() => readFile(path.join(content, file), 'utf8')).toBe(text.replace('Мешок', title));
    // In the list, to which a save leads.
    await page.getByRole('row').filter({ hasText: title }).click();
    await page.locator('.pane[data-mode=edit]').first().waitFor();
  }
  expect(await git('status', '--short', '-uall')).toBe(`?? content/${file}\n`);
  expect(strays).toEqual([]);
});

test('a new translation records the original; no other file appears', async () => {
  const { page, content, open } = await sitDown();
  await open('materials/entries/treasure-bag/index');
  expect(await git('status', '--short')).toBe('');
  await page.getByRole('combobox', { name: 'Switch Locale' }).first().click();
  await page.getByRole('option', { name: /Uzbek.*Cyrillic/ }).click();
  await page.getByRole('button', { name: /Enable .*Uzbek/ }).click();
  await field(page, 'Title').fill('Сирли халтача');
  await field(page, 'Summary').fill('Болалар буюмларни пайпаслаб танийдилар.');
  await toTheEnd(page);
  await body(page).fill('Қопчадан бирор нарсани олинг.');
  await save(page);
  const file = 'shared/materials/treasure-bag/index.uz-Cyrl.md';
  expect(await git('status', '--short', '-uall')).toBe(`?? content/${file}\n`);
  expect(await readFile(path.join(content, file), 'utf8')).toMatch(
    /^---\ntitle: Сирли халтача\nsummary: .*\n(?:.+\n)*?translation:\n {2}of: en\n {2}by: human\n {2}reviewed: false\n {2}hash: [0-9a-f]{16}\n---\n\nҚопчадан/,
  );
});

test('a change in another language than the first of the country is one file', async () => {
  const { page, content, strays, open } = await sitDown();
  await open('changes-materials/new', 'kg');
  await page.locator('.sidebar').getByRole('textbox').fill('ten-minutes-of-play');
  await page.getByRole('radio', { name: 'Russian' }).first().click();
  await page.getByRole('button', { name: /Enable .*Russian/ }).click();
  await field(page, 'Title').fill('Десять минут вместе');
  await save(page);
  const file = 'countries/kg/materials/ten-minutes-of-play/index.ru.patch.md';
  expect(await git('status', '--short', '-uall')).toBe(`?? content/${file}\n`);
  expect(await readFile(path.join(content, file), 'utf8')).toMatch(
    /^---\ntitle: Десять минут вместе\nbasedOn: [0-9a-f]{16}\n---\n$/,
  );
  expect(strays).toEqual([]);
});

test('a file that was saved elsewhere meanwhile is not lost, nor is what stands in the form', async () => {
  const { page, content, open, kept } = await sitDown();
  await open('materials/entries/treasure-bag/index');
  await field(page, 'Title').fill('From the form');
  const file = path.join(content, 'shared/materials/treasure-bag/index.en.md');
  const elsewhere = (await readFile(file, 'utf8')).replace(/^title: .*$/m, 'title: From elsewhere');
  await writeFile(file, elsewhere);
  await saveButton(page).click();
  const dialog = page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .filter({ hasText: /changed|modified/i });
  await dialog.waitFor();
  expect(await readFile(file, 'utf8')).toBe(elsewhere);
  expect(await field(page, 'Title').inputValue()).toBe('From the form');
  await dialog.getByRole('button', { name: /Save Anyway/i }).click();
  await page.getByText('Entry saved.').waitFor();
  expect(await readFile(file, 'utf8')).toContain('title: From the form');
  expect(await kept()).toEqual([elsewhere]);
});
