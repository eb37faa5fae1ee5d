/** Tells the page of the editor what it has to know of the content, as that is when the page is asked for. */
import type { SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import type { CheckedContent } from '../pipeline.ts';
import type { EditorFacts, SharedEntry } from './facts.ts';

/** Larger numbers do not occur in a text. */
const mostCounted = 200;

/** What the editor is made of. */
export type EditedContent = Pick<CheckedContent, 'catalogue' | 'context' | 'editions'>;

export function editorFacts({ catalogue, context, editions }: EditedContent): EditorFacts {
  const folders = [...catalogue.folders.values()];
  return {
    context: {
      sourceLanguage: context.sourceLanguage,
      sourceLanguages: [...context.sourceLanguages],
      languages: [...context.languages],
      taxonomies: [...context.taxonomies],
      glossary: context.glossary ?? [],
    },
    strings: Object.fromEntries(
      [...catalogue.strings].map(([locale, { pluralIndex, messages }]) => [
        locale,
        {
          pluralForms: Array.from({ length: mostCounted }, (_, count) => pluralIndex(count)),
          messages: [...messages],
        },
      ]),
    ),
    siteLanguages: Object.fromEntries(
      editions.map(({ edition: { country, languages } }) => [country.code, languages.map(({ tag }) => tag)]),
    ),
    pages: Object.fromEntries(
      folders.map(targetOf).map((target) => {
        const having = editions.filter(({ edition }) => edition.entries.has(target));
        return [target, having.map(({ edition }) => edition.country.code)];
      }),
    ),
    shared: Object.fromEntries(
      folders
        .filter(({ scope }) => scope === 'shared')
        .map(({ path, original, texts }): [SourcePath, SharedEntry] => {
          const hashes = Object.fromEntries([...texts].map(([tag, { contentHash }]) => [tag, contentHash]));
          return [path, { ...(original !== undefined && { original }), hashes }];
        }),
    ),
  };
}
