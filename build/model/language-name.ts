const englishNames = new Intl.DisplayNames('en', { type: 'language' });

/** Returns the English name of a language: `Kyrgyz`. CLDR takes Montenegrin for Serbian. */
export function languageName(tag: string): string {
  const name = englishNames.of(tag.replace(/^cnr\b/, 'sr')) ?? tag;
  return tag.startsWith('cnr') ? name.replace('Serbian', 'Montenegrin') : name;
}
