/**
 * Names that must not be mixed up, each made by one guard. The patterns are those of `common.schema.json`.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A BCP 47 language tag in canonical case: `ky`, `sr-Cyrl`. */
export type Locale = Branded<'Locale'>;
/** An ISO 3166-1 alpha-2 code in small letters: `kg`. */
export type CountryCode = Branded<'CountryCode'>;
/** The name of a content folder, the same in every language and country: `treasure-bag`. */
export type ContentId = Branded<'ContentId'>;

const localePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
const countryPattern = /^[a-z]{2}$/;
/** The form of a {@link ContentId}, which has at most 60 letters. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const isLocale = (text: string): text is Locale => localePattern.test(text);
export const isCountryCode = (text: string): text is CountryCode => countryPattern.test(text);
export const isContentId = (text: string): text is ContentId => text.length <= 60 && idPattern.test(text);

/** @throws TypeError when the text is no canonical language tag. */
export function toLocale(text: string): Locale {
  if (isLocale(text)) return text;
  throw new TypeError(`"${text}" is not a canonical BCP 47 language tag`);
}
