/** The thirty letters of Vuk Karadžić's Cyrillic alphabet, and their Latin ones. */
const pairs =
  'а a, б b, в v, г g, д d, ђ đ, е e, ж ž, з z, и i, ј j, к k, л l, љ lj, м m, н n, њ nj, о o, п p, р r, с s, т t, ћ ć, у u, ф f, х h, ц c, ч č, џ dž, ш š'
    .split(', ')
    .map((pair) => pair.split(' ') as [cyrillic: string, latin: string]);

/** Latin letters, two for љ, њ and џ, by the Cyrillic one; all small. */
export const latinOf: Readonly<Record<string, string>> = Object.fromEntries(pairs);

/** The Cyrillic letter by its one or two Latin ones, and the two that only Montenegrin has. */
export const cyrillicOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(pairs.map(([cyrillic, latin]) => [latin, cyrillic])),
  ś: 'с\u0301',
  ź: 'з\u0301',
};
