import { type FieldsForm, textSchema } from '../../format/fields-form.ts';
import { loadSchema } from '../../schema/schemas.ts';
import type { EditorFormat } from '../page-data.ts';

/** How the files of a format are written. */
export function formOf({ entry, settings }: EditorFormat): FieldsForm {
  if (entry !== undefined) return { holder: 'front-matter', schema: textSchema({ entry }) };
  return { holder: 'file', schema: loadSchema(settings) };
}
