/**
 * What is wrong with one translated message, as `msgfmt --check` would say.
 */
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { PluralRule } from './plural-rule.ts';

export interface PoMessage {
  readonly msgid: string;
  readonly msgid_plural?: string | undefined;
  /** One text for each plural form; empty where there is no translation. */
  readonly msgstr: readonly string[];
}

export interface MessageFault {
  /** Of the diagnostic, below `strings/`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity: Severity;
}

/** @param rule of the language, where its catalogue has a usable one */
export function checkMessage(entry: PoMessage, rule: PluralRule | undefined): MessageFault[] {
  return [
    ...unknownPlaceholders(entry),
    ...lostPlaceholders(entry, rule),
    ...missingForms(entry, rule),
    ...otherSpace(entry),
  ];
}

const placeholderHint = 'keep the words in braces as they are in the English text';

function unknownPlaceholders({ msgid, msgid_plural, msgstr }: PoMessage): MessageFault[] {
  const known = placeholders(`${msgid} ${msgid_plural ?? ''}`);
  return [...placeholders(msgstr.join(' ')).difference(known)].map((name) => ({
    code: 'placeholder',
    severity: 'error',
    message: `the translation of "${msgid}" uses ${name}, which the English text does not have`,
    hint: placeholderHint,
  }));
}

/** Where a placeholder was written in other letters, it is not missing as well. */
function lostPlaceholders(entry: PoMessage, rule: PluralRule | undefined): MessageFault[] {
  const { msgid, msgid_plural, msgstr } = entry;
  if (unknownPlaceholders(entry).length > 0) return [];
  const known = placeholders(`${msgid} ${msgid_plural ?? ''}`);
  return msgstr.flatMap((text, form) =>
    text.trim() === ''
      ? []
      : [...known.difference(placeholders(text))]
          .filter((name) => name !== '{count}' || !standsForOneNumber(form, rule))
          .map((name) => ({
            code: 'placeholder',
            severity: 'warning',
            message: `${msgid_plural === undefined ? 'the translation' : `msgstr[${form}]`} of "${msgid}" leaves ${name} out`,
            hint: placeholderHint,
          })),
  );
}

/** "One lesson" is right where the form is for 1 alone; in Russian, the same form goes with 21. */
function standsForOneNumber(form: number, rule: PluralRule | undefined): boolean {
  const numbers = Array.from({ length: 201 }, (_, number) => number);
  return rule === undefined || numbers.filter((number) => rule.index(number) === form).length === 1;
}

function missingForms(
  { msgid, msgid_plural, msgstr }: PoMessage,
  rule: PluralRule | undefined,
): MessageFault[] {
  const translated = msgstr.filter((form) => form !== '').length;
  if (msgid_plural === undefined || rule === undefined || translated === 0 || translated === rule.forms)
    return [];
  return [
    {
      code: 'plural-count',
      severity: 'error',
      message: `the translation of "${msgid}" has ${translated} of ${rule.forms} plural forms`,
      hint: `write msgstr[0] to msgstr[${rule.forms - 1}]`,
    },
  ];
}

/** Words of a sentence are joined elsewhere than translators think. */
function otherSpace({ msgid, msgstr }: PoMessage): MessageFault[] {
  const differs = (edge: RegExp): boolean =>
    msgstr.some((text) => text.trim() !== '' && edge.exec(text)?.[0] !== edge.exec(msgid)?.[0]);
  const places = [...(differs(/^\s*/) ? ['begins'] : []), ...(differs(/\s*$/) ? ['ends'] : [])];
  return places.map((place) => ({
    code: 'space',
    severity: 'warning',
    message: `the translation of "${msgid}" ${place} with other white space than the English text`,
    hint: 'remove the space beside the quotation mark, or add the one that the English text has',
  }));
}

const placeholders = (text: string): Set<string> => new Set(text.match(/\{[^{}]*\}/g));
