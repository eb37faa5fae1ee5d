import { stringify } from 'yaml';
import type { Data, Value } from '../model/document.ts';
import type { Schema } from '../schema/schemas.ts';

/** One field of a new text, with what its author should know of it. */
export interface FieldToWrite {
  readonly name: string;
  readonly value: Value;
  readonly remark?: string | undefined;
  /** Written as a remark: whoever wants it takes the # away. */
  readonly isOff?: boolean;
}

/** The front matter and the body of a new text. */
export function writeText(fields: readonly FieldToWrite[], remarks: readonly string[], body: string): string {
  const text = body.replace(/^\n+|\s+$/g, '');
  return `---\n${writeFields(fields, remarks)}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** Fields as YAML, each below its remark; further remarks stand at the end. */
export function writeFields(fields: readonly FieldToWrite[], remarks: readonly string[] = []): string {
  const parts = fields.map(({ name, value, remark, isOff }) => {
    const yaml = writeValue(name, value);
    return asRemark(remark) + (isOff ? yaml.replace(/^/gm, '# ').replace(/# $/, '') : yaml);
  });
  return [...parts, ...remarks.map(asRemark)].join('');
}

/** A string that looks like a number or a word of YAML gets quotes; long lines stay whole. */
const writeValue = (name: string, value: Value): string =>
  stringify({ [name]: value }, { version: '1.2', schema: 'core', lineWidth: 0 });

/** The same value in a line, as part of a sentence or of a flow. */
export const writeScalar = (value: string): string => stringify(value, { lineWidth: 0 }).trim();

const widestRemark = 100;

function asRemark(text = ''): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > widestRemark) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Fields in the order of their schema, with its descriptions; those that it does not know stand at the end. */
export function inOrder(data: Data, { properties = {} }: Schema): readonly (readonly [string, Value])[] {
  const names = Object.keys(properties);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(data).toSorted(([a], [b]) => place(a) - place(b));
}
