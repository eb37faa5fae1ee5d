/**
 * Random edits of a content folder, as authors, national editors and accidents make them. An edit is data, so that a failing row
 * of them can be printed and shortened; what it names is found when it is made, by a number.
 */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { listFiles } from '../support/built-sites.ts';
import { text } from '../support/content.ts';

export interface Edit {
  readonly kind: (typeof kinds)[number];
  /** Which of the files or folders that the kind of edit can meet. */
  readonly at: number;
  /** A word to write, and a choice between two ways. */
  readonly word: string;
}

const kinds = [
  // First, so that a shortened row keeps only the edits that matter.
  'nothing',
  'body',
  'title',
  'field',
  'draft',
  'translation added',
  'translation dropped',
  'entry added',
  'entry deleted',
  'entry renamed',
  'lessons turned round',
  'patch added',
  'patch dropped',
  'national replacement',
  'exclusion',
  'language dropped',
  'language added',
  'colour',
  'module',
  'country added',
  'country dropped',
  'string',
  'term',
  'site',
  'picture',
  'photograph',
  'fault',
  'output deleted',
  'output altered',
  'cache cut short',
  'cache altered',
] as const;

export const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(1000),
  word: fc.constantFrom('bag', 'kite', 'юрта', 'nan', 'çay', 'river'),
});

export interface Folders {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

/** Makes an edit; does nothing where there is nothing that it can meet. */
export async function makeEdit({ content, out, cache }: Folders, { kind, at, word }: Edit): Promise<void> {
  const files = await listFiles(content);
  const texts = files.filter((file) => /index\.[\w-]+\.md$/.test(file));
  const translations = texts.filter((file) => !/\.en\.md$/.test(file));
  const entries = [...new Set(texts.map((file) => path.posix.dirname(file)))];
  const materials = entries.filter((entry) => entry.includes('/materials/'));
  const countries = files.filter((file) => file.endsWith('country.yml'));
  const pick = (from: readonly string[]): string | undefined => from[at % from.length];
  const change = async (
    file: string | undefined,
    edit: (old: string) => string,
    folder = content,
  ): Promise<void> => {
    if (file === undefined) return;
    const target = path.join(folder, file);
    await writeFile(target, edit(await readFile(target, 'utf8')));
  };
  const write = async (file: string, data: string): Promise<void> => {
    const target = path.join(content, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, data);
  };
  const remove = async (file: string | undefined, folder = content): Promise<void> => {
    if (file !== undefined) await rm(path.join(folder, file), { recursive: true, force: true });
  };
  const show = (src: string): Promise<void> =>
    change(`${entry}/index.en.md`, (old) =>
      old.includes('image:')
        ? old.replace(/ {2}src: .*/, `  src: ${src}`)
        : old.replace('---\n', `---\nimage:\n  src: ${src}\n  alt: A picture\n`),
    ).catch(() => {});
  const language = ['ru', 'ky', 'sr-Cyrl'][at % 3] ?? 'ru';
  const entry = pick(entries) ?? '';
  switch (kind) {
    case 'body':
      return change(pick(texts), (old) => `${old}\nA sentence about a ${word}.\n`);
    case 'title':
      return change(pick(texts), (old) => old.replace(/^title: .*$/m, `title: The ${word} ${at % 7}`));
    case 'field':
      return change(pick(texts), (old) =>
        old
          .replace(/^durationMinutes: .*$/m, `durationMinutes: ${5 + (at % 40)}`)
          .replace(/^domains: .*$/m, `domains: [${at % 2 === 0 ? 'cognition' : 'language-literacy'}]`)
          .replace(/^nav: .*$/m, `nav: ${['footer', 'header', 'none'][at % 3]}`)
          .replace(/^updated: .*$/m, `updated: 2026-0${1 + (at % 9)}-01`),
      );
    case 'draft':
      return change(pick(texts), (old) =>
        old.includes('status: draft')
          ? old.replace('status: draft\n', '')
          : old.replace('---\n', '---\nstatus: draft\n'),
      );
    case 'translation added':
      return write(
        `${entry}/index.${language}.md`,
        text(
          `title: ${word}\nsummary: О чём-то.\ntranslation:\n  of: en\n  by: machine\n  reviewed: false\n`,
          `Текст, ${word}.\n`,
        ),
      );
    case 'translation dropped':
      return remove(pick(translations));
    case 'entry added':
      return write(
        `shared/materials/new-${at % 5}/index.en.md`,
        text(
          `title: New ${word}\nsummary: New.\ntype: story\nages:\n  fromMonths: 36\n  toMonths: 60\ndomains: [cognition]\nsetting: [home]\nupdated: 2026-05-0${1 + (at % 9)}\n`,
          'See [the bag](/materials/bag/).\n',
        ),
      );
    case 'entry deleted':
      return remove(pick(materials));
    case 'entry renamed':
      return rename(path.join(content, entry), path.join(content, `${entry}-${at % 3}`)).catch(() => {});
    case 'lessons turned round':
      return change('shared/courses/play/index.en.md', (old) =>
        old.replace(/lessons:\n {2}- (\S+)\n {2}- (\S+)/, 'lessons:\n  - $2\n  - $1'),
      ).catch(() => {});
    case 'patch added':
      return write(
        `countries/kg/materials/${path.posix.basename(pick(materials) ?? 'bag')}/index.en.patch.md`,
        text(`title: National ${word}\n`, at % 2 === 0 ? '' : `A body of its own, ${word}.\n`),
      );
    case 'patch dropped':
      return remove(pick(files.filter((file) => file.endsWith('.patch.md'))));
    case 'national replacement': {
      const material = pick(materials.filter((folder) => folder.startsWith('shared/')));
      if (material === undefined) return;
      const target = path.join(content, material.replace('shared/', 'countries/rs/'));
      return cp(path.join(content, material), target, { recursive: true });
    }
    case 'exclusion':
      return change(pick(countries), (old) =>
        old.includes('exclude:')
          ? old.replace(/exclude:\n.*\n/, '')
          : `${old}exclude:\n  ${at % 2 === 0 ? 'materials: [bag]' : 'courses: [play]'}\n`,
      );
    case 'language dropped':
      return change(pick(countries), (old) => old.replace(/ {2}- tag: (?!en)\S+\n( {4}.*\n)*/, ''));
    case 'language added':
      return change(pick(countries), (old) =>
        old.includes(`tag: ${language}\n`)
          ? old
          : old.replace('languages:\n', `languages:\n  - tag: ${language}\n`),
      );
    case 'colour':
      return change(
        pick(countries),
        (old) =>
          `${old.replace(/theme:\n.*\n/, '')}theme:\n  accent: "#${(0x101010 + at * 977).toString(16).slice(0, 6)}"\n`,
      );
    case 'module':
      return change(
        pick(countries),
        (old) =>
          `${old.replace(/modules:\n.*\n/, '')}modules:\n  ${['courses', 'materials', 'community', 'parents', 'certificates'][at % 5]}: ${at % 3 === 0}\n`,
      );
    case 'country added':
      return write(
        'countries/tj/country.yml',
        'code: tj\nname:\n  en: Tajikistan\nlanguages:\n  - tag: ru\n  - tag: en\nurl: https://tj.example.org/\n',
      );
    case 'country dropped':
      return remove(['countries/tj', 'countries/rs'][at % 2]);
    case 'string':
      return change('strings/ru.po', (old) =>
        old.replace(/msgid "Courses"\nmsgstr ".*"/, `msgid "Courses"\nmsgstr "Курсы ${word}"`),
      );
    case 'term':
      return change('taxonomy/domains.yml', (old) => old.replace(/ {6}en: .*/, `      en: ${word} ${at}`));
    case 'site':
      return change(
        'site.yml',
        (old) => `${old.replace(/tagline:\n.*\n/, '')}tagline:\n  en: Play and ${word}\n`,
      );
    case 'picture':
      await write(
        `${entry}/cover.svg`,
        `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path d="M0 0h${1 + (at % 4)}v4z"/></svg>`,
      );
      return show('cover.svg');
    case 'photograph':
      await sharp({ create: { width: 8, height: 4, channels: 3, background: { r: at % 4, g: 0, b: 0 } } })
        .jpeg()
        .toFile(path.join(content, entry, 'photo.jpg'))
        .catch(() => {});
      return show('photo.jpg');
    case 'fault':
      return change(pick(texts), (old) =>
        old.includes('nonsense: 1\n')
          ? old.replace('nonsense: 1\n', '')
          : old.replace('---\n', '---\nnonsense: 1\n'),
      );
    case 'output deleted':
      return remove(pick(await listFiles(out)), out);
    case 'output altered':
      return change(pick(await listFiles(out)), (old) => `${old}<!-- ${word} -->`, out);
    case 'cache cut short':
      return change(pick(await cacheFiles(cache)), (old) => old.slice(0, old.length / 2), cache);
    case 'cache altered':
      return change(pick(await cacheFiles(cache)), (old) => old.replace(/e/g, 'o'), cache);
    case 'nothing':
      return;
  }
}

async function cacheFiles(cache: string): Promise<string[]> {
  return (await readdir(cache).catch(() => [])).length === 0 ? [] : listFiles(cache);
}
