/** Snippets for the fields of each kind of file: those that its schema requires. */
import { isTranslatable, writtenSchema } from '../schema/derived-schemas.ts';
import { loadSchema, type Schema, type SchemaName } from '../schema/schemas.ts';
import { lastPlace, Places, type Snippet } from './snippet.ts';

const textKinds = ['course', 'lesson', 'material', 'group', 'page'] as const;
const dataKinds = ['country', 'site', 'taxonomy', 'glossary', 'framework'] as const;

export function fieldSnippets(): Snippet[] {
  return [
    ...textKinds.map((kind) => textSnippet(kind, loadSchema(kind))),
    translationSnippet(),
    patchSnippet(),
    ...dataKinds.map(dataSnippet),
  ];
}

function textSnippet(prefix: string, schema: Schema): Snippet {
  const body = ['---', ...fieldLines(schema, new Places()), '---', '', lastPlace];
  return { prefix, scope: 'markdown', description: schema.description ?? prefix, body };
}

/** What every kind has translated, and what a translation says of itself. */
function translationSnippet(): Snippet {
  const { properties = {}, required = [] } = loadSchema('page');
  const words = required.filter((name) => isTranslatable(properties[name] ?? {}));
  const translation = loadSchema('translation');
  const kind: Schema = {
    properties: Object.fromEntries(words.map((name) => [name, properties[name] ?? {}])),
  };
  return textSnippet('translation', {
    ...writtenSchema(kind, translation),
    required: [...words, ...(translation.required ?? [])],
    ...(translation.description !== undefined && { description: translation.description }),
  });
}

/** It requires nothing: any field may be written. */
function patchSnippet(): Snippet {
  const places = new Places();
  const fields = Object.keys(loadSchema('page').properties ?? {}).filter((name) => name !== 'basedOn');
  const field = `${places.choice(fields)}: ${places.text('value')}`;
  const description = loadSchema('patch').description ?? 'patch';
  return { prefix: 'patch', scope: 'markdown', description, body: ['---', field, '---', lastPlace] };
}

function dataSnippet(prefix: SchemaName): Snippet {
  const schema = loadSchema(prefix);
  const body = [...fieldLines(schema, new Places()), lastPlace];
  return { prefix, scope: 'yaml', description: schema.description ?? prefix, body };
}

function fieldLines({ properties = {}, required = [] }: Schema, places: Places): string[] {
  return Object.entries(properties)
    .filter(([name]) => required.includes(name))
    .flatMap(([name, schema]) => withName(`${name}:`, valueLines(schema, name, places)));
}

/** A value on the line of its name, or below it. */
const withName = (name: string, [first = '', ...rest]: readonly string[]): string[] =>
  rest.length === 0 && !/^(?:- |[\w-]+: |\$\{\d+:[\w-]+\}: )/.test(first)
    ? [`${name} ${first}`]
    : [name, ...[first, ...rest].map((line) => `  ${line}`)];

function valueLines(schema: Schema, name: string, places: Places): string[] {
  if (schema.properties !== undefined) return fieldLines(schema, places);
  if (schema.items !== undefined) {
    const [first = '', ...rest] = valueLines(schema.items, singular(name), places);
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
  }
  if (typeof schema.additionalProperties === 'object') return [`${places.text('en')}: ${places.text(name)}`];
  if (schema.enum !== undefined) return [places.choice(schema.enum.map(String))];
  if (schema.type === 'boolean') return [places.choice(['false', 'true'])];
  return [places.text(String(schema.examples?.[0] ?? name))];
}

const singular = (name: string): string => name.replace(/s$/, '');
