import gettext from 'gettext-parser';
import type { PseudoLanguage } from './pseudo-text.ts';

/**
 * Returns the catalogue of a language that nobody speaks, made from the English one.
 *
 * @param english a `.po` file without a fault
 */
export function pseudoStrings(english: string, { tag, write }: PseudoLanguage): string {
  const catalogue = gettext.po.parse(english);
  catalogue.headers.Language = tag;
  for (const message of Object.values(catalogue.translations).flatMap((context) => Object.values(context)))
    if (message.msgid !== '') message.msgstr = message.msgstr.map(write);
  return gettext.po.compile(catalogue, { foldLength: 0 }).toString();
}
