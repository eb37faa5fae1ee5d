/**
 * Writes a made-up content tree for measurements: five countries, all their languages, texts of realistic length.
 *
 * In: a number of pages and a seed. Out: a folder that `npm run build -- --content DIR` takes, the same for the same seed as long as
 * the project's own content, from which it takes words and vocabularies, is the same.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyBaseContent } from './base-content.ts';
import { composeText, hashOf } from './compose.ts';
import { type FieldValues, writeText } from './front-matter.ts';
import { planPatches } from './patches.ts';
import { makePicture } from './picture.ts';
import type { WritingLanguage } from './prose.ts';
import { createRandom } from './random.ts';
import { type EntryPlan, planTree } from './tree-plan.ts';
import { sizeTree } from './tree-size.ts';
import { readWritingLanguages } from './writing-languages.ts';

export interface GenerateOptions {
  /** An empty folder, or one that does not exist yet. */
  readonly folder: string;
  /** How many pages all sites together are to have; the tree comes within 3 % of it. */
  readonly pages: number;
  readonly seed: number;
  /** Codes; without it, all countries. */
  readonly countries?: readonly string[];
}

export interface GeneratedContent {
  /** As planned. */
  readonly pages: number;
  readonly entries: number;
  readonly texts: number;
}

/** Fewer pages than this are taken up by lists and the pages of plain text. */
export const fewestPages = 400;
export const mostPages = 100_000;

const ownContent = fileURLToPath(new URL('../../../content/', import.meta.url));

export async function generateContent({
  folder,
  pages,
  seed,
  countries,
}: GenerateOptions): Promise<GeneratedContent> {
  await mkdir(folder, { recursive: true });
  const base = await copyBaseContent(ownContent, folder, countries);
  const languages = await readWritingLanguages(ownContent, seed);
  const size = sizeTree(pages, base);
  const entries = planTree({ seed, size, base, writable: [...languages.keys()] });
  const writer = { folder, seed, languages };
  for (const entry of entries) await writeEntry(entry, writer);
  const patches = planPatches(entries, base.countries, writer);
  for (const { file, text } of patches) await write(path.join(folder, file), text);
  const texts = entries.reduce((sum, entry) => sum + entry.languages.length, patches.length);
  return { pages: size.pages, entries: entries.length, texts };
}

interface Writer {
  readonly folder: string;
  readonly seed: number;
  readonly languages: ReadonlyMap<string, WritingLanguage>;
}

async function writeEntry(entry: EntryPlan, { folder, seed, languages }: Writer): Promise<void> {
  const entryFolder = path.join(folder, folderOfEntry(entry));
  await mkdir(entryFolder, { recursive: true });
  const random = createRandom(seed, 'picture', folderOfEntry(entry));
  await writeFile(path.join(entryFolder, entry.picture), await makePicture(entry.picture, random));
  const [source = ''] = entry.languages;
  const original = composeText(entry, source, languages, seed);
  const translation = { of: source, by: 'machine', reviewed: false, hash: hashOf(original, entry) };
  for (const tag of entry.languages) {
    const { fields, body } = tag === source ? original : composeText(entry, tag, languages, seed);
    const all: FieldValues = tag === source ? fields : { ...fields, translation };
    await writeFile(path.join(entryFolder, `index.${tag}.md`), writeText(all, body));
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

function folderOfEntry({ scope, kind, id, course }: EntryPlan): string {
  const top = scope === 'shared' ? scope : `countries/${scope}`;
  return kind === 'lesson' ? `${top}/courses/${course}/${id}` : `${top}/${kind}s/${id}`;
}
