import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCorpus } from './corpus.ts';
import { endings } from './endings.ts';
import type { WritingLanguage } from './prose.ts';
import { createRandom } from './random.ts';
import { createVocabulary } from './vocabulary.ts';

/**
 * The languages that a tree is written in, by tag.
 *
 * @param contentFolder with texts in each of them
 */
export async function readWritingLanguages(
  contentFolder: string,
  seed: number,
): Promise<ReadonlyMap<string, WritingLanguage>> {
  const texts = await readTexts(contentFolder);
  return new Map(
    Object.entries(endings).map(([tag, ofLanguage]) => {
      const corpus = readCorpus(texts.get(tag) ?? []);
      const random = createRandom(seed, 'vocabulary', tag);
      return [tag, { corpus, vocabulary: createVocabulary(corpus.words, ofLanguage, random) }];
    }),
  );
}

/** All texts by language, in the order of their paths. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const named = files.toSorted().flatMap((file) => {
    const tag = /\/index\.([A-Za-z-]+)(?:\.patch)?\.md$/.exec(file)?.[1];
    return tag === undefined ? [] : [{ file, tag }];
  });
  const read = await Promise.all(
    named.map(async ({ file, tag }) => ({ tag, text: await readFile(path.join(folder, file), 'utf8') })),
  );
  return new Map(
    [...Map.groupBy(read, ({ tag }) => tag)].map(([tag, group]) => [tag, group.map(({ text }) => text)]),
  );
}
