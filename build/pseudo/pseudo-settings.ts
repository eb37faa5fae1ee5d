import { isScalar, isSeq, parseDocument, visit } from 'yaml';
import { pseudoLanguages } from './pseudo-text.ts';

/**
 * Gives each text by language that has an English one (the name of the site, the label of a term) its words in the languages that
 * nobody speaks, and each list of languages these languages; nothing else changes. A file with faults stays as it is.
 */
export function pseudoSettings(yaml: string): string {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return yaml;
  visit(document, {
    Map(_, map) {
      const english = map.get('en');
      if (typeof english !== 'string') return;
      for (const { tag, text } of writtenAs(english)) map.set(tag, text);
    },
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'languages' || !isSeq(value)) return;
      for (const { tag } of pseudoLanguages) value.add(document.createNode({ tag, fallback: ['en'] }));
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Without those that would be longer than their field may be: the English text stands in. */
const writtenAs = (english: string): { readonly tag: string; readonly text: string }[] =>
  pseudoLanguages
    .map(({ tag, write }) => ({ tag, text: write(english) }))
    .filter(({ text }) => text.length <= mostCharacters);

/** Of a text by language, as `schemas/common.schema.json` says. */
const mostCharacters = 300;
