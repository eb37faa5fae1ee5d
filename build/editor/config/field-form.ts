/**
 * A field of a schema as a field of a form. No field is named here: a new one needs only its schema.
 */
import { languageName } from '../../model/language-name.ts';
import { isTranslatable } from '../../schema/derived-schemas.ts';
import { loadSchema, type Schema } from '../../schema/schemas.ts';
import { type Choices, canBeShown, optionsFor } from './choices.ts';
import type { CmsCustomField, CmsField } from './cms-config.ts';
import { listField, multipleField } from './list-field.ts';
import { scalarField } from './scalar-field.ts';
import { singularOf, wordsOf } from './words.ts';

/** What all fields of a form have in common. */
export interface Form {
  readonly choices: Choices;
  /** Lines of a text in several languages. */
  readonly languages: readonly string[];
  /** The language whose text carries every field; nothing where a file holds all languages. */
  readonly firstLanguage?: string;
  /** Longer lists are not shown. */
  readonly mostOptions: number;
  /** New texts begin with the examples of required fields. */
  readonly hasDefaults: boolean;
}

/** Where a field stands. */
export interface FieldPlace {
  /** As in the front matter: `image.src`. */
  readonly path: string;
  readonly isRequired: boolean;
  /** The whole value belongs to a language. */
  readonly isLanguage: boolean;
}

export type Base = Pick<CmsCustomField, 'name' | 'label' | 'hint' | 'required' | 'i18n'>;

/**
 * Returns nothing for what no form can show: alternatives of a list and a map, and maps whose members are neither named nor texts.
 * They are kept as they are when the rest is saved.
 *
 * @throws TypeError for a schema that says of no type what its values are
 */
export function fieldOf(name: string, schema: Schema, place: FieldPlace, form: Form): CmsField | undefined {
  if (schema.anyOf !== undefined) return undefined;
  const isLanguage = place.isLanguage || schema['x-translatable'] === true;
  const base: Base = {
    name,
    label: schema.title ?? wordsOf(name),
    ...(schema.description !== undefined && { hint: schema.description }),
    required: requiredIn(place, schema, form),
    ...(form.firstLanguage !== undefined && (isLanguage || isTranslatable(schema)) && { i18n: true }),
  };
  const inner = { ...place, isLanguage };
  switch (typeOf(schema)) {
    case 'array':
      return arrayField(base, schema, inner, form);
    case 'object':
      return objectField(base, schema, inner, form);
    case undefined:
      throw new TypeError(`${place.path} has no type that a form could ask for`);
    default:
      return scalarField(base, schema, place, form);
  }
}

/** A part of a map is required of the text that carries every field, the whole of a field of every translation. */
function requiredIn(place: FieldPlace, schema: Schema, { firstLanguage }: Form): Base['required'] {
  const isPart = place.path.includes('.') && schema['x-translatable'] === true;
  return place.isRequired && isPart && firstLanguage !== undefined ? [firstLanguage] : place.isRequired;
}

/** Beside it a patch can have null, which removes the field. */
const typeOf = ({ type }: Schema): string | undefined => [type ?? []].flat().find((name) => name !== 'null');

function arrayField(base: Base, schema: Schema, place: FieldPlace, form: Form): CmsField | undefined {
  const { items, minItems } = schema;
  if (items === undefined) return undefined;
  const min = minItems === undefined ? {} : { min: minItems };
  // Lessons have an order, and belong to the course that is open.
  if (items['x-reference'] === 'lesson')
    return { ...base, widget: 'passport-lessons', lessons: form.choices.lessons };
  const options = optionsFor(items, form.choices);
  if (options !== undefined && canBeShown(options, form.mostOptions))
    return { ...multipleField(base, options), ...min };
  // A line that was left empty is no item.
  const itemPlace = { ...place, path: `${place.path}[0]`, isRequired: typeOf(items) !== 'string' };
  const item = fieldOf(singularOf(base.name), items, itemPlace, { ...form, hasDefaults: false });
  return item === undefined ? undefined : { ...listField(base, item, items), ...min };
}

function objectField(base: Base, schema: Schema, place: FieldPlace, form: Form): CmsField | undefined {
  const { properties, propertyNames, additionalProperties: member } = schema;
  if (properties !== undefined) return asObject(base, propertyFields(schema, place, form));
  if (typeof member !== 'object') return undefined;
  if (propertyNames !== undefined && isLanguageTag(propertyNames))
    return asObject(base, languageFields(member, place, form));
  return member.type === 'string' ? { ...base, widget: 'keyvalue' } : undefined;
}

function asObject(base: Base, fields: readonly CmsField[]): CmsField | undefined {
  if (fields.length === 0) return undefined;
  return { ...base, widget: 'object', fields, ...(base.required !== true && { collapsed: 'auto' }) };
}

/** The fields of a map. */
function propertyFields(schema: Schema, place: FieldPlace, form: Form): CmsField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    return fieldOf(name, member, { ...place, path: `${place.path}.${name}`, isRequired }, form) ?? [];
  });
}

/** A line for each language. */
function languageFields(member: Schema, place: FieldPlace, form: Form): CmsField[] {
  return form.languages.flatMap((tag) => {
    const { description: _, ...schema } = member;
    const inner = { ...place, path: `${place.path}.${tag}`, isRequired: false };
    return fieldOf(tag, { ...schema, title: languageName(tag) }, inner, form) ?? [];
  });
}

const isLanguageTag = ({ pattern }: Schema): boolean =>
  pattern !== undefined && pattern === loadSchema('site').properties?.sourceLanguage?.pattern;
