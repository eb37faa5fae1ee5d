/**
 * One file of the content folder, as bytes: read, put into its usual form, written.
 */
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { parseFrontMatter } from '../parse/front-matter.ts';
import { parseYaml } from '../parse/yaml.ts';
import { decodeText } from '../read/decode.ts';
import type { FieldsForm } from './fields-form.ts';
import { formatSource } from './format-source.ts';

export interface FormattedFile {
  /** In its usual form; absent when it has that already, or faults stand in the way. */
  readonly fresh?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  /** Decoded, to show the lines of faults. */
  readonly text: string;
}

/** @param file its path below the content folder */
export function formatFile(bytes: Uint8Array, form: FieldsForm, file: string): FormattedFile {
  const { text, diagnostics: unread } = decodeText(bytes, file);
  const parsed = form.holder === 'file' ? parseYaml(text, file, 1) : parseFrontMatter(text, file);
  const diagnostics = [...unread, ...parsed.diagnostics];
  if (diagnostics.length > 0) return { diagnostics, text };
  const source = asWritten.decode(bytes);
  const formatted = formatSource(source, form, file);
  if ('fault' in formatted) return { diagnostics: [formatted.fault], text };
  if (formatted.source === source) return { diagnostics: [], text };
  return { fresh: new TextEncoder().encode(formatted.source), diagnostics: [], text };
}

/** With its BOM, which is kept. */
const asWritten = new TextDecoder('utf-8', { ignoreBOM: true });

export const changedMeanwhile = (file: string): Diagnostic => ({
  code: 'format/changed',
  severity: 'error',
  file,
  ...startOfFile,
  message: 'was changed by another program just now, and stays as that one left it',
  hint: 'run the command again',
});
