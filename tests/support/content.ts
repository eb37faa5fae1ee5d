/**
 * Small content folders for tests: real files in a temporary folder.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostic.ts';
import { type CheckedContent, checkContent } from '../../build/pipeline.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The smallest content without a fault: one country, one of each kind, English and Russian. */
export const minimalContent: Files = {
  'site.yml': 'sourceLanguage: en\nname:\n  en: Learning Passport\n  ru: Паспорт обучения\n',
  'taxonomy/domains.yml': taxonomy('domain', ['language-literacy', 'cognition']),
  'taxonomy/material-types.yml': taxonomy('material-type', ['activity', 'story']),
  'taxonomy/settings.yml': taxonomy('setting', ['home', 'classroom']),
  'taxonomy/audiences.yml': taxonomy('audience', ['educator', 'parent']),
  'taxonomy/levels.yml': taxonomy('level', ['beginner', 'intermediate', 'advanced']),
  'taxonomy/isced.yml': taxonomy('isced', ['isced-02']),
  'taxonomy/frameworks/play-first.yml':
    'name:\n  en: Play first\ncountry: kg\ncodes:\n  - code: "1.1"\n    label:\n      en: Plays\n',
  'strings/ru.po': po(
    'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
  ),
  'countries/kg/country.yml':
    'code: kg\nname:\n  en: Kyrgyzstan\n  ru: Кыргызстан\nlanguages:\n  - tag: ru\n  - tag: en\nurl: https://kg.example.org/\n',
  'shared/courses/play/index.en.md': text(
    'title: Play\nsummary: About play.\naudience: [educator]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons:\n  - first\n',
    'Read [the first lesson](/courses/play/first/).\n',
  ),
  'shared/courses/play/first/index.en.md': text(
    'title: First\nsummary: The first lesson.\ndurationMinutes: 10\n',
    '## Why\n\nBecause.\n\n::: quiz #q1\nWhich?\n\n- [ ] This\n- [x] That\n:::\n',
  ),
  'shared/courses/play/first/index.ru.md': text(
    'title: Первый\nsummary: Первый урок.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
    '## Зачем\n\nПотому.\n\n::: quiz #q1\nКакой?\n\n- [ ] Этот\n- [x] Тот\n:::\n',
  ),
  'shared/materials/bag/index.en.md': text(
    'title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n',
    'Touch.\n',
  ),
  'shared/groups/talk/index.en.md': text(
    'title: Talk\nsummary: A community.\naudience: [educator]\n',
    'Welcome.\n',
  ),
  'shared/pages/about/index.en.md': text('title: About\nsummary: About us.\nnav: footer\n', 'We.\n'),
};

/** A text file with front matter. */
export function text(fields: string, body = ''): string {
  return `---\n${fields}---\n\n${body}`;
}

function taxonomy(kind: string, ids: readonly string[]): string {
  return `kind: ${kind}\nterms:\n${ids.map((id) => `  - id: ${id}\n    label:\n      en: ${id}\n`).join('')}`;
}

export function po(pluralForms: string, messages = ''): string {
  return `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: ${pluralForms}\\n"\n${messages}`;
}

/** A new folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a new folder: `null` leaves one of the minimal content out. */
export async function contentFolder(
  files: Readonly<Record<string, string | Uint8Array | null>> = {},
): Promise<string> {
  const folder = await temporaryFolder();
  await writeContent(folder, files);
  return folder;
}

/** Writes the minimal content with some files changed into a folder. */
export async function writeContent(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<void> {
  for (const [file, data] of Object.entries({ ...minimalContent, ...files })) {
    if (data === null) continue;
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, data);
  }
}

/** A copy of the project's own content, to be changed. */
export async function copyOfContent(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'content');
  await cp('content', folder, { recursive: true });
  return folder;
}

/** Checks the minimal content with some files changed. */
export async function check(
  files: Readonly<Record<string, string | Uint8Array | null>> = {},
): Promise<CheckedContent> {
  return checkContent({ contentFolder: await contentFolder(files), drafts: false });
}

/** Diagnostics as one readable line each: `file:line:column severity code: message (hint)`. */
export const lines = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(
    ({ file, line, column, severity, code, message, hint }) =>
      `${file}:${line}:${column} ${severity} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );

/** The faults that changed files bring. */
export const faults = async (
  files: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<string[]> => lines((await check(files)).diagnostics);
