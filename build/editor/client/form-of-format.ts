import { type FieldsForm, textSchema } from '../../format/fields-form.ts';
import type { EntryKind } from '../../model/place.ts';
import { loadSchema } from '../../schema/schemas.ts';
import type { EditorFormat } from '../config/editor-config.ts';

/** How the files of a format are written. */
export function formOf({ entry, role }: EditorFormat): FieldsForm {
  if (role === 'settings') return { holder: 'file', schema: loadSchema(entry) };
  return { holder: 'front-matter', schema: textSchema({ entry: entry as EntryKind }) };
}
