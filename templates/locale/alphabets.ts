/**
 * Letters that ICU sorts otherwise than the alphabet of a language does, each behind the letter that it follows.
 *
 * Sources: the Uzbek Cyrillic alphabet (1940); the Tajik alphabet (1998); Pravopis crnogorskoga jezika (2010) on ś and ź; the Karakalpak
 * Latin alphabet of 2016.
 */
export const chains: Readonly<Record<string, readonly string[]>> = {
  'uz-Cyrl': ['е ё', 'я ў қ ғ ҳ'],
  tg: ['е ё', 'и ӣ', 'у ӯ'],
  'sr-Latn-ME': ['š ś', 'ž ź'],
  'sr-Cyrl-ME': ['з з\u0301', 'с с\u0301'],
  kaa: ['a á', 'g ǵ', 'h x í', 'h x ı', 'k q', 'n ń', 'o ó', 'u ú', 'z sh c'],
};

/** Sorts behind every letter (CLDR, root collation). */
const highest = '\uFFFF';

/**
 * Returns what to sort a text by: letters of a chain become its first letter with as many of the highest signs as they stand behind it.
 *
 * @param alphabet see {@link chains}
 */
export function sortKey(alphabet: readonly string[]): (text: string) => string {
  const keys = new Map(
    alphabet.flatMap((chain) => {
      const [first = '', ...others] = chain.split(' ');
      return others.map((letter, at) => [letter.normalize('NFC'), first + highest.repeat(at + 1)] as const);
    }),
  );
  const letters = new RegExp([...keys.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'g');
  return (text) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(letters, (letter) => keys.get(letter) ?? letter);
}
