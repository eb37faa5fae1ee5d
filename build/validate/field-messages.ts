/**
 * Says what a schema found in words that an author understands, with the corrected value where it can be known.
 */
import type { ErrorObject } from 'ajv';
import { tagHint } from '../diagnostics/language-tag.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Value } from '../model/document.ts';
import type { Schema } from '../schema/schemas.ts';
import { itemsOf } from './corrections.ts';
import type { FieldContext, FieldMessage } from './field-message.ts';
import { joinName, lastName, show } from './field-name.ts';
import { outOfRange, spellingHint, wrongFormat, wrongPattern, wrongType } from './value-messages.ts';

export function explainField(error: ErrorObject, context: FieldContext): FieldMessage {
  const { name, value } = context;
  const params = error.params as Readonly<Record<string, unknown>>;
  const shown = show(value);
  switch (error.keyword) {
    case 'required':
      return { code: 'required', ...missing(joinName(name, String(params.missingProperty))) };
    case 'additionalProperties':
      return unknownField(String(params.additionalProperty), context);
    case 'type':
      return wrongType([params.type].flat().map(String), context);
    case 'enum': {
      const allowed = (params.allowedValues as readonly (string | null)[]).filter((item) => item !== null);
      return {
        code: 'enum',
        message: `${name}: ${shown} is not one of: ${allowed.join(', ')}`,
        hint: didYouMean(String(value), allowed) ?? `write one of them, such as ${allowed[0]}`,
      };
    }
    case 'format':
      return wrongFormat(name, value, String(params.format));
    case 'pattern':
      return wrongPattern(name, value);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return {
        code: 'empty',
        message: `${name} is empty`,
        hint: context.required ? 'fill it in' : 'fill it in, or remove the field',
      };
    case 'maxLength': {
      const length = [...String(value)].length;
      return {
        code: 'too-long',
        message: `${name} has ${length} characters; ${params.limit} is the most`,
        hint: 'shorten it; details belong into the text',
      };
    }
    case 'maximum':
    case 'minimum':
      return outOfRange(error.keyword, name, value, Number(params.limit));
    case 'uniqueItems': {
      const twin = Math.max(Number(params.i), Number(params.j));
      const item = Array.isArray(value) ? show((value as readonly Value[])[twin] ?? null) : 'an item';
      return {
        code: 'duplicate-item',
        message: `${name}: ${item} is listed twice`,
        at: { step: twin, key: false },
        hint: 'remove one of the two',
      };
    }
    case 'propertyNames': {
      const tag = String(params.propertyName);
      if (name.startsWith('spellings.'))
        return {
          code: 'pattern',
          message: `${name}: "${tag}" cannot be a word`,
          at: { step: tag, key: true },
          hint: spellingHint,
        };
      return {
        code: 'language',
        message: `${name}: "${tag}" is not a language tag`,
        at: { step: tag, key: true },
        hint: tagHint(tag),
      };
    }
    case 'anyOf':
      return {
        code: 'type',
        message: `${name}: must be a list of ids, or a map of ids and terms`,
        hint:
          typeof value === 'string' && value !== 'all'
            ? `write ${lastName(name)}: [${itemsOf(value).join(', ')}]`
            : `write ${lastName(name)}: [first-id, second-id]; for everything, remove the field`,
      };
    default:
      return {
        code: error.keyword,
        message: `${name || 'the file'}: ${error.message ?? 'is not valid'}`,
        hint: 'compare it with a file of the same kind',
      };
  }
}

function missing(field: string): { message: string; hint: string } {
  if (field === 'translation') {
    const hint =
      'add "translation: {of: en, by: human, reviewed: false}"; the file in the source language is the original, every other one a translation';
    return { message: 'the field "translation" is missing', hint };
  }
  return { message: `the field "${field}" is missing`, hint: `add a line "${lastName(field)}: …"` };
}

function unknownField(field: string, context: FieldContext): FieldMessage {
  const full = joinName(context.name, field);
  const at = { step: field, key: true };
  if (
    context.role === 'translation' &&
    Object.hasOwn(propertiesAt(context.kindSchema, context.name) ?? {}, field)
  ) {
    return {
      code: 'not-translatable',
      at,
      message: `"${full}" belongs to the original; a translation inherits it`,
      hint: 'remove the field here',
    };
  }
  if (context.role === 'original' && full === 'translation' && context.known.includes('basedOn')) {
    return {
      code: 'translation-in-original',
      at,
      message: 'this text is in the source language and therefore the original; it cannot be a translation',
      hint: 'remove "translation", or correct the language in the name of the file',
    };
  }
  const hint =
    context.meant === undefined
      ? `the fields here are: ${context.known.join(', ')}`
      : `did you mean "${context.meant}"?`;
  return { code: 'unknown-field', at, message: `there is no field "${show(full).slice(1, -1)}"`, hint };
}

const propertiesAt = (schema: Schema, name: string): Schema['properties'] =>
  name === '' ? schema.properties : schema.properties?.[name]?.properties;
