/** The forms of whole files: of a text or a country's patch of one, and of a file of settings. */
import { EnvironmentError } from '../../cli/errors.ts';
import type { EntryKind } from '../../model/place.ts';
import { patchSchema } from '../../schema/derived-schemas.ts';
import { brokenSchema, loadSchema, type Schema, type SchemaName } from '../../schema/schemas.ts';
import { sourceKey } from '../source-key.ts';
import type { CmsField, CmsHiddenField } from './cms-config.ts';
import { type Form, fieldOf } from './field-form.ts';
import type { SettingsKind } from './formats.ts';

/** Written by commands and when a text is first saved. */
const keptAside = ['basedOn'];

/**
 * First the words that every text has, of which the text itself is the longest, then what is told of it.
 *
 * @throws EnvironmentError when the schema is broken, as elsewhere
 */
export function textFields(kind: EntryKind, isPatch: boolean, form: Form): readonly CmsField[] {
  return ofSchema(kind, () => {
    const own = loadSchema(kind);
    const schema = isPatch ? patchSchema(own, loadSchema('patch')) : own;
    const names = Object.keys(own.properties ?? {}).filter((name) => !keptAside.includes(name));
    const ownOfEach = loadSchema('translation').properties ?? {};
    const fields = names.flatMap((name) => {
      const field = rootField(name, schema, form) ?? [];
      // A translation can be a draft, and has a day of its own.
      return !isPatch && name in ownOfEach
        ? [field].flat().map((each) => ({ ...each, i18n: true as const }))
        : field;
    });
    const isWords = ({ name }: CmsField): boolean => wordsOfEach(own).includes(name);
    return [
      ...keptAside.map(hiddenField),
      hiddenField(sourceKey),
      ...fields.filter(isWords),
      translationField(),
      body,
      ...fields.filter((field) => !isWords(field)),
    ];
  });
}

/** The fields that are asked of every translation. */
const wordsOfEach = ({ required = [], properties }: Schema): readonly string[] =>
  required.filter((name) => properties?.[name]?.['x-translatable'] === true);

/** @throws EnvironmentError when the schema is broken, as elsewhere */
export const settingsFields = (kind: SettingsKind, form: Form): readonly CmsField[] =>
  ofSchema(kind, () => {
    const schema = loadSchema(kind);
    return Object.keys(schema.properties ?? {}).flatMap((name) => rootField(name, schema, form) ?? []);
  });

function rootField(name: string, { properties, required }: Schema, form: Form): CmsField | undefined {
  const isRequired = required?.includes(name) ?? false;
  return fieldOf(name, properties?.[name] ?? {}, { path: name, isRequired, isLanguage: false }, form);
}

function ofSchema<T>(name: SchemaName, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof EnvironmentError ? error : brokenSchema(name, error);
  }
}

function translationField(): CmsField {
  const hint = loadSchema('translation').properties?.translation?.description;
  return {
    name: 'translation',
    label: 'Translation',
    ...(hint !== undefined && { hint }),
    widget: 'passport-translation',
    required: false,
    i18n: true,
  };
}

/**
 * What belongs to the file of one language. Without a field of its own, Sveltia takes it over from the first language when another one
 * is begun.
 */
const hiddenField = (name: string): CmsHiddenField => ({ name, label: name, widget: 'hidden' });

const body: CmsField = {
  name: 'body',
  label: 'Text',
  hint: 'Everything below the fields, in Markdown.',
  widget: 'passport-body',
  required: false,
  i18n: true,
};
