/** Converts texts, bodies and words of the interface between the two scripts of a language. */
import type { Locale } from '../../schemas/brands.ts';
import type { Site } from '../../schemas/types.generated.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { isScriptPair } from '../model/script-pairs.ts';
import type { PagesContext, ScriptConverter } from '../pages/view.ts';
import type { Spellings } from '../transliterate/lexicon.ts';
import { convertRichText } from '../transliterate/rich-text.ts';
import { transliterator } from '../transliterate/transliteration.ts';

/**
 * @param spellings of authors, by the language that they are spelt in
 * @returns a function that makes each converter once, and throws for scripts that nothing converts into each other
 */
export function rememberConverters(
  spellings: NonNullable<Site['spellings']> = {},
): PagesContext['converter'] {
  const known = new Map<string, ScriptConverter>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const converter = known.get(key) ?? createConverter(from, to, spellings[to]);
    known.set(key, converter);
    return converter;
  };
}

function createConverter(from: Locale, to: Locale, spellings: Spellings | undefined): ScriptConverter {
  const text = transliterator(from, to, spellings);
  if (text === undefined) throw new TypeError(`nothing converts ${from} into ${to}`);
  const { htmlLang } = describeLanguage(from);
  return { text, richText: (parts) => convertRichText(parts, text, htmlLang) };
}

/** The words of the interface, those of a language that lacks some or all of them out of its other script. */
export function stringsInBothScripts(
  { strings, countries }: Catalogue,
  converter: PagesContext['converter'],
): ReadonlyMap<Locale, MessageCatalogue> {
  const all = new Map(strings);
  for (const { tag, transliterate } of countries.flatMap(({ country }) => country.languages)) {
    const [from, to] = [transliterate as Locale, tag as Locale];
    const written = strings.get(from);
    if (!isScriptPair(from, to) || written === undefined) continue;
    all.set(to, convertCatalogue(written, strings.get(to), converter(from, to).text));
  }
  return all;
}

function convertCatalogue(
  written: MessageCatalogue,
  own: MessageCatalogue | undefined,
  convert: (text: string) => string,
): MessageCatalogue {
  const converted = [...written.messages].map(([key, forms]) => [key, forms.map(convert)] as const);
  const translated = [...(own?.messages ?? [])].filter(([, forms]) => forms.some((form) => form !== ''));
  return { ...written, messages: new Map([...converted, ...translated]) };
}
