/**
 * A name in small Latin letters for one in another script, as a proposal.
 *
 * @example latinName('Сумка №1.jpg') // 'sumka-1.jpg'
 */
export function latinName(name: string): string {
  const latin = [...name.toLowerCase().normalize('NFC')]
    .map((letter) => letters.get(letter) ?? letter)
    .join('');
  const plain = latin
    .normalize('NFD')
    .replace(/[^\p{ASCII}]/gu, '')
    .trim()
    .replace(/[^a-z0-9.]+/g, '-');
  const clean = plain.replace(/^-+|-+(?=\.|$)/g, '');
  return clean.startsWith('.') ? `name${clean}` : clean;
}

/** The Cyrillic letters of Russian, Kyrgyz, Tajik, Uzbek, Serbian and Montenegrin. */
const letters = new Map<string, string>(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
    ң: 'ng',
    ө: 'o',
    ү: 'u',
    ғ: 'gh',
    ӣ: 'i',
    қ: 'q',
    ӯ: 'u',
    ҳ: 'h',
    ҷ: 'j',
    ў: 'o',
    ђ: 'dj',
    ј: 'j',
    љ: 'lj',
    њ: 'nj',
    ћ: 'c',
    џ: 'dz',
  }),
);
