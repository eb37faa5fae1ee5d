/**
 * What is wrong with files before anybody looks at what they say: their encoding, their length, their names beside others.
 */
import path from 'node:path';
import { type Diagnostic, startOfFile } from '../../diagnostics/diagnostic.ts';
import { fileNameOf, folderOf, type SourcePath } from '../../model/paths.ts';
import { namesIn } from '../../output/names-in.ts';
import { decodeText } from '../../read/decode.ts';
import { textBudgetBytes } from '../../read/list-content.ts';
import { checkSiblings } from '../../read/names.ts';
import type { ContentFiles } from './content-files.ts';
import { kindOf } from './content-path.ts';
import type { Edit } from './write-edits.ts';

export interface ReadableTexts {
  readonly texts: readonly { readonly path: SourcePath; readonly text: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes the texts that are to be saved: without BOM, with LF line ends. */
export function readTexts(wanted: ReadonlyMap<SourcePath, Uint8Array>): ReadableTexts {
  const texts: { path: SourcePath; text: string }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [file, bytes] of wanted) {
    if (kindOf(file) !== 'text') continue;
    if (bytes.length > textBudgetBytes)
      diagnostics.push({
        code: 'file/too-large',
        severity: 'error',
        file,
        ...startOfFile,
        message: 'is longer than 1 MB, which is the most that a text may have',
        hint: 'split it into several pages, and keep pictures in files of their own',
      });
    const decoded = decodeText(bytes, file);
    diagnostics.push(...decoded.diagnostics);
    texts.push({ path: file, text: decoded.text });
  }
  return { texts, diagnostics };
}

/** Finds new names that differ from others in their folder only in case. */
export async function checkNewNames(edits: readonly Edit[], files: ContentFiles): Promise<Diagnostic[]> {
  const created = edits.filter(({ before, after }) => before === undefined && after !== undefined);
  const diagnostics: Diagnostic[] = [];
  for (const folder of new Set(created.map(({ source }) => folderOf(source)))) {
    const here = edits.filter(({ source }) => folderOf(source) === folder);
    const gone = here.filter(({ after }) => after === undefined).map(({ source }) => fileNameOf(source));
    const fresh = created.filter((edit) => here.includes(edit)).map(({ source }) => fileNameOf(source));
    const [first] = here;
    const names = first === undefined ? [] : await namesIn(path.dirname(files.locate(first.source)));
    const all = new Set([...names.filter((name) => !gone.includes(name)), ...fresh]);
    const twins = checkSiblings(folder, [...all]);
    const isNew = (name: string): boolean => fresh.some((own) => own.toLowerCase() === name.toLowerCase());
    diagnostics.push(...twins.filter(({ file }) => isNew(fileNameOf(file as SourcePath))));
  }
  return diagnostics;
}
