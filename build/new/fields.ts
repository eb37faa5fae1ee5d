/**
 * Fields of a schema as questions, and answers as their values. No field is named here: a new one needs only its schema.
 */
import type { Data, Value } from '../model/document.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import type { Schema } from '../schema/schemas.ts';
import type { Choice, Question } from './form.ts';

/** `durationMinutes` is `--duration-minutes`. */
export const flagOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a field asks for; a text without a choice can be left for later. */
export function questionOf(schema: Schema, content: NewContent): Question {
  const several = schema.type === 'array';
  const choices = choicesOf(schema.items ?? schema, content);
  const example = exampleOf(schema);
  return {
    text: `${schema.description ?? ''}${howToWrite(schema)}`,
    ...(choices !== undefined && { choices }),
    ...(several && { several }),
    ...(example !== undefined && { proposal: example }),
    ...(example === undefined &&
      choices === undefined && { proposal: placeHolderOf(schema), isPlaceHolder: true }),
  };
}

/** A map is answered in a line. */
const howToWrite = (schema: Schema): string =>
  schema.type === 'object'
    ? ` Write ${schema.required?.join('-')}, such as ${exampleOf(schema) ?? '…'}.`
    : '';

function choicesOf(schema: Schema, { settings }: NewContent): readonly Choice[] | undefined {
  const kind = schema['x-taxonomy'];
  if (kind === undefined) return schema.enum?.flatMap((value) => (value === null ? [] : [{ value }]));
  return settings.taxonomies.get(kind)?.terms.map(({ id, label, description }) => ({
    value: id,
    label: [label.en, description?.en].filter((text) => text !== undefined).join(': '),
  }));
}

/** With a map, the values of its required members: `36-72`. */
function exampleOf({ examples, properties = {}, required = [] }: Schema): string | undefined {
  if (examples?.[0] !== undefined) return String(examples[0]);
  const members = required.map((name) => properties[name]?.examples?.[0]);
  return members.length > 0 && members.every((member) => member !== undefined)
    ? members.join('-')
    : undefined;
}

/** The first sentence of what the schema says of a field, as something that is still to be done. */
export function placeHolderOf({ description = '' }: Schema): string {
  const [sentence = ''] = description.split(/(?<=[.:])\s/);
  return `To be written: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** The value that an answer stands for; one that cannot be read stays text, so that the schema finds it at fault. */
export function fieldValue(schema: Schema, answer: string): Value {
  const text = answer.trim();
  if (schema.type === 'array') return splitAnswer(text);
  if (schema.type === 'integer') return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
  if (schema.type !== 'object') return text;
  const { required = [], properties = {} } = schema;
  const parts = text.split(/\s*(?:[-–—,;]|\s)\s*/);
  if (parts.length !== required.length) return text;
  return Object.fromEntries(
    required.map((name, index) => [name, fieldValue(properties[name] ?? {}, parts[index] ?? '')]),
  );
}

export const splitAnswer = (answer: string): string[] =>
  answer
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A sound value for each required field, to check another one beside them. */
export const standIns = (schema: Schema, content: NewContent): Data =>
  Object.fromEntries(
    (schema.required ?? []).map((name) => [name, standIn(schema.properties?.[name] ?? {}, content)]),
  );

function standIn(schema: Schema, content: NewContent): Value {
  const { choices, proposal = 'x' } = questionOf(schema, content);
  return fieldValue(schema, choices?.[0]?.value ?? proposal);
}
