/**
 * Values that are not what their field takes: their type, form or size.
 */
import { tagHint } from '../diagnostics/language-tag.ts';
import type { Value } from '../model/document.ts';
import { correctAges, correctMinutes, correctNumber, correctUrl, itemsOf } from './corrections.ts';
import { correctDate } from './dates.ts';
import type { FieldContext, FieldMessage } from './field-message.ts';
import { lastName, show } from './field-name.ts';

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  null: 'null',
};

export function wrongType(types: readonly string[], context: FieldContext): FieldMessage {
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
    if (['name', 'names', 'label', 'tagline', 'description'].includes(last) && typeof value === 'string')
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

export function wrongFormat(name: string, value: Value, format: string): FieldMessage {
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

/** What either side of a spelling may hold. */
export const spellingHint =
  'write words: letters, digits, spaces, hyphens and apostrophes, and a star at the end for any ending';

export function wrongPattern(name: string, value: Value): FieldMessage {
  const last = lastName(name);
  const text = String(value);
  const base = { code: 'pattern', message: `${name}: ${show(value)} cannot be used here` };
  if (last === 'url' || last === 'apiRoot' || last === 'baseUrl') return wrongUrl(name, value);
  if (last === 'repo')
    return { ...base, hint: 'write group and name with a slash between them: ministry/learning-passport' };
  if (last === 'branch') return { ...base, hint: 'write the name of a branch, such as main' };
  if (name.startsWith('spellings.')) return { ...base, hint: spellingHint };
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

export function outOfRange(keyword: string, name: string, value: Value, limit: number): FieldMessage {
  const base = {
    code: 'range',
    message: `${name}: ${show(value)} is ${keyword === 'maximum' ? 'more than' : 'less than'} ${limit}`,
  };
  if (name.startsWith('ages')) return { ...base, hint: 'ages are in months: three years are 36' };
  return { ...base, hint: `write ${keyword === 'maximum' ? 'at most' : 'at least'} ${limit}` };
}
