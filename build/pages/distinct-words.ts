/**
 * The words of a text, each once, in the order in which they first come.
 *
 * Search asks whether a text has a word, and shows its summary; a whole text would cost an index twice the time and memory, and
 * the phone of a teacher twice the bytes.
 */
export function distinctWords(text: string): string {
  const seen = new Set<string>();
  const words: string[] = [];
  for (const word of text.match(wordPattern) ?? []) {
    const folded = word.toLowerCase();
    if (seen.has(folded)) continue;
    seen.add(folded);
    words.push(word);
  }
  return words.join(' ');
}

/** Letters, digits and the marks within a word: oʻyin, ата-эне, Ц’. */
const wordPattern = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}ʻʼ’'‘-]*[\p{L}\p{M}\p{N}ʻʼ])?/gu;
