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

/**
 * The name of a folder for a title in any of our scripts, or nothing where no letter of it can be written in Latin. An apostrophe
 * joins what it stands between, and a long title ends with a whole word.
 *
 * @example latinId('Мактаб — мо!') // 'maktab-mo'
 */
export function latinId(title: string): string {
  const words = title.replace(/(?<=\p{L})['’‘ʻʼ`](?=\p{L})/gu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const id = words
    .map(latinName)
    .filter((word) => word !== '')
    .join('-');
  if (id.length <= longestId) return id;
  const whole = id.slice(0, longestId + 1).replace(/-[^-]*$/, '');
  return whole.length <= longestId ? whole : id.slice(0, longestId);
}

/** As `common.schema.json` has it. */
const longestId = 60;

/** Letters that are no Latin letter with a mark: those of Russian, Kyrgyz, Tajik, Uzbek, Serbian, Montenegrin and their neighbours. */
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
    đ: 'dj',
    ә: 'a',
    һ: 'h',
    ұ: 'u',
    і: 'i',
    ї: 'i',
    є: 'e',
    ґ: 'g',
    ѓ: 'g',
    ќ: 'k',
    ѕ: 'dz',
    ı: 'i',
    ß: 'ss',
  }),
);
