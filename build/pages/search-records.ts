import type { Locale } from '../../schemas/brands.ts';
import { keyTablesOf } from '../../templates/client/search/key-tables.ts';
import { compoundsIn, createKeys, type Keys, keysIn } from '../../templates/client/search/keys.ts';
import { bundleLanguage, type Entry, type Variant } from '../model/edition.ts';
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

/** What is worth keeping while the records of one bundle are made. */
interface Known {
  /** The language of the bundle. */
  readonly language: Locale;
  /** By language: a bundle may hold both scripts of one. */
  readonly tables: Map<Locale, Keys>;
  /** The keys of texts: countries share most of them, and a body takes long to read and to take apart. */
  readonly keys: Map<string, string>;
}

/** Of the last language alone: the bundles of one language are made side by side, and what is known of all takes 100 MB. */
const lastKnown = new WeakMap<PagesContext, Known>();

function knownOf({ context, edition, language }: View): Known {
  const bundle = bundleLanguage(language, edition);
  const last = lastKnown.get(context);
  if (last?.language === bundle) return last;
  const known: Known = { language: bundle, tables: new Map(), keys: new Map() };
  lastKnown.set(context, known);
  return known;
}

/** The keys of the words of a text, each once, as the language of the reader has them: its keys are what is asked for. */
function keysOf(text: string, { bodySource, convertedFrom, locale }: Variant, view: View): string {
  const { context, language } = view;
  const { tables, keys } = knownOf(view);
  // Titles differ between scripts, and texts without a title between languages.
  const key = `${bodySource} ${convertedFrom === undefined ? '' : locale} ${language.tag}\n${text}`;
  const known = keys.get(key);
  if (known !== undefined) return known;
  const plain = context.bodies.get(bodySource)?.body.plainText ?? '';
  const body = convertedFrom === undefined ? plain : context.converter(convertedFrom, locale).text(plain);
  const found = allKeys(`${text}\n${body}`, tablesFor(language.tag, tables));
  keys.set(key, found);
  return found;
}

const allKeys = (text: string, keys: Keys): string =>
  keysIn(`${text}\n${compoundsIn(text).join(' ')}`, keys).join(' ');

function tablesFor(locale: Locale, known: Map<Locale, Keys>): Keys {
  const keys = known.get(locale) ?? createKeys(keyTablesOf(locale));
  known.set(locale, keys);
  return keys;
}
