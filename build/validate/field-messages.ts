/**
 * Says what a schema found in words that an author understands, with the corrected value where it can be known.
 */
import type { ErrorObject } from 'ajv';
import { tagHint } from '../diagnostics/language-tag.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Value } from '../model/document.ts';
import type { Schema } from '../schema/schemas.ts';
import { correctAges, correctMinutes, correctNumber, correctUrl, itemsOf } from './corrections.ts';
import { correctDate } from './dates.ts';
import type { Role } from './validators.ts';

export interface FieldMessage {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** A member is at fault: its key, or its value. */
  readonly at?: { readonly step: string | number; readonly key: boolean };
}

export interface FieldContext {
  /** `image.alt`, `lessons[2]`; empty for the root. */
  readonly name: string;
  readonly value: Value;
  /** Names of the fields that may stand in the same map. */
  readonly known: readonly string[];
  /** Those of them that must stand there. */
  readonly members: readonly string[];
  /** The field cannot be left out. */
  readonly required: boolean;
  /** The schema of the kind, for fields of the original that a translation cannot have. */
  readonly kindSchema: Schema;
  readonly role: Role;
  /** The field that was meant by an unknown one. */
  readonly meant: string | undefined;
}

export function explainField(error: ErrorObject, context: FieldContext): FieldMessage {
  const { name, value } = context;
  const params = error.params as Readonly<Record<string, unknown>>;
  const shown = show(value);
  switch (error.keyword) {
    case 'required':
      return { code: 'required', ...missing(join(name, String(params.missingProperty))) };
    case 'additionalProperties':
      return unknownField(String(params.additionalProperty), context);
    case 'type':
      return wrongType([params.type].flat().map(String), context);
    case 'enum': {
      const allowed = (params.allowedValues as readonly (string | null)[]).filter((item) => item !== null);
      return {
        code: 'enum',
        message: `${name}: ${shown} is not one of: ${allowed.join(', ')}`,
        hint: didYouMean(String(value), allowed) ?? `write one of them, such as ${allowed[0]}`,
      };
    }
    case 'format':
      return wrongFormat(name, value, String(params.format));
    case 'pattern':
      return wrongPattern(name, value);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return {
        code: 'empty',
        message: `${name} is empty`,
        hint: context.required ? 'fill it in' : 'fill it in, or remove the field',
      };
    case 'maxLength': {
      const length = [...String(value)].length;
      return {
        code: 'too-long',
        message: `${name} has ${length} characters; ${params.limit} is the most`,
        hint: 'shorten it; details belong into the text',
      };
    }
    case 'maximum':
    case 'minimum':
      return outOfRange(error.keyword, name, value, Number(params.limit));
    case 'uniqueItems': {
      const twin = Math.max(Number(params.i), Number(params.j));
      const item = Array.isArray(value) ? show((value as readonly Value[])[twin] ?? null) : 'an item';
      return {
        code: 'duplicate-item',
        message: `${name}: ${item} is listed twice`,
        at: { step: twin, key: false },
        hint: 'remove one of the two',
      };
    }
    case 'propertyNames': {
      const tag = String(params.propertyName);
      return {
        code: 'language',
        message: `${name}: "${tag}" is not a language tag`,
        at: { step: tag, key: true },
        hint: tagHint(tag),
      };
    }
    case 'anyOf':
      return {
        code: 'type',
        message: `${name}: must be a list of ids, or a map of ids and terms`,
        hint:
          typeof value === 'string' && value !== 'all'
            ? `write ${lastName(name)}: [${itemsOf(value).join(', ')}]`
            : `write ${lastName(name)}: [first-id, second-id]; for everything, remove the field`,
      };
    default:
      return {
        code: error.keyword,
        message: `${name || 'the file'}: ${error.message ?? 'is not valid'}`,
        hint: 'compare it with a file of the same kind',
      };
  }
}

function missing(field: string): { message: string; hint: string } {
  if (field === 'translation') {
    const hint =
      'add "translation: {of: en, by: human, reviewed: false}"; the file in the source language is the original, every other one a translation';
    return { message: 'the field "translation" is missing', hint };
  }
  return { message: `the field "${field}" is missing`, hint: `add a line "${lastName(field)}: …"` };
}

function unknownField(field: string, context: FieldContext): FieldMessage {
  const full = join(context.name, field);
  const at = { step: field, key: true };
  if (
    context.role === 'translation' &&
    Object.hasOwn(propertiesAt(context.kindSchema, context.name) ?? {}, field)
  ) {
    return {
      code: 'not-translatable',
      at,
      message: `"${full}" belongs to the original; a translation inherits it`,
      hint: 'remove the field here',
    };
  }
  if (context.role === 'original' && full === 'translation' && context.known.includes('basedOn')) {
    return {
      code: 'translation-in-original',
      at,
      message: 'this text is in the source language and therefore the original; it cannot be a translation',
      hint: 'remove "translation", or correct the language in the name of the file',
    };
  }
  const hint =
    context.meant === undefined
      ? `the fields here are: ${context.known.join(', ')}`
      : `did you mean "${context.meant}"?`;
  return { code: 'unknown-field', at, message: `there is no field "${show(full).slice(1, -1)}"`, hint };
}

const propertiesAt = (schema: Schema, name: string): Schema['properties'] =>
  name === '' ? schema.properties : schema.properties?.[name]?.properties;

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  null: 'null',
};

function wrongType(types: readonly string[], context: FieldContext): FieldMessage {
  const { name, value, role, required } = context;
  const last = lastName(name);
  if (role === 'patch' && value === null && !types.includes('null')) {
    return {
      code: 'required',
      message: `${name}: a patch cannot remove a field that every text of this kind needs`,
      hint: 'remove the line to keep the shared value, or write another value',
    };
  }
  const wanted = types
    .filter((type) => type !== 'null')
    .map((type) => typeNames[type] ?? type)
    .join(' or ');
  const base = { code: 'type', message: `${name || 'the file'}: ${show(value)} is not ${wanted}` };
  const hint = typeHint(types, context);
  if (hint !== undefined) return { ...base, hint };
  if (value === null)
    return { ...base, hint: `write ${wanted} after the colon${required ? '' : ', or remove the field'}` };
  return { ...base, hint: examples[last] ?? `write ${wanted} after the colon` };
}

/** The corrected line, where it can be guessed. */
function typeHint(
  types: readonly string[],
  { name, value, members, required }: FieldContext,
): string | undefined {
  const last = lastName(name);
  const wants = (type: string): boolean => types.includes(type);
  if (wants('array')) {
    const items = itemsOf(value);
    if (typeof value === 'string' && /^-\S/.test(value))
      return `put a space behind each hyphen: - ${items[0]}`;
    if (items.length > 0)
      return `write ${last}: [${items.map((item) => (last === 'languages' ? `{tag: ${item}}` : item)).join(', ')}]`;
    return value === null
      ? `write ${last}: [first, second]${required ? '' : ', or remove the field'}`
      : undefined;
  }
  if (wants('boolean')) {
    const meant = /^(y|yes|on|да|ha|ooba|1)$/i.test(String(value))
      ? 'true'
      : /^(n|no|off|нет|0)$/i.test(String(value))
        ? 'false'
        : undefined;
    return meant === undefined ? 'write true or false' : `write ${meant}`;
  }
  if (wants('integer') || wants('number')) {
    const number = name.startsWith('ages')
      ? correctAges(value)
      : last === 'durationMinutes'
        ? correctMinutes(value)
        : correctNumber(value);
    return number === undefined ? undefined : `write ${number}`;
  }
  if (wants('object')) {
    if (last === 'ages') return agesHint(value);
    if (last === 'image' && typeof value === 'string')
      return `write image: {src: ${value}, alt: "what the picture shows"}`;
    if (last === 'translation' && typeof value === 'string')
      return `write translation: {of: ${value}, by: human, reviewed: false}`;
    if (name.startsWith('languages[') && typeof value === 'string') return `write - tag: ${value}`;
    if (['name', 'label', 'tagline', 'description'].includes(last) && typeof value === 'string')
      return `write one line for each language below it, such as "en: ${value}"`;
    return members.length > 0
      ? `write its fields on the lines below, indented: ${members.map((member) => `${member}: …`).join(', ')}`
      : undefined;
  }
  if (wants('string')) {
    if (value === null)
      return last === 'accent'
        ? 'put the colour in quotes, because # begins a remark: "#b23a2e"'
        : `write the text after the colon${required ? '' : ', or remove the field'}`;
    return 'write one text, not several; put it in quotes if it begins with a bracket';
  }
  return undefined;
}

function agesHint(value: Value): string {
  const [from, to] = (Array.isArray(value) ? value : (String(value ?? '').match(/\d+/g) ?? [])).map(Number);
  if (from === undefined || to === undefined || !(from < to))
    return 'write ages: {fromMonths: 36, toMonths: 84}';
  const years = to <= 18;
  return `write ages: {fromMonths: ${years ? from * 12 : from}, toMonths: ${years ? to * 12 : to}}`;
}

const examples: Readonly<Record<string, string>> = {
  durationMinutes: 'write minutes in digits, such as 15',
  fromMonths: 'write months in digits, such as 36',
  toMonths: 'write months in digits, such as 84',
};

function wrongFormat(name: string, value: Value, format: string): FieldMessage {
  if (format === 'date') {
    const corrected = correctDate(String(value));
    return {
      code: 'date',
      message: `${name}: ${show(value)} is not a date`,
      hint: corrected === undefined ? 'write year-month-day, such as 2026-03-01' : `write ${corrected}`,
    };
  }
  if (format === 'email')
    return {
      code: 'email',
      message: `${name}: ${show(value)} is not an e-mail address`,
      hint: 'write it as in name@example.org',
    };
  return wrongUrl(name, value);
}

function wrongUrl(name: string, value: Value): FieldMessage {
  const corrected = correctUrl(String(value), name === 'url');
  return {
    code: 'url',
    message: `${name}: ${show(value)} is not ${name === 'url' ? 'the address of a site, with a slash at its end' : 'a web address'}`,
    hint: corrected === undefined ? 'write it in full, such as https://example.org/' : `write ${corrected}`,
  };
}

function wrongPattern(name: string, value: Value): FieldMessage {
  const last = lastName(name);
  const text = String(value);
  const base = { code: 'pattern', message: `${name}: ${show(value)} cannot be used here` };
  if (last === 'url') return wrongUrl(name, value);
  if (last === 'src')
    return {
      ...base,
      hint: 'name a picture in the same folder, without a path: svg, png, jpg, webp or avif, such as cover.jpg',
    };
  if (last === 'logo' || last === 'motif')
    return { ...base, hint: `name an SVG file in the same folder, such as ${last}.svg` };
  if (last === 'accent') return { ...base, hint: `write a colour such as "${colour(text)}"` };
  if (last === 'hash' || last === 'basedOn')
    return { ...base, hint: 'remove it, and let "npm run status -- --accept" write it' };
  if (
    last === 'tag' ||
    last === 'of' ||
    last === 'sourceLanguage' ||
    name.includes('fallback') ||
    last === 'transliterate'
  )
    return { ...base, hint: tagHint(text) };
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    ...base,
    hint:
      plain === '' || plain === text
        ? 'use small Latin letters, digits and hyphens'
        : `did you mean "${plain}"?`,
  };
}

function colour(text: string): string {
  const digits = text.replace(/^#/, '');
  if (/^[0-9a-f]{6}$/i.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/i.test(digits) ? `#${[...digits].map((digit) => digit + digit).join('')}` : '#b23a2e';
}

function outOfRange(keyword: string, name: string, value: Value, limit: number): FieldMessage {
  const base = {
    code: 'range',
    message: `${name}: ${show(value)} is ${keyword === 'maximum' ? 'more than' : 'less than'} ${limit}`,
  };
  if (name.startsWith('ages')) return { ...base, hint: 'ages are in months: three years are 36' };
  return { ...base, hint: `write ${keyword === 'maximum' ? 'at most' : 'at least'} ${limit}` };
}

/** A value as it is shown in a message: on one line, and long ones cut. */
export function show(value: Value): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value).replace(/\s+/g, ' ');
  return typeof value === 'string'
    ? `"${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}"`
    : text;
}

const join = (parent: string, field: string): string => (parent === '' ? field : `${parent}.${field}`);
const lastName = (name: string): string => /([^.[\]]+)(\[\d+\])?$/.exec(name)?.[1] ?? name;
