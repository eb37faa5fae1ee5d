/**
 * Texts that would run, in every field, body, name and word: refused at their place, or harmless on every page in a real browser.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostic.ts';
import { buildSites } from '../../build/pipeline.ts';
import type { SchemaName } from '../../build/schema/schemas.ts';
import { validatorOf } from '../../build/validate/validators.ts';
import { launchBrowser } from '../browser/browser.ts';
import { listFiles, type SiteServer, serveSites } from '../support/built-sites.ts';
import { check, type Files, lines, writeContent } from '../support/content.ts';
import { constructs } from './xss/constructs.ts';
import {
  cover,
  fewestTurns,
  frontMatter,
  plantedContent,
  plantedFields,
  plantedStrings,
  yaml,
} from './xss/planted-content.ts';
import { closedFields, type Json, payloads, plausible, withValue } from './xss/planting.ts';

const entryFiles = {
  course: 'shared/courses/c0/index.en.md',
  lesson: 'shared/courses/c0/l/index.en.md',
  material: 'shared/materials/m0/index.en.md',
  group: 'shared/groups/g0/index.en.md',
  page: 'shared/pages/p0/index.en.md',
} as const;
const settingsFiles = {
  country: 'countries/kg/country.yml',
  site: 'site.yml',
  framework: 'taxonomy/frameworks/play-first.yml',
} as const;

/** The faults of planted content with one file written otherwise: of what stands beside it, a few texts do. */
async function faultsOf(file: string, content: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await check({ ...plantedContent([], fewestTurns), [file]: content });
  return diagnostics.filter(({ severity }) => severity === 'error');
}

interface PlantedField {
  readonly pointer: readonly string[];
  readonly value: string;
}

/** Those of the fields, all planted in one text, at whose line a fault is found. */
async function refusedFields(
  kind: SchemaName,
  file: string,
  tried: readonly PlantedField[],
): Promise<(readonly string[])[]> {
  const fields = tried.reduce<Json | undefined>(
    (before, { pointer, value }) => withValue(before, pointer, value),
    plantedFields(kind, 0),
  );
  const written = file.endsWith('.yml') ? yaml(fields) : frontMatter(fields, '');
  const texts = written.split('\n');
  const found = new Set((await faultsOf(file, written)).map((fault) => `${fault.file}:${fault.line}`));
  const lineOf = (name = ''): number => texts.findIndex((text) => text.startsWith(`${name}:`)) + 1;
  return tried.map(({ pointer }) => pointer).filter(([name]) => found.has(`${file}:${lineOf(name)}`));
}

test('the planted content has no fault of its own', async () => {
  expect(await faultsOf('site.yml', yaml(plantedFields('site', 0)))).toEqual([]);
});

test.each(payloads.filter((payload) => payload.includes('<')))(
  'rules of a community, which are Markdown: %s',
  async (payload) => {
    const fields = withValue(plantedFields('group', 0), ['rules'], payload);
    const [fault] = await faultsOf(entryFiles.group, frontMatter(fields, ''));
    const line =
      yaml(fields)
        .split('\n')
        .findIndex((text) => text.startsWith('rules:')) + 2;
    expect([fault?.code, fault?.file, fault?.line]).toEqual(['markdown/raw-html', entryFiles.group, line]);
  },
);

describe('what is not open to any text refuses it at its place', () => {
  const kinds = [...Object.entries(entryFiles), ...Object.entries(settingsFiles)] as [
    keyof typeof entryFiles,
    string,
  ][];
  const rounds = kinds.flatMap(([kind, file]) => {
    const planted = closedFields(validatorOf(kind).schema).map((field, index) => ({
      pointer: field.pointer,
      values: [payloads[index % payloads.length] ?? '', ...plausible(field)],
    }));
    const most = Math.max(...planted.map(({ values }) => values.length));
    return Array.from({ length: most }, (_, round) => ({ kind, file, round, planted }));
  });

  test.each(rounds)('$kind, value $round of every such field', async ({ kind, file, round, planted }) => {
    const tried = planted.flatMap(({ pointer, values }) =>
      values[round] === undefined ? [] : [{ pointer, value: values[round] }],
    );
    expect(tried).not.toEqual([]);
    const together = await refusedFields(kind, file, tried);
    // What other texts say of a field is looked at where nothing else is wrong.
    for (const field of tried.filter(({ pointer }) => !together.includes(pointer)))
      expect(await refusedFields(kind, file, [field]), field.value).toEqual([field.pointer]);
  });

  test.each(['<script>', 'constructor', '__proto__'])('an unknown field %s', async (name) => {
    const content = frontMatter(plantedFields('page', 0), '').replace(
      '---\n',
      `---\n${JSON.stringify(name)}: 1\n`,
    );
    const found = await faultsOf(entryFiles.page, content);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toContain(`${entryFiles.page}:2`);
  });

  test('a tag of a language', async () => {
    const content = yaml({
      ...(plantedFields('site', 0) as object),
      name: { '<script>alert(1)</script>': 'x', en: 'y' },
    });
    const found = await faultsOf('site.yml', content);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toContain('site.yml:2');
  });

  test('a place in a word of the interface that its word in English does not have', async () => {
    const strings = plantedStrings('ru', 3, 0).replace(/(?<=msgid "Courses"\nmsgstr ").*(?=")/, payloads[6]);
    const [fault] = await faultsOf('strings/ru.po', strings);
    const line = strings.split('\n').indexOf('msgid "Courses"') + 1;
    expect([fault?.file, fault?.line]).toEqual(['strings/ru.po', line]);
  });

  test.each([
    'shared/pages/p0/"><img src=x onerror=alert(1)>.svg',
    `shared/pages/p0/'-alert(1)-'.svg`,
    'shared/pages/javascript:alert(1)/index.en.md',
    'shared/pages/{{constructor}}/index.en.md',
    'shared/pages/<svg onload=alert(1)>/index.en.md',
    'strings/"><script>.po',
    `taxonomy/${payloads[7]}.yml`,
    'countries/"><b>/country.yml',
  ])('the name of %s', async (file) => {
    const content = file.endsWith('.svg') ? cover : frontMatter(plantedFields('page', 0), '');
    const found = await faultsOf(file, content);
    expect(found.map((fault) => fault.file)).toContain(file);
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:alert(1)"><path/></a></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><p>x</p></foreignObject></svg>',
  ])('a picture %s', async (picture) => {
    const found = await faultsOf('shared/pages/p0/cover.svg', picture);
    expect(lines(found).join('\n')).toContain('cover.svg');
  });
});

describe('what is accepted is harmless', () => {
  let folder: string;
  let files: readonly string[];
  let server: SiteServer;
  let browser: Browser;
  let acceptedCount = 0;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'passport-xss-'));
    const bodies = await acceptedBodies();
    const content: Files = plantedContent(bodies);
    await writeContent(path.join(folder, 'content'), content);
    const out = path.join(folder, 'sites');
    const { diagnostics, sites } = await buildSites({
      contentFolder: path.join(folder, 'content'),
      out,
      drafts: false,
    });
    if (sites.length === 0)
      throw new Error(lines(diagnostics.filter(({ severity }) => severity === 'error')).join('\n'));
    files = await listFiles(out);
    [server, browser] = await Promise.all([serveSites(out), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** For each text a body of all constructs that Markdown accepts with it; each refusal has its place. */
  async function acceptedBodies(): Promise<string[]> {
    const all = payloads.map((payload) => constructs.map((construct, number) => construct(payload, number)));
    const name = (turn: number, number: number): string => `shared/pages/t${turn}-${number}/index.en.md`;
    const pages = all.flatMap((bodies, turn) =>
      bodies.map(
        (body, number) => [name(turn, number), frontMatter({ title: 'T', summary: 'S' }, body)] as const,
      ),
    );
    const extra = pages.map(([file]) => [file.replace('index.en.md', 'cover.svg'), cover] as const);
    const base = plantedContent([]);
    const { diagnostics } = await checkIn(folder, { ...base, ...Object.fromEntries([...pages, ...extra]) });
    const faults = diagnostics.filter(({ severity }) => severity === 'error');
    const refused = new Set<string>(faults.map(({ file }) => file));
    expect(faults.filter(({ line }) => line < 6)).toEqual([]);
    acceptedCount = pages.filter(([file]) => !refused.has(file)).length;
    return all.map((bodies, turn) =>
      bodies.filter((_, number) => !refused.has(name(turn, number))).join('\n\n'),
    );
  }

  async function checkIn(parent: string, content: Files) {
    const { checkContent } = await import('../../build/pipeline.ts');
    const target = path.join(parent, 'tried');
    await writeContent(target, content);
    return checkContent({ contentFolder: target, drafts: false });
  }

  const pages = (): readonly string[] => files.filter((file) => file.endsWith('.html'));

  /** Opens every page, and returns what moved, what the policy had to refuse, and what lives in the page that we did not write. */
  async function alive(options: BrowserContextOptions): Promise<string[]> {
    const context = await browser.newContext(options);
    const found: string[] = [];
    await context.addInitScript('globalThis.alert = () => { globalThis.__xss = true; };');
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      found.push(`${page.url()}: a dialog`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) found.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => found.push(`${page.url()}: ${error}`));
    for (const file of pages()) {
      await page.goto(server.url + file);
      found.push(...(await page.evaluate<string[]>(foreignParts)).map((part) => `${file}: ${part}`));
    }
    await context.close();
    return found;
  }

  test('with the policy of each page, which has nothing to refuse', async () => {
    expect(pages().length).toBeGreaterThan(100);
    expect(await alive({})).toEqual([]);
  });

  test('and without it: escaping alone is enough', async () => {
    expect(await alive({ bypassCSP: true })).toEqual([]);
  });

  test('in what a search finds', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(
      `${server.url}kg/en/search/?q=${encodeURIComponent('<script>alert(1)</script> onerror')}`,
    );
    await page.locator('#results[data-state=done] a').first().waitFor();
    expect(await page.evaluate<string[]>(foreignParts)).toEqual([]);
    expect(said.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
    await page.close();
  });

  test('every text is shown as its author wrote it, so that it was there to be escaped', async () => {
    expect(acceptedCount).toBeGreaterThan(payloads.length * 10);
    const page = await browser.newPage();
    await page.goto(`${server.url}kg/en/materials/m0/`);
    const shown = (await page.textContent('html')) ?? '';
    for (const payload of payloads.filter((text) => !/["']/.test(text))) expect(shown).toContain(payload);
    await page.close();
  });

  test('in the data, feeds, sitemaps and manifests, which can all be read', async () => {
    const page = await browser.newPage();
    const others = files.filter((file) => /\.(?:xml|webmanifest)$/.test(file));
    const unreadable: string[] = [];
    for (const file of [...pages(), ...others]) {
      const content = await readFile(path.join(folder, 'sites', file), 'utf8');
      const type = path.extname(file).slice(1);
      const fault = await page
        .evaluate<string | undefined>(
          `(${readInBrowser})(${JSON.stringify(content)}, ${JSON.stringify(type)})`,
        )
        .catch(String);
      if (fault !== undefined) unreadable.push(`${file}: ${fault}`);
    }
    expect(others.length).toBeGreaterThan(5);
    expect(unreadable).toEqual([]);
    await page.close();
  });
});

/** Parses a file as its readers do; runs in the browser. */
const readInBrowser = `(content, type) => {
  if (type === 'webmanifest') return void JSON.parse(content);
  const parsed = new DOMParser().parseFromString(content, type === 'xml' ? 'application/xml' : 'text/html');
  const foreign = type === 'xml' && parsed.querySelector('parsererror, script, img, svg');
  if (foreign) return foreign.outerHTML;
  for (const script of parsed.querySelectorAll('script[type="application/ld+json"]')) JSON.parse(script.textContent);
}`;

/** What no template of ours writes; runs in the browser. */
const foreignParts = `(() => {
  const found = [];
  if (globalThis.__xss) found.push('a script ran');
  if (document.querySelectorAll('style').length !== 1) found.push('another sheet');
  if (document.querySelectorAll('title, main').length !== 2) found.push('another title or main');
  for (const element of document.querySelectorAll('*')) {
    const say = (what) => found.push(what + ': ' + element.outerHTML.slice(0, 200));
    if (/^(iframe|object|embed|base|frame|link-x|template|foreignObject)$/i.test(element.localName)) say('element');
    if (element.localName === 'script' && element.type !== 'application/ld+json' && !/\\/assets\\/[\\w.-]+\\.js$/.test(element.src)) say('script');
    if (element.localName === 'img' && !/\\/assets\\/[\\w.-]+$/.test(element.src)) say('picture');
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') say('attribute ' + name);
      if (!/^[a-z-]+$/.test(name) && element.namespaceURI.endsWith('xhtml')) say('attribute ' + name);
      if (/^(href|src|action|formaction|xlink:href)$/.test(name) && /^[\\s\\x00-\\x1f]*(javascript|data|vbscript):/i.test(value)) say('address');
    }
  }
  return found;
})()`;
