import type { Locale } from '../../schemas/brands.ts';
import { keyTablesOf } from '../../templates/client/search/key-tables.ts';
import { compoundsIn, createKeys, type Keys, keysIn } from '../../templates/client/search/keys.ts';
import type { Entry, Variant } from '../model/edition.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { facetsOf } from './search-facets.ts';
import { type PagesContext, typographed, type View } from './view.ts';

/**
 * A fallback page can be found too, by the words of the language that it is in.
 *
 * @param others the same language in its other script
 */
export function searchRecord(entry: Entry, view: View, others: readonly View[] = []): SearchRecord {
  const own = recordIn(entry, view);
  const differing = others
    .map((other) => recordIn(entry, other))
    .filter(({ summary }) => summary !== own.summary);
  if (differing.length === 0) return own;
  const keys = new Set([own, ...differing].flatMap(({ content }) => content.split(' ')));
  return {
    ...own,
    otherSummaries: Object.fromEntries(differing.map(({ locale, summary }) => [locale, summary])),
    content: [...keys].join(' '),
  };
}

function recordIn(entry: Entry, view: View): SearchRecord {
  const variant = view.variant(entry);
  const { title, summary, objectives, resources, tags } = typographed(variant, view.context);
  const { domains, type } = entry.fields;
  const terms = [
    ...view.terms('domain', domains),
    ...view.terms('material-type', type === undefined ? [] : [type]),
  ].map((term) => term.label);
  const texts = [title, summary, ...(tags ?? []), ...terms, ...(objectives ?? []), ...(resources ?? [])];
  return {
    locale: view.language.tag,
    url: entry.target.slice(1),
    title,
    summary,
    content: keysOf(texts.join('\n'), variant, view),
    facets: facetsOf(entry),
  };
}

/** Countries share most of their texts, and a body takes long to read and to take apart. */
const knownKeys = new WeakMap<PagesContext, Map<string, string>>();

/** The keys of the words of a text, each once, as the language of the reader has them: its keys are what is asked for. */
function keysOf(
  text: string,
  { bodySource, convertedFrom, locale }: Variant,
  { context, language }: View,
): string {
  const known = knownKeys.get(context) ?? new Map<string, string>();
  knownKeys.set(context, known);
  // Titles differ between scripts, and texts without a title between languages.
  const key = `${bodySource} ${convertedFrom === undefined ? '' : locale} ${language.tag}\n${text}`;
  const body = (): string => {
    const plain = context.bodies.get(bodySource)?.body.plainText ?? '';
    return convertedFrom === undefined ? plain : context.converter(convertedFrom, locale).text(plain);
  };
  const found = known.get(key) ?? allKeys(`${text}\n${body()}`, keysFor(language.tag));
  known.set(key, found);
  return found;
}

const allKeys = (text: string, keys: Keys): string =>
  keysIn(`${text}\n${compoundsIn(text).join(' ')}`, keys).join(' ');

const keysByLanguage = new Map<Locale, Keys>();

function keysFor(locale: Locale): Keys {
  const keys = keysByLanguage.get(locale) ?? createKeys(keyTablesOf(locale));
  keysByLanguage.set(locale, keys);
  return keys;
}
