/**
 * What is new, as an Atom feed (RFC 4287) for each language: texts by the day on which they last changed in a way that
 * matters to a reader.
 *
 * Only texts of this language that say their day. The clock is not asked: the feed is as new as its newest entry.
 */
import type { SafeHtml } from '../../../templates/html.ts';
import type { Entry } from '../../model/edition.ts';
import { absoluteUrl } from '../content-pages.ts';
import { entryKinds, typographed, type View } from '../view.ts';
import { xml, xmlDocument } from './xml.ts';

const mostEntries = 30;

/** Site path. */
export const feedPath = (view: View): string => view.path('/feed.xml');

/** Returns the feed of a language, or nothing where no text says when it changed: a feed without a day is none. */
export function feed(view: View): string | undefined {
  const news = newestTexts(view);
  const [newest] = news;
  if (newest === undefined) return undefined;
  const { chrome } = view;
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${chrome.language.htmlLang}">
<id>${idOf('/', view)}</id>
<title>${chrome.siteName} · ${chrome.countryName}</title>
<updated>${instant(newest.updated)}</updated>
<author><name>${chrome.ministry?.name ?? chrome.siteName}</name></author>
<link rel="self" type="application/atom+xml" href="${absoluteUrl(feedPath(view), view)}"/>
<link rel="alternate" type="text/html" href="${absoluteUrl(view.path('/'), view)}"/>
${news.map((entry) => newsEntry(entry, view))}</feed>`);
}

/** Whether a language has a feed. */
export const hasFeed = (view: View): boolean =>
  entryKinds.some((kind) => view.entries(kind).some((entry) => updatedOf(entry, view) !== undefined));

interface News {
  readonly entry: Entry;
  /** `2026-03-01` */
  readonly updated: string;
}

function newsEntry({ entry, updated }: News, view: View): SafeHtml {
  const { title, summary, authors = [] } = typographed(view.variant(entry), view.context);
  return xml`<entry><id>${idOf(entry.target, view)}</id><title>${title}</title><updated>${instant(updated)}</updated>${authors.map(
    (name) => xml`<author><name>${name}</name></author>`,
  )}<link rel="alternate" type="text/html" href="${absoluteUrl(view.path(entry.target), view)}"/><summary>${summary}</summary></entry>
`;
}

const newestTexts = (view: View): readonly News[] =>
  entryKinds
    .flatMap((kind) => view.entries(kind))
    .flatMap((entry) => {
      const updated = updatedOf(entry, view);
      return updated === undefined ? [] : [{ entry, updated }];
    })
    .toSorted((a, b) => compare(b.updated, a.updated) || compare(a.entry.target, b.entry.target))
    .slice(0, mostEntries);

/** The day that a text of this language says. */
function updatedOf(entry: Entry, view: View): string | undefined {
  const { fallback, fields } = view.variant(entry);
  return fallback ? undefined : fields.updated;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * An id stays when a site moves to a mirror (RFC 4287, 4.2.6): a `tag:` of the country's own address (RFC 4151), wherever the
 * site is served. The year is one in which all of these addresses were ours.
 */
function idOf(target: string, view: View): string {
  const { hostname, pathname } = new URL(view.edition.country.country.url);
  return `tag:${hostname},2026:${pathname}${view.path(target).slice(1)}`;
}

/** A day is all that authors say. */
const instant = (day: string): string => `${day}T00:00:00Z`;
