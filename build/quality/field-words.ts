import type { Text } from '../model/catalogue.ts';
import type { Data } from '../model/document.ts';
import type { EntryKind } from '../model/place.ts';
import { translationSchema } from '../schema/derived-schemas.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';
import { type Leaf, leavesOf } from '../schema/walk.ts';

/** The fields of a text that are language, as its readers read them. */
export const fieldWords = ({ place, fields }: Text): readonly Leaf[] =>
  leavesOf(schemaOf(place.entry), fields as Data).filter(({ pointer }) => !unread.has(String(pointer.at(0))));

/** Tags are words that somebody looks for, right or wrong; rules are Markdown, and rendered. */
const unread = new Set(['tags', 'rules']);

const known = new Map<EntryKind, Schema>();

/** What a translation of this kind would have to say. */
function schemaOf(entry: EntryKind): Schema {
  const schema = known.get(entry) ?? translationSchema(loadSchema(entry), {});
  known.set(entry, schema);
  return schema;
}
