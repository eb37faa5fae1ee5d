/** Tells the page of the editor what it has to know of the content, as that is when the page is asked for. */
import { targetOf } from '../model/place.ts';
import type { CheckedContent, PlannedEdition } from '../pipeline.ts';
import type { EditorFacts, PageFacts } from './facts.ts';

/** Larger numbers do not occur in a text. */
const mostCounted = 200;

export function editorFacts({ catalogue, context, editions }: CheckedContent): EditorFacts {
  const folders = [...catalogue.folders.values()];
  return {
    context: {
      sourceLanguage: context.sourceLanguage,
      sourceLanguages: [...context.sourceLanguages],
      languages: [...context.languages],
      taxonomies: [...context.taxonomies],
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
    pages: Object.fromEntries(
      folders.map((folder) => [targetOf(folder), { shownIn: shownIn(targetOf(folder), editions) }]),
    ),
    hashes: Object.fromEntries(
      folders
        .filter(({ scope }) => scope === 'shared')
        .flatMap(({ texts }) => [...texts.values()].map(({ path, contentHash }) => [path, contentHash])),
    ),
  };
}

const shownIn = (target: string, editions: readonly PlannedEdition[]): PageFacts['shownIn'] =>
  Object.fromEntries(
    editions
      .filter(({ edition }) => edition.entries.has(target))
      .map(({ edition }) => [edition.country.code, edition.languages.map(({ tag }) => tag)]),
  );
