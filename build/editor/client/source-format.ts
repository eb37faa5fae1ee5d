/**
 * How the editor reads and writes our files: as they are, with nothing changed but what its author changed.
 *
 * The form gets the fields and, beside them, the whole file; what is saved is that file with the changed fields put in.
 */
import { type FieldsHolder, splitSource } from '../../format/parts.ts';
import { setFields } from '../../format/set-fields.ts';
import type { Data } from '../../model/document.ts';
import { parseFrontMatter } from '../../parse/front-matter.ts';
import { parseYaml } from '../../parse/yaml.ts';
import type { Schema } from '../../schema/schemas.ts';
import { sourceKey } from '../source-key.ts';
import { changesOf } from './field-changes.ts';

/** Where the form has the Markdown. */
export const bodyKey = 'body';

/** The values of a form. */
export type FormValues = Readonly<Record<string, unknown>>;

export interface SourceFormat {
  /** @throws Error that says what is wrong with the file, which then is not in the list of entries */
  fromFile(text: string): FormValues;
  toFile(values: FormValues): string;
}

export function sourceFormat(schema: Schema, holder: FieldsHolder): SourceFormat {
  return {
    fromFile(text) {
      const source = `${text}\n`;
      const { data, body } = holder === 'file' ? fileFields(source) : textFields(source);
      return { ...data, ...(body !== undefined && { [bodyKey]: body.trim() }), [sourceKey]: source };
    },
    toFile({ [sourceKey]: source, [bodyKey]: body, ...fields }) {
      const before = hasFile(source) ? source : holder === 'file' ? '' : '---\n---\n';
      const data = holder === 'file' ? fileFields(before).data : textFields(before).data;
      const changed = setFields(before, changesOf(data, fields), schema, holder);
      return holder === 'file' ? changed : withBody(changed, typeof body === 'string' ? body : '');
    },
  };
}

/** Whether a form was filled from a file: the field of a new text is empty. */
export const hasFile = (source: unknown): source is string => typeof source === 'string' && source !== '';

interface Fields {
  readonly data: Data;
  readonly body?: string;
}

function textFields(text: string): Fields {
  const { data, body, diagnostics } = parseFrontMatter(text, '');
  const [fault] = diagnostics;
  if (fault !== undefined) throw new TypeError(`line ${fault.line}: ${fault.message}`);
  return { data, body };
}

function fileFields(text: string): Fields {
  const { data, diagnostics } = parseYaml(text, '', 1);
  const [fault] = diagnostics;
  if (fault !== undefined) throw new TypeError(`line ${fault.line}: ${fault.message}`);
  return { data };
}

/** A form has no empty lines around a text: those of the file stay. */
function withBody(text: string, body: string): string {
  const { before, yaml, after } = splitSource(text, 'front-matter');
  const [, dashes = '---\n', old = ''] = /^(---\n?)([\s\S]*)$/.exec(after) ?? [];
  const words = body.replace(/\r\n?/g, '\n').trim();
  if (words === old.trim()) return text;
  const head = before + yaml + dashes.trimEnd();
  if (words === '') return `${head}\n`;
  const gap = old.trim() === '' ? '\n' : (/^\n*/.exec(old)?.[0] ?? '\n');
  return `${head}\n${gap}${words}\n`;
}
