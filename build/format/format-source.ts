/**
 * `npm run format`: the fields of one file in their usual form.
 *
 * In: a file of the content folder as text. Out: the same with its fields in the order of their schema and with quotation marks only
 * where YAML needs them; every comment and every byte of the Markdown below is kept. Nothing changes its meaning: what was read before
 * is read after, or the file stays as it is.
 */
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { parseAnyYaml } from '../parse/yaml.ts';
import type { Schema } from '../schema/schemas.ts';
import { attachRemarks } from './attach-remarks.ts';
import { makeCanonical } from './canonical.ts';
import { isEqual } from './field-value.ts';
import type { FieldsForm } from './fields-form.ts';
import { joinParts, splitSource } from './parts.ts';
import { wordsOfRemarks } from './remarks.ts';
import { printDocument, readDocument } from './yaml-document.ts';

/**
 * @param source a file with sound fields, with whatever line ends it has
 * @param file for a fault: its path below the content folder
 */
export function formatSource(
  source: string,
  { holder, schema }: FieldsForm,
  file: string,
): { readonly source: string } | { readonly fault: Diagnostic } {
  const parts = splitSource(source, holder);
  const yaml = formatYaml(parts.yaml, schema);
  if (keepsMeaning(parts.yaml, yaml)) return { source: joinParts(parts, yaml) };
  return {
    fault: {
      code: 'format/comment',
      severity: 'warning',
      file,
      ...startOfFile,
      message: 'stays as it is: its comments stand where they would be lost',
      hint: 'write each comment on a line of its own, above the field that it is about',
    },
  };
}

/** @param yaml without faults, with LF line ends */
export function formatYaml(yaml: string, schema: Schema): string {
  const document = readDocument(yaml);
  if (document.contents === null) return yaml;
  attachRemarks(document, yaml);
  makeCanonical(document, schema);
  return printDocument(document);
}

function keepsMeaning(before: string, after: string): boolean {
  if (before === after) return true;
  const old = parseAnyYaml(before, '', 1);
  const fresh = parseAnyYaml(after, '', 1);
  return (
    fresh.diagnostics.length === 0 &&
    isEqual(old.data, fresh.data) &&
    isEqual(wordsOfRemarks(before), wordsOfRemarks(after))
  );
}
