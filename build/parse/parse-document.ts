import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { SourceFile } from '../model/source.ts';
import { findConflict } from './conflict.ts';
import { parseFrontMatter } from './front-matter.ts';
import { parseYaml } from './yaml.ts';

/** Parses a file with fields: a text, or a YAML file. Runs in a browser too. */
export function parseDocument(file: SourceFile): Document & { readonly diagnostics: readonly Diagnostic[] } {
  const conflict = findConflict(file.text, file.path);
  if (conflict !== undefined)
    return { ...file, ...parseYaml('', file.path, 1), diagnostics: [conflict], body: '', bodyLine: 1 };
  if (file.place.kind === 'text') return { ...file, ...parseFrontMatter(file.text, file.path) };
  return { ...file, ...parseYaml(file.text, file.path, 1), body: '', bodyLine: 1 };
}
