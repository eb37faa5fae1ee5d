/**
 * Says what a schema found in words that an author understands, with the corrected value where it can be known.
 */
import type { ErrorObject } from 'ajv';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Value } from '../model/document.ts';
import { correctDate } from './dates.ts';
import type { Schema } from '../schema/schemas.ts';

export interface FieldMessage {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The key is at fault, not its value. */
  readonly atKey?: string;
}

export interface FieldContext {
  /** `image.alt`, `lessons[2]`; empty for the root. */
  readonly name: string;
  readonly value: Value;
  /** Names of the fields that may stand in the same map. */
  readonly known: readonly string[];
  /** The schema of the kind, for fields of the original that a translation cannot have. */
  readonly kindSchema: Schema;
  readonly translation: boolean;
}

export function explainField(error: ErrorObject, context: FieldContext): FieldMessage {
  const { name, value } = context;
  const params = error.params as Readonly<Record<string, unknown>>;
  const shown = show(value);
  switch (error.keyword) {
    case 'required':
      return { code: 'required', ...missing(join(name, String(params['missingProperty']))) };
    case 'additionalProperties':
      return unknownField(String(params['additionalProperty']), context);
    case 'type':
      return wrongType(name, value, [params['type']].flat().map(String));
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly (string | null)[]).filter((item) => item !== null);
      return withHint({ code: 'enum', message: `${name}: ${shown} is not one of: ${allowed.join(', ')}` }, didYouMean(String(value), allowed));
    }
    case 'format':
      return wrongFormat(name, value, String(params['format']));
    case 'pattern':
      return wrongPattern(name, value);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return { code: 'empty', message: `${name} is empty`, hint: 'fill it in, or remove the field' };
    case 'maxLength': {
      const length = [...String(value)].length;
      return { code: 'too-long', message: `${name} has ${length} characters; ${params['limit']} is the most`, hint: 'shorten it; details belong into the text' };
    }
    case 'maximum':
    case 'minimum':
      return outOfRange(error.keyword, name, value, Number(params['limit']));
    case 'uniqueItems':
      return { code: 'duplicate-item', message: `${name} lists the same item twice`, hint: 'remove one of them' };
    case 'propertyNames':
      return { code: 'language', message: `${name}: "${params['propertyName']}" is not a language tag`, atKey: String(params['propertyName']), hint: 'use a tag such as ky, ru, sr-Cyrl or uz-Latn' };
    case 'anyOf':
      return { code: 'type', message: `${name}: must be a list of ids, or a map of ids and terms`, hint: `write ${name}: [first-id, second-id]` };
    default:
      return { code: error.keyword, message: `${name || 'the file'}: ${error.message ?? 'is not valid'}` };
  }
}

function missing(field: string): { message: string; hint: string } {
  if (field === 'translation') {
    const hint = 'add "translation: {of: en, by: human, reviewed: false}"; the file in the source language is the original, every other one a translation';
    return { message: 'the field "translation" is missing', hint };
  }
  return { message: `the field "${field}" is missing`, hint: `add a line "${field.split('.').at(-1)}: …"` };
}

function unknownField(field: string, context: FieldContext): FieldMessage {
  const full = join(context.name, field);
  const ofOriginal = context.translation && field in (propertiesAt(context.kindSchema, context.name) ?? {});
  if (ofOriginal) {
    return { code: 'not-translatable', atKey: field, message: `"${full}" belongs to the original; a translation inherits it`, hint: 'remove the field here' };
  }
  return withHint({ code: 'unknown-field', atKey: field, message: `there is no field "${full}"` }, didYouMean(field, context.known) ?? `the fields here are: ${context.known.join(', ')}`);
}

const propertiesAt = (schema: Schema, name: string): Schema['properties'] => (name === '' ? schema.properties : schema.properties?.[name]?.properties);

const typeNames: Readonly<Record<string, string>> = { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', array: 'a list', object: 'a map of fields', null: 'null' };

function wrongType(name: string, value: Value, types: readonly string[]): FieldMessage {
  const wanted = types.filter((type) => type !== 'null').map((type) => typeNames[type] ?? type).join(' or ');
  const base = { code: 'type', message: `${name || 'the file'}: ${show(value)} is not ${wanted}` };
  if (types.includes('array') && (typeof value === 'string' || typeof value === 'number')) return { ...base, hint: `write ${lastName(name)}: [${value}]` };
  if (types.includes('boolean') && typeof value === 'string') {
    const meant = /^(y|yes|on|да|1)$/i.test(value) ? 'true' : /^(n|no|off|нет|0)$/i.test(value) ? 'false' : undefined;
    return withHint(base, meant && `write ${meant}`);
  }
  if ((types.includes('integer') || types.includes('number')) && typeof value === 'string') {
    const number = /^\D*?0*(\d+)(?!\d*[.,:]\d)/.exec(value)?.[1];
    return withHint(base, number && `write ${number}`);
  }
  if (types.includes('integer') && typeof value === 'number') return { ...base, hint: `write ${Math.round(value)}` };
  if (types.includes('string') && value === null) return { ...base, hint: 'write the text after the colon, or remove the field' };
  return base;
}

function wrongFormat(name: string, value: Value, format: string): FieldMessage {
  if (format === 'date') {
    const corrected = correctDate(String(value));
    return { code: 'date', message: `${name}: ${show(value)} is not a date`, hint: corrected === undefined ? 'write year-month-day, such as 2026-03-01' : `write ${corrected}` };
  }
  if (format === 'email') return { code: 'email', message: `${name}: ${show(value)} is not an e-mail address` };
  return { code: 'url', message: `${name}: ${show(value)} is not a web address`, hint: 'write it in full, such as https://example.org/' };
}

function wrongPattern(name: string, value: Value): FieldMessage {
  const last = lastName(name);
  const text = String(value);
  const base = { code: 'pattern', message: `${name}: ${show(value)} cannot be used here` };
  if (last === 'url') return { ...base, hint: `write the full address with a slash at its end, such as ${text.replace(/\/*$/, '')}/` };
  if (last === 'src' || last === 'logo' || last === 'motif') return { ...base, hint: 'name a file in the same folder, without a path, such as cover.jpg' };
  if (last === 'accent') return { ...base, hint: 'write a colour such as "#b23a2e"' };
  if (last === 'hash' || last === 'basedOn') return { ...base, hint: 'remove it, and let "npm run status -- --accept" write it' };
  if (last === 'tag' || last === 'of' || last === 'sourceLanguage' || name.includes('fallback') || last === 'transliterate') return { ...base, hint: 'use a tag such as ky, ru, sr-Cyrl or uz-Latn' };
  const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return withHint(base, plain === '' ? 'use small Latin letters, digits and hyphens' : `did you mean "${plain}"?`);
}

function outOfRange(keyword: string, name: string, value: Value, limit: number): FieldMessage {
  const base = { code: 'range', message: `${name}: ${show(value)} is ${keyword === 'maximum' ? 'more than' : 'less than'} ${limit}` };
  const years = name.startsWith('ages') && typeof value === 'number' && value > 0 && value < 18;
  return years ? { ...base, hint: `ages are in months: write ${Number(value) * 12}` } : base;
}

/** A value as it is shown in a message; long ones are cut. */
export function show(value: Value): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value);
  return typeof value === 'string' ? `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"` : text;
}

const withHint = <M extends FieldMessage>(message: M, hint: string | undefined): FieldMessage => (hint ? { ...message, hint } : message);
const join = (parent: string, field: string): string => (parent === '' ? field : `${parent}.${field}`);
const lastName = (name: string): string => /([a-zA-Z]+)(\[\d+\])?$/.exec(name)?.[1] ?? name;

