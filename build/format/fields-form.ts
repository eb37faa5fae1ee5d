import type { Place, TextPlace } from '../model/place.ts';
import { writtenSchema } from '../schema/derived-schemas.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';
import type { FieldsHolder } from './parts.ts';

/** How the fields of a file are written. */
export interface FieldsForm {
  readonly holder: FieldsHolder;
  /** Of the fields, in the order in which they are written. */
  readonly schema: Schema;
}

/** How the fields of a file are written, by its place; nothing for files without fields. */
export function formAt(place: Place): FieldsForm | undefined {
  if (place.kind === 'strings') return undefined;
  if (place.kind === 'text') return { holder: 'front-matter', schema: textSchema(place) };
  return { holder: 'file', schema: loadSchema(place.kind) };
}

export const textSchema = ({ entry }: Pick<TextPlace, 'entry'>): Schema =>
  writtenSchema(loadSchema(entry), loadSchema('translation'), loadSchema('patch'));
