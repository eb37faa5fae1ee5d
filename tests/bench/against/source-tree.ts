/**
 * Reads a content tree as anybody could who knows how it is laid out. The build's own stages are not used: what others are measured
 * with must not change when our build does.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import gettext from 'gettext-parser';
import { parse } from 'yaml';
import type { FieldValues } from '../content/front-matter.ts';

export interface SourceTree {
  readonly site: FieldValues;
  readonly countries: readonly FieldValues[];
  /** By the path of the folder below the content folder, sorted. */
  readonly folders: ReadonlyMap<string, SourceFolder>;
  /** Messages by language tag and msgid; of those with plural forms the last. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Labels by `<kind>-<id>` of a term, then by language tag. */
  readonly terms: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The absolute path of a file below the content folder. */
  absolute(file: string): string;
}

export interface SourceFolder {
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly patches: ReadonlyMap<string, SourceText>;
}

export interface SourceText {
  readonly tag: string;
  readonly fields: FieldValues;
  readonly body: string;
}

export async function readSourceTree(contentFolder: string): Promise<SourceTree> {
  const absolute = (file: string): string => path.join(contentFolder, file);
  const files = (await readdir(contentFolder, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  const read = (pattern: RegExp): Promise<{ file: string; text: string }[]> =>
    Promise.all(
      files
        .filter((file) => pattern.test(file))
        .map(async (file) => ({ file, text: await readFile(absolute(file), 'utf8') })),
    );
  const yaml = async (pattern: RegExp): Promise<FieldValues[]> =>
    (await read(pattern)).map(({ text }) => parse(text) as FieldValues);
  const strings = await read(/^strings\/.*\.po$/);
  return {
    absolute,
    site: (await yaml(/^site\.yml$/))[0] ?? {},
    countries: await yaml(/^countries\/[^/]+\/country\.yml$/),
    folders: groupTexts(await read(/\/index\.[A-Za-z-]+(\.patch)?\.md$/)),
    messages: new Map(strings.map(({ file, text }) => [path.parse(file).name, readMessages(text)])),
    terms: new Map((await yaml(/^taxonomy\/[^/]+\.yml$/)).flatMap(readTerms)),
  };
}

function groupTexts(files: readonly { file: string; text: string }[]): ReadonlyMap<string, SourceFolder> {
  const folders = new Map<string, { texts: Map<string, SourceText>; patches: Map<string, SourceText> }>();
  for (const { file, text } of files) {
    const { dir, base } = path.posix.parse(file);
    const [, tag = '', patch] = base.split('.');
    const folder = folders.get(dir) ?? { texts: new Map(), patches: new Map() };
    const [, fields = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
    const target = patch === 'patch' ? folder.patches : folder.texts;
    target.set(tag, { tag, fields: parse(fields) as FieldValues, body: body.trim() });
    folders.set(dir, folder);
  }
  return folders;
}

function readMessages(text: string): ReadonlyMap<string, string> {
  const { translations } = gettext.po.parse(text);
  return new Map(
    Object.values(translations[''] ?? {}).map(({ msgid, msgstr }) => [msgid, msgstr.at(-1) ?? '']),
  );
}

function readTerms(taxonomy: FieldValues): [string, Readonly<Record<string, string>>][] {
  const { kind, terms } = taxonomy as unknown as {
    readonly kind: string;
    readonly terms: readonly { readonly id: string; readonly label: Readonly<Record<string, string>> }[];
  };
  return terms.map(({ id, label }) => [`${kind}-${id}`, label]);
}
