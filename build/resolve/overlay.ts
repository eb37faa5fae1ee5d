import type { Fields } from '../model/catalogue.ts';
import type { EntryKind } from '../model/place.ts';
import { isTranslatable } from '../schema/derived-schemas.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';

/** `language`: only words, which belong to one language. `common`: only the rest, which holds in all of them. */
export type OverlayPart = 'language' | 'common';

/** Lays fields over others: maps merge, lists and values replace, `null` removes. */
export function overlayFields(base: Fields, overlay: Fields, kind: EntryKind, part: OverlayPart): Fields {
  return overlayMap(base as Values, overlay as Values, loadSchema(kind), part) as Fields;
}

type Values = Readonly<Record<string, unknown>>;

function overlayMap(base: Values, overlay: Values, schema: Schema, part: OverlayPart): Values {
  const result: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(overlay)) {
    const field = schema.properties?.[name];
    if (field === undefined) continue;
    if (isMap(value) && isMap(base[name])) {
      result[name] = overlayMap(base[name], value, field, part);
      continue;
    }
    if (part !== (isTranslatable(field) ? 'language' : 'common')) continue;
    if (value === null) delete result[name];
    else result[name] = value;
  }
  return result;
}

const isMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
