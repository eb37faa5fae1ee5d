/**
 * Checks the texts of one entry, which lie in one folder, and tells the original from its translations.
 *
 * The original is in the source language of the tree; a folder without a text in that language has as its original the one text
 * that does not call itself a translation.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { Taxonomy } from '../../schemas/types.generated.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FieldReference, Fields, Folder, Text } from '../model/catalogue.ts';
import { contentHash } from '../model/content-hash.ts';
import type { Document } from '../model/document.ts';
import type { GlossaryTerm } from '../model/glossary.ts';
import { type SourcePath, sha256 } from '../model/paths.ts';
import { type Scope, type TextPlace, undetermined } from '../model/place.ts';
import type { PlacedFile } from '../model/source.ts';
import type { Leaf } from '../schema/walk.ts';
import { adviseOnFields } from './advice.ts';
import { checkFields } from './check-fields.ts';
import { suggestLanguage } from './languages.ts';
import { checkTerms } from './taxonomies.ts';
import { adviseOnApostrophes } from './uzbek-apostrophes.ts';
import { type Role, validatorOf } from './validators.ts';

export interface TextContext {
  readonly sourceLanguage: Locale;
  /** Of countries that write their own texts in another one. */
  readonly sourceLanguages: ReadonlyMap<Scope, Locale>;
  readonly languages: ReadonlySet<Locale>;
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  /** What texts without faults are looked through for; absent where nobody asks how well they are written. */
  readonly glossary?: readonly GlossaryTerm[];
}

export interface ParsedFolder {
  readonly path: SourcePath;
  readonly documents: readonly Document<TextPlace>[];
  /** Texts of the folder that could not be read: the original may be one of them. */
  readonly unreadable: readonly PlacedFile[];
}

export interface ValidatedFolder {
  /** Absent when none of its texts could be read. */
  readonly folder?: Folder;
  readonly diagnostics: readonly Diagnostic[];
}

export function validateFolder(
  { path, documents, unreadable }: ParsedFolder,
  context: TextContext,
): ValidatedFolder {
  const diagnostics = documents.flatMap((document) => checkLanguage(document, context.languages));
  const patches = documents.filter((document) => document.place.patch);
  const texts = documents.filter((document) => !document.place.patch);
  const original = findOriginal(texts, unreadable, context);
  if ('diagnostics' in original) diagnostics.push(...original.diagnostics);
  const language = 'language' in original ? original.language : undefined;
  const check = (document: Document<TextPlace>, role: Role): Text => {
    const validator = validatorOf(document.place.entry, role);
    const checked = checkFields(document, validator, role);
    diagnostics.push(
      ...checked.diagnostics,
      ...checkTerms(document, checked.leaves, context.taxonomies),
      ...adviseOnFields(document, checked.data),
      ...adviseOnApostrophes(document),
    );
    const text = { ...document, fields: checked.data as Fields };
    return {
      ...text,
      references: referencesOf(checked.leaves),
      contentHash: contentHash(text),
      fieldsDigest: sha256(JSON.stringify(text.fields)).slice(0, 16),
      bodyDigest: sha256(text.body).slice(0, 16),
      hasBody: document.body.trim() !== '',
    };
  };
  /** A text in a language that nobody knows may be anything; its name alone is at fault. */
  const roleOf = (text: Document<TextPlace>): Role => {
    if (text.place.locale === language) return 'original';
    // Which of several is the original is asked once; all of them are judged as one.
    if ('diagnostics' in original && text.data.translation === undefined) return 'original';
    const isStray = !context.languages.has(text.place.locale) && text.data.translation === undefined;
    return isStray ? 'original' : 'translation';
  };
  const [first] = [...texts, ...patches];
  if (first === undefined) return { diagnostics };
  const { scope, entry, id, course } = first.place;
  const folder: Folder = {
    path,
    scope,
    entry,
    id,
    ...(course !== undefined && { course }),
    texts: new Map(texts.map((text) => [text.place.locale, check(text, roleOf(text))])),
    patches: new Map(patches.map((patch) => [patch.place.locale, check(patch, 'patch')])),
    ...(language !== undefined && { original: language }),
  };
  return { folder, diagnostics };
}

type Original =
  | { readonly language: Locale }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly none: true };

function findOriginal(
  texts: readonly Document<TextPlace>[],
  unreadable: readonly PlacedFile[],
  context: TextContext,
): Original {
  const [first] = texts;
  if (first === undefined) return { none: true };
  const source = sourceLanguageOf(first.place, context);
  if (texts.some((text) => text.place.locale === source)) return { language: source };
  const lost = unreadable.filter((file) => file.place.kind === 'text' && !file.place.patch);
  const lostSource = lost.find((file) => file.place.kind === 'text' && file.place.locale === source);
  if (lostSource !== undefined) return { language: source };
  if (lost.some((file) => file.place.kind === 'text' && file.place.locale === undetermined))
    return { none: true };
  const untranslated = texts.filter((text) => text.data.translation === undefined);
  if (untranslated.length === 1 && untranslated[0] !== undefined)
    return { language: untranslated[0].place.locale };
  if (untranslated.length === 0) {
    if (lost.length > 0) return { none: true };
    const { translation } = first.data;
    const of =
      typeof translation === 'object' && translation !== null && 'of' in translation
        ? translation.of
        : source;
    const message = `is a translation, but its original "index.${typeof of === 'string' ? of : source}.md" is not in the folder`;
    return {
      diagnostics: [
        fault(
          first,
          'translation/no-original',
          message,
          'add the original, or remove "translation" if this text is the original',
        ),
      ],
    };
  }
  return {
    diagnostics: untranslated.map((text) =>
      fault(
        text,
        'translation/ambiguous',
        `none of the texts of this folder is in ${source}, and several of them have no "translation"`,
        'add "translation: {of: …, by: human, reviewed: false}" to all but the original',
      ),
    ),
  };
}

const sourceLanguageOf = ({ scope }: TextPlace, context: TextContext): Locale =>
  context.sourceLanguages.get(scope) ?? context.sourceLanguage;

function checkLanguage(document: Document<TextPlace>, languages: ReadonlySet<Locale>): Diagnostic[] {
  const { locale, patch } = document.place;
  if (languages.has(locale)) return [];
  const meant = suggestLanguage(locale, [...languages]);
  const hint =
    meant === undefined
      ? `add "- tag: ${locale}" to the languages of a country.yml, or use one of: ${[...languages].toSorted().join(', ')}`
      : `did you mean "index.${meant}${patch ? '.patch' : ''}.md"?`;
  return [
    fault(
      document,
      'language/unknown',
      `is in the language "${locale}", which no national site has, so that nobody would see it`,
      hint,
    ),
  ];
}

function referencesOf(leaves: readonly Leaf[]): FieldReference[] {
  return leaves.flatMap(({ schema: field, value, pointer }) => {
    const kind = field['x-reference'];
    return kind === undefined ? [] : [{ kind, id: value, pointer }];
  });
}

function fault(document: Document, code: string, message: string, hint: string): Diagnostic {
  const field = document.data.translation === undefined ? [] : ['translation'];
  return { code, severity: 'error', file: document.path, ...document.positions.key(field), message, hint };
}
