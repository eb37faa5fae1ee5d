/** A value of front matter. */
export type FieldValue =
  | string
  | number
  | boolean
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue };
export type FieldValues = { readonly [name: string]: FieldValue };

/** A file with front matter, as authors write it: one field a line, quotes only where YAML needs them. */
export function writeText(fields: FieldValues, body: string): string {
  return `---\n${writeMap(fields, '')}---\n${body === '' ? '' : `\n${body}`}`;
}

function writeMap(fields: FieldValues, indent: string): string {
  return Object.entries(fields)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([name, value]) => `${indent}${name}:${writeValue(value, indent)}`)
    .join('');
}

function writeValue(value: FieldValue, indent: string): string {
  if (Array.isArray(value))
    return `\n${value.map((item: FieldValue) => `${indent}  - ${writeScalar(item)}\n`).join('')}`;
  if (typeof value === 'object') return `\n${writeMap(value as FieldValues, `${indent}  `)}`;
  return ` ${writeScalar(value)}\n`;
}

/** Of texts, those that YAML might take for something else are quoted as in JSON, which YAML contains. */
function writeScalar(value: FieldValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return isPlain.test(value) && !isReserved.test(value) ? value : JSON.stringify(value);
}

const isPlain = /^(\p{L}[\p{L}\p{M}\d ,.!?ʻʼ’–-]*|\d{4}-\d\d-\d\d)$/u;
const isReserved = /^(true|false|null|yes|no|on|off|y|n)$/i;
