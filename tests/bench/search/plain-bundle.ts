import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { EvaluationDocument } from './evaluation.ts';

/** Writes a bundle as Pagefind makes it by itself: whole texts in their language, with its own stemmer where it has one. */
export async function writePlainBundle(
  documents: readonly EvaluationDocument[],
  language: string,
  folder: string,
): Promise<void> {
  const { index } = await pagefind.createIndex({ forceLanguage: language });
  if (index === undefined) throw new Error('Pagefind did not start');
  for (const { id, title, summary, body } of documents)
    await index.addCustomRecord({
      url: `/${id}/`,
      content: `${title}\n${summary}\n${body}`,
      language,
      meta: { title },
    });
  for (const { path: file, content } of (await index.getFiles()).files) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  await pagefind.close();
}
