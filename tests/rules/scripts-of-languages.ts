/**
 * Tells a text that cannot be in the language that it is said to be in: by its script, and by letters that a language lacks. Names
 * and addresses stay as they are in every language (WCAG 2.2, 3.1.2), so that a few words prove nothing.
 */

/** Letters of other languages of the same script. */
const lacking: Readonly<Record<string, RegExp>> = {
  'sr-Cyrl': /[ыэщъёйюя]/i,
  'cnr-Cyrl': /[ыэщъёйюя]/i,
  'uz-Cyrl': /[ыщңө]/i,
  tg: /[ыщњө]/i,
  ru: /[қғҳӯўңөүһјљњћђџ]/i,
};

const script = (language: string): 'Latn' | 'Cyrl' =>
  /Cyrl/.test(language) || /^(?:bg|ky|mk|ru|tg)$/.test(language) ? 'Cyrl' : 'Latn';

const addresses = /\S+@\S+|https?:\/\/\S+|\S+\.[a-z]{2,}(?:\/\S*)?/g;

/** Words of a text that its language cannot have, for a message. */
export function foreignWords(text: string, language: string): string {
  const other = script(language) === 'Cyrl' ? /\p{Script=Latin}{3,}/u : /\p{Script=Cyrillic}{3,}/u;
  const letters = lacking[language];
  return words(text)
    .filter((word) => other.test(word) || letters?.test(word))
    .slice(0, 8)
    .join(' ');
}

/** Whether a text is in another language: four words in Latin letters and none of its own (names are often
 * written so), one in Cyrillic, or two with letters that it lacks. */
export function isForeign(text: string, language: string): boolean {
  if (language === '') return false;
  const all = words(text);
  const latin = all.filter((word) => /^\p{Script=Latin}/u.test(word));
  const cyrillic = all.filter((word) => /^\p{Script=Cyrillic}/u.test(word));
  const [own, other] = script(language) === 'Cyrl' ? [cyrillic, latin] : [latin, cyrillic];
  if (own.length === 0 && other.length >= (other === latin ? 4 : 1)) return true;
  const letters = lacking[language];
  return letters !== undefined && own.filter((word) => letters.test(word)).length >= 2;
}

const words = (text: string): string[] => text.replace(addresses, ' ').match(/\p{L}{2,}/gu) ?? [];
