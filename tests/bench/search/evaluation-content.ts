import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type EvaluationDocument, readEvaluation, variants } from './evaluation.ts';

/** Writes the catalogue with the documents of the evaluation among its materials. */
export async function writeEvaluationContent(folder: string): Promise<void> {
  await cp('content', folder, { recursive: true });
  for (const { tag } of variants) {
    const { documents } = await readEvaluation(tag);
    for (const document of documents) {
      const material = path.join(folder, 'shared', 'materials', document.id);
      await mkdir(material, { recursive: true });
      await writeFile(path.join(material, `index.${tag}.md`), textOf(document, tag));
    }
  }
}

/** English is the original. */
function textOf({ title, summary, body }: EvaluationDocument, tag: string): string {
  const fields =
    tag === 'en'
      ? 'type: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n'
      : 'translation:\n  of: en\n  by: machine\n  reviewed: false\n';
  return `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(summary)}\n${fields}---\n\n${body}\n`;
}
