/** Fields of one value: a choice, a text, a number, a date, a file, yes or no. */
import { idPattern } from '../../../schemas/brands.ts';
import type { Schema } from '../../schema/schemas.ts';
import { canBeShown, optionsFor } from './choices.ts';
import type { CmsField, CmsMediaField, CmsOption, CmsTextField } from './cms-config.ts';
import type { Base, FieldPlace, Form } from './field-form.ts';
import { patternOf } from './patterns.ts';

export function scalarField(base: Base, schema: Schema, place: FieldPlace, form: Form): CmsField {
  const options = optionsFor(schema, form.choices);
  if (options !== undefined)
    return canBeShown(options, form.mostOptions)
      ? { ...base, widget: 'select', options }
      : textField(withIdHint(base), { ...schema, pattern: idPattern.source }, place, form);
  const types = [schema.type ?? []].flat();
  if (types.includes('boolean')) return booleanField(base);
  if (types.includes('integer') || types.includes('number')) return numberField(base, schema, place, form);
  if (schema['x-file'] !== undefined) return fileField(base, schema, schema['x-file'], place);
  if (schema.format === 'date') return { ...base, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  return textField(base, schema, place, form);
}

const withIdHint = (base: Base): Base => ({
  ...base,
  hint: `${base.hint ?? base.label} Write the end of its address, such as treasure-bag.`,
});

/** A switch would write "no" where nothing was said, which can mean yes. */
const booleanField = (base: Base): CmsField =>
  base.required === true ? { ...base, widget: 'boolean' } : { ...base, widget: 'select', options: yesOrNo };

const yesOrNo: readonly CmsOption[] = [
  { label: 'Yes', value: true },
  { label: 'No', value: false },
];

function numberField(base: Base, schema: Schema, place: FieldPlace, form: Form): CmsField {
  const example = exampleOf(schema, place, form);
  return {
    ...base,
    widget: 'number',
    value_type: [schema.type].flat().includes('integer') ? 'int' : 'float',
    ...(schema.minimum !== undefined && { min: schema.minimum }),
    ...(schema.maximum !== undefined && { max: schema.maximum }),
    ...(typeof example === 'number' && { default: example }),
  };
}

/** A longer text than this gets a box of several lines. */
const longestLine = 300;

function textField(base: Base, schema: Schema, place: FieldPlace, form: Form): CmsTextField {
  const { format, minLength, maxLength, pattern } = schema;
  const example = exampleOf(schema, place, form);
  return {
    ...base,
    widget: (maxLength ?? 0) > longestLine ? 'text' : 'string',
    ...(format === 'email' && { type: 'email' }),
    ...(format === 'uri' && { type: 'url' }),
    // That there is one at all is asked of required fields.
    ...((minLength ?? 0) > 1 && { minlength: minLength }),
    ...(maxLength !== undefined && { maxlength: maxLength }),
    ...(pattern !== undefined && { pattern: patternOf(pattern, place.path) }),
    ...(typeof example === 'string' && { default: example }),
    // A colon begins our boxes and quizzes, not a face.
    use_emoji_autocomplete: false,
  };
}

const pictures = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif'];

/** The value is the plain name of a file that lies beside the text. */
const fileField = (
  base: Base,
  { pattern }: Schema,
  endings: readonly string[],
  place: FieldPlace,
): CmsMediaField => ({
  ...base,
  widget: endings.every((ending) => pictures.includes(ending)) ? 'image' : 'file',
  accept: endings.map((ending) => `.${ending}`).join(','),
  choose_url: false,
  ...(pattern !== undefined && { pattern: patternOf(pattern, place.path) }),
});

const exampleOf = ({ examples }: Schema, { isRequired }: FieldPlace, { hasDefaults }: Form): unknown =>
  hasDefaults && isRequired ? examples?.[0] : undefined;
