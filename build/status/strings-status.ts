/**
 * How far the words of the interface are translated, and by whom.
 *
 * In: the catalogues, as they are written. Out: for each language a count. Who translated stands in the header of a file
 * (`X-Translated-By: machine`, `X-Reviewed: no`), which programs for translators keep; a line of the translator's comment says
 * otherwise of one message: `# reviewed`, or `# human` where a person wrote it anew.
 */
import gettext from 'gettext-parser';
import type { Locale } from '../../schemas/brands.ts';

export interface StringsStatus {
  /** Messages of the English catalogue; without one, of all. */
  readonly messages: number;
  readonly languages: readonly LanguageStrings[];
}

export interface LanguageStrings {
  readonly locale: Locale;
  /** With every plural form, and not marked as fuzzy, which no page shows. */
  readonly translated: number;
  /** Of the translated ones. */
  readonly machineMade: number;
  /** Of the translated ones. */
  readonly reviewed: number;
  /** The language in the other script from which all other messages are converted. */
  readonly convertedFrom?: Locale;
}

/** A language of a site. */
export interface SiteLanguage {
  readonly tag: Locale;
  readonly transliterate?: Locale;
}

/**
 * @param catalogues the text of each `.po` file, without faults
 * @param languages of the sites; one without a catalogue is counted, too
 */
export function stringsStatus(
  catalogues: ReadonlyMap<Locale, string>,
  languages: readonly SiteLanguage[],
): StringsStatus {
  const english = catalogues.get(originalLanguage);
  const originals = english === undefined ? [...catalogues.values()] : [english];
  const known = new Set(originals.flatMap(messagesOf).map(keyOf));
  const sources = new Map(languages.map(({ tag, transliterate }) => [tag, transliterate]));
  const tags = [...new Set([...catalogues.keys(), ...sources.keys()])];
  return {
    messages: known.size,
    languages: tags
      .filter((tag) => tag !== originalLanguage)
      .toSorted()
      .map((locale) => {
        const convertedFrom = sources.get(locale);
        return {
          locale,
          ...countMessages(catalogues.get(locale) ?? '', known),
          ...(convertedFrom !== undefined && { convertedFrom }),
        };
      }),
  };
}

const originalLanguage = 'en' as Locale;

function countMessages(
  po: string,
  known: ReadonlySet<string>,
): Pick<LanguageStrings, 'translated' | 'machineMade' | 'reviewed'> {
  const headers = gettext.po.parse(po).headers ?? {};
  const translated = messagesOf(po).filter(
    (message) =>
      known.has(keyOf(message)) &&
      message.msgstr.every((form) => form !== '') &&
      message.comments?.flag?.includes('fuzzy') !== true,
  );
  const says = (message: gettext.Translation, word: string): boolean =>
    message.comments?.translator?.split('\n').some((line) => line.trim() === word) === true;
  const isMachines = headers['X-Translated-By'] === 'machine';
  const isReviewed = headers['X-Reviewed'] === 'yes';
  return {
    translated: translated.length,
    machineMade: translated.filter((message) => isMachines && !says(message, 'human')).length,
    reviewed: translated.filter((message) => isReviewed || says(message, 'reviewed')).length,
  };
}

const messagesOf = (po: string): gettext.Translation[] =>
  Object.values(gettext.po.parse(po).translations ?? {})
    .flatMap((context) => Object.values(context))
    .filter(({ msgid }) => msgid !== '');

const keyOf = ({ msgctxt = '', msgid }: gettext.Translation): string => `${msgctxt}\u0004${msgid}`;
