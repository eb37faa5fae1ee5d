import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Folder, Text } from '../model/catalogue.ts';
import { type RenderedBodies, type RenderedBody, rulesPath } from '../model/rendered.ts';
import { notProse, type Prose, type TextOutline, type TextOutlines } from '../model/text-outline.ts';
import { fieldWords } from './field-words.ts';
import { type Word, wordsOf } from './words.ts';

export interface RenderedEntry {
  readonly bodies: RenderedBodies;
  readonly outlines: TextOutlines;
}

/** A text with what its body is made of. */
export interface Judged {
  readonly text: Text;
  readonly body: RenderedBody;
  readonly outline: TextOutline;
  /** All that a reader reads: fields, body, descriptions of pictures, and the rules of a community. */
  readonly passages: readonly Passage[];
  /** Those of the body. */
  readonly prose: readonly ProsePassage[];
  /** Of all their words: most phrases are nowhere in a text, which is known by these at once. */
  readonly keys: ReadonlySet<string>;
}

export interface Passage {
  readonly words: readonly Word[];
  /** The title of the page, or a heading on it. */
  readonly isHeading: boolean;
  /** Asked for only where something is said of it: places of fields take a second reading. */
  readonly range: () => Range;
}

export interface ProsePassage extends Passage {
  readonly prose: Prose;
}

/** A translation that readers get, and the text that it says it was made from. */
export interface TranslationPair {
  readonly translation: Judged;
  readonly original: Judged;
}

/** Originals, translations and patches. */
export const judgedTexts = (folder: Folder, { bodies, outlines }: RenderedEntry): readonly Judged[] =>
  [...folder.texts.values(), ...folder.patches.values()].flatMap((text): Judged[] => {
    const [body, outline] = [bodies.get(text.path), outlines.get(text.path)];
    if (body === undefined || outline === undefined) return [];
    let passages: readonly Passage[] | undefined;
    let prose: readonly ProsePassage[] | undefined;
    let keys: ReadonlySet<string> | undefined;
    return [
      {
        text,
        body,
        outline,
        get passages() {
          passages ??= passagesOf(this, outlines.get(rulesPath(text.path)));
          return passages;
        },
        get prose() {
          prose ??= prosePassages(text, outline);
          return prose;
        },
        get keys() {
          keys ??= new Set(this.passages.flatMap(({ words }) => words.map(({ key }) => key)));
          return keys;
        },
      },
    ];
  });

function prosePassages({ place }: Text, { headings, prose }: TextOutline): readonly ProsePassage[] {
  const lines = new Set(headings.map(({ range }) => range.line));
  return prose.map((one) => ({
    prose: one,
    words: wordsOf(one.text, place.locale),
    isHeading: lines.has(one.range.line),
    range: () => one.range,
  }));
}

function passagesOf(
  { text, outline, prose }: Pick<Judged, 'text' | 'outline' | 'prose'>,
  rules: TextOutline | undefined,
): readonly Passage[] {
  const passage = (words: string, range: () => Range, isHeading = false): Passage => ({
    words: wordsOf(words, text.place.locale),
    isHeading,
    range,
  });
  return [
    ...fieldWords(text).map(({ value, pointer }) =>
      passage(value, () => text.positions.value(pointer), pointer[0] === 'title'),
    ),
    ...prose,
    ...outline.pictures.map(({ alt, range }) => passage(alt, () => range)),
    ...(rules?.prose ?? []).map(({ text: words, range }) => passage(words, () => range)),
  ];
}

/** Those that are published: a draft begins with the words of its original. */
export function translationsIn(texts: readonly Judged[]): readonly TranslationPair[] {
  const byLocale = new Map(
    texts.filter(({ text }) => !text.place.patch).map((judged) => [String(judged.text.place.locale), judged]),
  );
  return [...byLocale.values()].flatMap((translation) => {
    const original = byLocale.get(String(translation.text.fields.translation?.of));
    return original === undefined || original === translation || !isPublished(translation.text)
      ? []
      : [{ translation, original }];
  });
}

export const isPublished = ({ fields }: Text): boolean => (fields.status ?? 'published') === 'published';

export const warning = (
  { path }: Text,
  code: string,
  range: Range,
  message: string,
  hint: string,
): Diagnostic => ({ code, severity: 'warning', file: path, ...range, message, hint });

/** The first words of a passage, to know it by. */
export function beginningOf(text: string): string {
  const words = text.replaceAll(notProse, ' ').trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 7).join(' ')} …` : words.join(' ');
}
