/**
 * What the page of the editor knows of the content: plain data, made when the page is asked for.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { Taxonomy } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Catalogue, Folder } from '../model/catalogue.ts';
import type { SourcePath } from '../model/paths.ts';
import { type Scope, targetOf } from '../model/place.ts';
import type { TextContext } from '../validate/folders.ts';

export interface EditorFacts {
  /** What texts are checked against. */
  readonly context: {
    readonly sourceLanguage: Locale;
    readonly sourceLanguages: readonly (readonly [Scope, Locale])[];
    readonly languages: readonly Locale[];
    readonly taxonomies: readonly (readonly [string, Taxonomy])[];
  };
  /** The words of the interface, for the preview. */
  readonly strings: Readonly<Partial<Record<Locale, MessageList>>>;
  /** Language-free paths of pages, with the titles by which lists name them. */
  readonly targets: Readonly<Record<string, string>>;
  /** Of shared texts: what a patch records of the text that it was made from. */
  readonly hashes: Readonly<Record<SourcePath, string>>;
}

interface MessageList {
  /** The form that goes with a number, for the numbers from 0. */
  readonly pluralForms: readonly number[];
  readonly messages: readonly (readonly [string, readonly string[]])[];
}

/** Larger numbers do not occur in a text. */
const mostCounted = 200;

export function editorFacts(catalogue: Catalogue, context: TextContext): EditorFacts {
  const folders = [...catalogue.folders.values()];
  return {
    context: {
      sourceLanguage: context.sourceLanguage,
      sourceLanguages: [...context.sourceLanguages],
      languages: [...context.languages],
      taxonomies: [...context.taxonomies],
    },
    strings: Object.fromEntries(
      [...catalogue.strings].map(([locale, { pluralIndex, messages }]) => [
        locale,
        {
          pluralForms: Array.from({ length: mostCounted }, (_, count) => pluralIndex(count)),
          messages: [...messages],
        },
      ]),
    ),
    targets: Object.fromEntries(folders.map((folder) => [targetOf(folder), titleOf(folder)])),
    hashes: Object.fromEntries(
      folders
        .filter(({ scope }) => scope === 'shared')
        .flatMap(({ texts }) => [...texts.values()].map(({ path, contentHash }) => [path, contentHash])),
    ),
  };
}

function titleOf({ texts, original, id }: Folder): string {
  const text = original === undefined ? [...texts.values()][0] : texts.get(original);
  return typeof text?.fields.title === 'string' ? text.fields.title : id;
}

/** As `processTexts` takes it. */
export const contextOf = ({ context }: EditorFacts): TextContext => ({
  sourceLanguage: context.sourceLanguage,
  sourceLanguages: new Map(context.sourceLanguages),
  languages: new Set(context.languages),
  taxonomies: new Map(context.taxonomies),
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
