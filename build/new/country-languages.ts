import type { Locale } from '../../schemas/brands.ts';
import type { Value } from '../model/document.ts';
import { isScriptPair } from '../model/script-pairs.ts';

/**
 * The `languages` of a country, in their order: one that can be made from an earlier one in the other script is converted, and
 * where a text is not translated another language stands in.
 *
 * @param standsIn for all others; empty where only the source language does, which is the last to stand in anyway
 * @param source the source language of the catalogue, which has every text
 */
export function countryLanguages(
  tags: readonly string[],
  standsIn: string,
  source: string,
): readonly Value[] {
  const convertedFrom = (tag: string): string | undefined =>
    tags.slice(0, tags.indexOf(tag)).find((other) => isScriptPair(other as Locale, tag as Locale));
  return tags.map((tag) => {
    const from = convertedFrom(tag);
    // What is converted from a language has nothing that this one lacks.
    const isOfUse =
      standsIn !== '' && ![tag, source, from].includes(standsIn) && convertedFrom(standsIn) !== tag;
    const fallback = [
      ...(from === undefined ? [] : [from]),
      ...(isOfUse && tag !== source ? [standsIn] : []),
    ];
    return {
      tag,
      ...(from !== undefined && { transliterate: from }),
      ...(fallback.length > 0 && { fallback }),
    };
  });
}
