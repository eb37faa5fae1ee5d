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
 * First the fields of the kind, then what the text says of itself, last the text.
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
    return [...keptAside.map(hiddenField), hiddenField(sourceKey), ...fields, translationField(), body];
  });
}

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
