/**
 * What the page of the editor knows of the content: plain data, and what its program makes of it.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Taxonomy } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { GlossaryTerm } from '../model/glossary.ts';
import type { SourcePath } from '../model/paths.ts';
import type { Scope } from '../model/place.ts';
import type { TextContext } from '../validate/folders.ts';

export interface EditorFacts {
  /** What texts are checked against. */
  readonly context: {
    readonly sourceLanguage: Locale;
    readonly sourceLanguages: readonly (readonly [Scope, Locale])[];
    readonly languages: readonly Locale[];
    readonly taxonomies: readonly (readonly [string, Taxonomy])[];
    readonly glossary: readonly GlossaryTerm[];
  };
  /** The words of the interface, for the preview. */
  readonly strings: Readonly<Partial<Record<Locale, MessageList>>>;
  /** The languages of each country's site. */
  readonly siteLanguages: Readonly<Record<CountryCode, readonly Locale[]>>;
  /** By the language-free path of a page: the countries that have it. */
  readonly pages: Readonly<Record<string, readonly CountryCode[]>>;
  /** Shared entries, by their folders. */
  readonly shared: Readonly<Record<SourcePath, SharedEntry>>;
}

export interface SharedEntry {
  /** Nothing where it is at fault which text is the original. */
  readonly original?: Locale;
  /** What a patch records of the text that it was made from. */
  readonly hashes: Readonly<Partial<Record<Locale, string>>>;
}

interface MessageList {
  /** The form that goes with a number, for the numbers from 0. */
  readonly pluralForms: readonly number[];
  readonly messages: readonly (readonly [string, readonly string[]])[];
}

/** As `processTexts` takes it. */
export const contextOf = ({ context }: EditorFacts): TextContext => ({
  sourceLanguage: context.sourceLanguage,
  sourceLanguages: new Map(context.sourceLanguages),
  languages: new Set(context.languages),
  taxonomies: new Map(context.taxonomies),
  glossary: context.glossary,
});

export function messagesOf({ strings }: EditorFacts, locale: Locale): MessageCatalogue | undefined {
  const list = strings[locale];
  if (list === undefined) return undefined;
  return {
    pluralForms: '',
    pluralIndex: (count) => list.pluralForms[count] ?? 0,
    messages: new Map(list.messages),
  };
}
