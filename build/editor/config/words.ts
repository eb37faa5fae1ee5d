/** Names of fields and values as people read them. */

/** Returns `Duration minutes` for `durationMinutes`, `In review` for `in-review`. */
export function wordsOf(name: string): string {
  const words = name
    .replaceAll('-', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/\b(?:id|url|isced|api)\b/g, (abbreviation) => abbreviation.toUpperCase());
  return capitalised(words);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns `author` for `authors`, `priority` for `priorities`; a word that is no plural stays. */
export const singularOf = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
