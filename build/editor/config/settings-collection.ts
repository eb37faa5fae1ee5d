/** Files of settings, each with the form of its schema. */
import type { CmsField, CmsFile, CmsFileCollection } from './cms-config.ts';
import type { Form } from './field-form.ts';
import { formatNameOf, type SettingsKind } from './formats.ts';
import { settingsFields } from './forms.ts';

export interface SettingsFile {
  readonly kind: SettingsKind;
  readonly name: string;
  readonly label: string;
  /** Below the content folder. */
  readonly file: string;
  readonly icon: string;
}

export function fileOf({ kind, name, label, file, icon }: SettingsFile, form: Form): CmsFile {
  // A file holds all languages, and is there already.
  const { firstLanguage: _, ...whole } = form;
  const fields = settingsFields(kind, { ...whole, hasDefaults: false });
  return {
    name,
    label,
    icon,
    file: `content/${file}`,
    format: formatNameOf(kind),
    // Whatever lies beside or below a file with pictures is one to Sveltia, texts of countries too.
    ...(fields.some(takesFile) && { media_folder: '', public_folder: '' }),
    editor: { preview: false },
    fields,
  };
}

const takesFile = (field: CmsField): boolean =>
  field.widget === 'image' ||
  field.widget === 'file' ||
  ('fields' in field && field.fields !== undefined && field.fields.some(takesFile));

export const settingsCollection = (
  name: string,
  label: string,
  description: string,
  files: readonly CmsFile[],
): CmsFileCollection => ({ name, label, label_singular: label, description, icon: 'tune', files });
