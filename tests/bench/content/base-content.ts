/**
 * What a made-up tree takes from the project's own content: the platform, its vocabularies, words of the interface, countries, and
 * the pages of plain text.
 */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

export interface BaseContent {
  readonly countries: readonly BaseCountry[];
  /** Pages of plain text, which every site has. */
  readonly staticPages: number;
  /** Ids by the kind that schemas name: `domain`, `material-type` … */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

export interface BaseCountry {
  readonly code: string;
  /** The language in which its own texts are written first. */
  readonly sourceLanguage: string;
  /** The languages of the site, that of the catalogue among them. */
  readonly languages: readonly string[];
}

/**
 * Copies the base into an empty folder.
 *
 * @param only the codes of the countries to take, without it all
 */
export async function copyBaseContent(
  from: string,
  to: string,
  only?: readonly string[],
): Promise<BaseContent> {
  for (const name of ['site.yml', 'taxonomy', 'strings', 'shared/pages'])
    await cp(path.join(from, name), path.join(to, name), { recursive: true });
  // Words by chance follow no glossary.
  await rm(path.join(to, 'taxonomy', 'glossary.yml'), { force: true });
  await withoutLostLinks(path.join(to, 'shared/pages'));
  const all = (await readdir(path.join(from, 'countries'))).toSorted();
  const codes = all.filter((code) => only?.includes(code) ?? true);
  for (const code of codes)
    for (const file of await readdir(path.join(from, 'countries', code)))
      if (/\.(yml|svg)$/.test(file))
        await cp(path.join(from, 'countries', code, file), path.join(to, 'countries', code, file));
  for (const code of codes) {
    await withoutHome(to, code);
    await withoutConversion(to, code);
  }
  return {
    countries: await Promise.all(codes.map((code) => readCountry(to, code))),
    staticPages: (await readdir(path.join(to, 'shared/pages'))).length,
    terms: await readTerms(path.join(to, 'taxonomy')),
  };
}

/** The tree has none of the courses and materials that a front page begins with. */
async function withoutHome(folder: string, code: string): Promise<void> {
  const file = path.join(folder, 'countries', code, 'country.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^home:\n(?: .*\n)+/m, ''));
}

/** Others cannot write a text in another script: in the tree the first one stands in, also for the words of the interface. */
async function withoutConversion(folder: string, code: string): Promise<void> {
  const file = path.join(folder, 'countries', code, 'country.yml');
  const text = await readFile(file, 'utf8');
  for (const [, to, from] of text.matchAll(/- tag: (\S+)\n +transliterate: (\S+)\n/g))
    await cp(path.join(folder, 'strings', `${from}.po`), path.join(folder, 'strings', `${to}.po`));
  await writeFile(file, text.replace(/^ +transliterate: .*\n/gm, ''));
}

/** The tree has none of the courses and materials that these pages may name: what was a link stays as its words. */
async function withoutLostLinks(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.md')) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    const kept = text.replace(/\[([^\]]*)\]\(\/(?:courses|materials|groups)\/[^)]+\)/g, '$1');
    if (kept !== text) await writeFile(path.join(folder, file), kept);
  }
}

interface CountryFile {
  readonly languages: readonly { readonly tag: string }[];
  readonly sourceLanguage?: string;
}

async function readCountry(folder: string, code: string): Promise<BaseCountry> {
  const file = await readYaml<CountryFile>(path.join(folder, 'countries', code, 'country.yml'));
  const { sourceLanguage } = await readYaml<{ readonly sourceLanguage: string }>(
    path.join(folder, 'site.yml'),
  );
  const tags = file.languages.map(({ tag }) => tag);
  return {
    code,
    sourceLanguage: file.sourceLanguage ?? sourceLanguage,
    languages: [...new Set([...tags, sourceLanguage])],
  };
}

interface TaxonomyFile {
  readonly kind: string;
  readonly terms: readonly { readonly id: string }[];
}

async function readTerms(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yml')).toSorted();
  const taxonomies = await Promise.all(files.map((file) => readYaml<TaxonomyFile>(path.join(folder, file))));
  return new Map(taxonomies.map(({ kind, terms }) => [kind, terms.map(({ id }) => id)]));
}

const readYaml = async <T>(file: string): Promise<T> => parse(await readFile(file, 'utf8')) as T;
