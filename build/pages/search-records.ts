import type { Entry } from '../model/edition.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { distinctWords } from './distinct-words.ts';
import { typographed, type View } from './view.ts';

/** A fallback page can be found too, by the words of the language that it is in. */
export function searchRecord(entry: Entry, view: View): SearchRecord {
  const variant = view.variant(entry);
  const { title, summary, objectives, resources, tags } = typographed(variant, view.context);
  const body = view.context.bodies.get(variant.bodySource)?.body.plainText ?? '';
  const { domains, type } = entry.fields;
  const terms = [
    ...view.terms('domain', domains),
    ...view.terms('material-type', type === undefined ? [] : [type]),
  ].map((term) => term.label);
  const texts = [summary, ...(tags ?? []), ...terms, ...(objectives ?? []), ...(resources ?? []), body];
  return {
    locale: view.language.tag,
    url: entry.target.slice(1),
    title,
    summary,
    // The title stands for itself: whoever types it wants this page.
    content: `${title}\n${distinctWords([title, ...texts].join('\n'))}`,
  };
}
