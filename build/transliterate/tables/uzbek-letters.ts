/** Uzbek letters of one and more signs, the longer ones first; `e` and `ts` depend on what stands beside them. */
export const uzbekLetters: readonly (readonly [latin: string, cyrillic: string])[] =
  'yoʻ йў, sʼh сҳ, oʻ ў, gʻ ғ, sh ш, ch ч, ya я, yu ю, yo ё, ye е, a а, b б, d д, e е, f ф, g г, h ҳ, i и, j ж, k к, l л, m м, n н, o о, p п, q қ, r р, s с, t т, u у, v в, x х, y й, z з, ʼ ъ'
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]);
