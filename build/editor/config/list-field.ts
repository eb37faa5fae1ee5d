/** Fields of several values. */
import type { Schema } from '../../schema/schemas.ts';
import type { CmsField, CmsListField, CmsOption, CmsSelectField } from './cms-config.ts';
import type { Base } from './field-form.ts';
import { singularOf } from './words.ts';

export const multipleField = (base: Base, options: readonly CmsOption[]): CmsSelectField => ({
  ...base,
  widget: 'select',
  multiple: true,
  options,
});

/** Texts have a line each, since a comma can stand in one; maps have their fields. */
export function listField(base: Base, item: CmsField, schema: Schema): CmsListField {
  const list = { ...base, widget: 'list', label_singular: singularOf(base.label) } as const;
  if (item.widget !== 'object') return { ...list, field: item };
  const name = headingOf(schema);
  return {
    ...list,
    fields: item.fields,
    collapsed: 'auto',
    ...(name !== undefined && { summary: `{{fields.${name}}}` }),
  };
}

/** The first required text tells one item from another. */
const headingOf = ({ properties = {}, required = [] }: Schema): string | undefined =>
  required.find((name) => properties[name]?.type === 'string');
