import type { Entry, Variant } from '../model/edition.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { distinctWords } from './distinct-words.ts';
import { type PagesContext, typographed, type View } from './view.ts';

/** A fallback page can be found too, by the words of the language that it is in. */
export function searchRecord(entry: Entry, view: View): SearchRecord {
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
    // The title stands for itself: whoever types it wants this page.
    content: `${title}\n${wordsOf(texts.join('\n'), variant, view.context)}`,
  };
}

/** Countries share most of their texts, and a body takes long to read and to take apart. */
const knownWords = new WeakMap<PagesContext, Map<string, string>>();

function wordsOf(
  text: string,
  { bodySource, convertedFrom, locale }: Variant,
  context: PagesContext,
): string {
  const known = knownWords.get(context) ?? new Map<string, string>();
  knownWords.set(context, known);
  // Titles differ between scripts, and texts without a title between languages.
  const key = `${bodySource} ${convertedFrom === undefined ? '' : locale}\n${text}`;
  const body = (): string => {
    const plain = context.bodies.get(bodySource)?.body.plainText ?? '';
    return convertedFrom === undefined ? plain : context.converter(convertedFrom, locale).text(plain);
  };
  const words = known.get(key) ?? distinctWords(`${text}\n${body()}`);
  known.set(key, words);
  return words;
}
