import type { Schema } from './schemas.ts';

/** The schema of a translation's front matter: what it says about itself, and the translatable fields of its kind. */
export function translationSchema(kind: Schema, translation: Schema): Schema {
  const fields = translatableProperties(kind);
  return {
    ...translation,
    properties: { ...translation.properties, ...fields },
    required: [...(translation.required ?? []), ...(kind.required ?? []).filter((field) => field in fields)],
  };
}

/** The schema of a patch's front matter: any field of the kind, or null to remove it; nothing is required. */
export function patchSchema(kind: Schema, patch: Schema): Schema {
  return { ...patch, properties: { ...patch.properties, ...removable(kind, patch.properties ?? {}) } };
}

/**
 * The fields of a kind in the order in which a file lists them, whatever part it plays: first those of the kind, last what the file
 * says of itself. `npm run format` puts them into this order.
 */
export function writtenSchema(kind: Schema, ...ofItself: readonly Schema[]): Schema {
  const own = Object.assign({}, ...ofItself.map(({ properties }) => properties)) as Record<string, Schema>;
  const fields = kind.properties ?? {};
  const last = Object.keys(own).filter((name) => !(name in fields) || name === 'basedOn');
  const first = Object.entries(fields).filter(([name]) => !last.includes(name));
  return { ...kind, properties: Object.fromEntries([...first, ...last.map((name) => [name, own[name]])]) };
}

/** Whether a field is language, wholly or in a part. */
export const isTranslatable = (schema: Schema): boolean =>
  schema['x-translatable'] === true || Object.values(schema.properties ?? {}).some(isTranslatable);

function translatableProperties(schema: Schema): Record<string, Schema> {
  const fields = Object.entries(schema.properties ?? {}).filter(([, field]) => isTranslatable(field));
  return Object.fromEntries(fields.map(([name, field]) => [name, translatablePart(field)]));
}

/** Of a map only its translatable members remain, such as `image.alt`; none of them is required. */
function translatablePart(field: Schema): Schema {
  if (field['x-translatable'] === true || field.properties === undefined) return field;
  return { ...field, properties: translatableProperties(field), required: [] };
}

/** Fields that the kind requires can be changed but not removed. */
function removable(kind: Schema, own: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const others = Object.entries(kind.properties ?? {}).filter(([name]) => !(name in own));
  return Object.fromEntries(
    others.map(([name, field]) => [name, optional(field, kind.required?.includes(name) ?? false)]),
  );
}

function optional(field: Schema, required: boolean): Schema {
  const schema: Schema =
    field.properties === undefined ? field : { ...field, required: [], properties: removable(field, {}) };
  if (required) return schema;
  return {
    ...schema,
    type: [...[schema.type ?? 'string'].flat(), 'null'],
    ...(schema.enum && { enum: [...schema.enum, null] }),
  };
}
