/**
 * The words of the interface in one locale, out of a gettext catalogue.
 */
import type { Translate, Values } from './locale.ts';

/** The messages of one locale, as the gettext file format has them. */
export interface MessageCatalogue {
  /** The `Plural-Forms` header, as it stands in the file. */
  readonly pluralForms: string;
  /** Its rule: which of the plural forms goes with a number. */
  readonly pluralIndex: (count: number) => number;
  /** By msgid, or by context + U+0004 + msgid; the value holds one text for each plural form. */
  readonly messages: ReadonlyMap<string, readonly string[]>;
}

/**
 * Returns the translating function of a catalogue. A message that is missing or empty comes out in English; a
 * placeholder without a value stays as it is, in braces.
 *
 * @param catalogue Without one the result speaks English.
 * @example createTranslate()('Lesson {number} of {total}', { number: 2, total: 5 }); // 'Lesson 2 of 5'
 */
export function createTranslate(catalogue?: MessageCatalogue): Translate {
  const find = (key: string, form: number): string | undefined =>
    catalogue?.messages.get(key)?.[form] || undefined;

  const translate = (message: string, values?: Values, context?: string): string => {
    const key = context === undefined ? message : context + contextSeparator + message;
    return fill(find(key, 0) ?? message, values);
  };
  const plural = (one: string, many: string, count: number, values?: Values): string => {
    const text = find(one, catalogue?.pluralIndex(count) ?? 0) ?? (count === 1 ? one : many);
    return fill(text, { ...values, count });
  };
  return Object.assign(translate, { plural });
}

const contextSeparator = '\u0004';

function fill(text: string, values: Values | undefined): string {
  if (values === undefined) return text;
  let filled = '';
  for (const [at, piece] of piecesOf(text).entries())
    filled += at % 2 === 0 ? piece : (values[piece] ?? `{${piece}}`);
  return filled;
}

/** Of a message, in turn: text, the name of a placeholder, text, … There are a few hundred, each on thousands of pages. */
function piecesOf(text: string): readonly string[] {
  const pieces = knownPieces.get(text) ?? text.split(/\{(\w+)\}/);
  knownPieces.set(text, pieces);
  return pieces;
}

const knownPieces = new Map<string, readonly string[]>();
