/**
 * The front matter of a page as a theme takes it: of the original what belongs to the entry, of the translation the words, and what the
 * country has changed.
 */
import { describeLanguage } from '../../../templates/locale/languages.ts';
import type { FieldValue, FieldValues } from '../content/front-matter.ts';
import { heightPx, widthPx } from '../content/picture.ts';
import { originalOf, type SiteEntry } from './site-entries.ts';
import type { SourceText } from './source-tree.ts';

/**
 * @param tag the language of the reader; the text may be in another
 * @param siteUrl with a slash at its end
 */
export function pageFields(entry: SiteEntry, text: SourceText, tag: string, siteUrl: string): FieldValues {
  const { image: picture, ...common } = originalOf(entry)?.fields ?? {};
  const { image: words, translation, ...own } = text.fields;
  const all: FieldValues = { ...common, ...own, ...patchedFields(entry, text.tag) };
  const { certificate: _, type, updated, summary, tags, resources, ...others } = all;
  return {
    ...others,
    description: summary ?? '',
    ...(updated !== undefined && { date: updated }),
    // `type`, `tags` and `resources` mean something else to most generators.
    ...(type !== undefined && { materialType: type }),
    ...(tags !== undefined && { keywords: tags }),
    ...(resources !== undefined && { things: resources }),
    ...imageField(entry, picture, words),
    ...(translation !== undefined && { translation: withoutHash(translation as FieldValues) }),
    ...(text.tag !== tag && fallbackFields(entry, text, siteUrl)),
  };
}

/** Where a picture beside a text is published. */
export const picturePath = ({ target }: SiteEntry, name: string): string => `/pictures${target}${name}`;

/** The tree's patches change a summary, which belongs to one language, and what belongs to all. */
function patchedFields({ patches }: SiteEntry, tag: string): FieldValues {
  const changes = [...patches.values()].map((patch): FieldValues => {
    const { summary, basedOn: _, ...others } = patch.fields;
    return patch.tag === tag && summary !== undefined ? { ...others, summary } : others;
  });
  return Object.assign({}, ...changes) as FieldValues;
}

function imageField(
  entry: SiteEntry,
  picture: FieldValue | undefined,
  words: FieldValue | undefined,
): FieldValues {
  const { src, alt, credit } = { ...(picture as FieldValues), ...(words as FieldValues) };
  if (typeof src !== 'string') return {};
  const size = { width: widthPx, height: heightPx };
  return {
    image: { src: picturePath(entry, src), alt: alt ?? '', ...(credit !== undefined && { credit }), ...size },
  };
}

const withoutHash = ({ by, reviewed }: FieldValues): FieldValues => ({
  by: by ?? 'human',
  reviewed: reviewed ?? false,
});

/** Another language stands in: the page says so, and names the page in that language as the real one. */
function fallbackFields({ target }: SiteEntry, { tag }: SourceText, siteUrl: string): FieldValues {
  const { htmlLang, autonym } = describeLanguage(tag);
  return {
    fallback: true,
    textLanguage: htmlLang,
    textLanguageName: autonym,
    canonical: `${siteUrl}${tag.toLowerCase()}${target}`,
  };
}
