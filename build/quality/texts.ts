import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Folder, Text } from '../model/catalogue.ts';
import { type RenderedBodies, type RenderedBody, rulesPath } from '../model/rendered.ts';
import { notProse, type TextOutline, type TextOutlines } from '../model/text-outline.ts';
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
    let keys: ReadonlySet<string> | undefined;
    return [
      {
        text,
        body,
        outline,
        get passages() {
          passages ??= passagesOf(text, outline, outlines.get(rulesPath(text.path)));
          return passages;
        },
        get keys() {
          keys ??= new Set(this.passages.flatMap(({ words }) => words.map(({ key }) => key)));
          return keys;
        },
      },
    ];
  });

function passagesOf(text: Text, body: TextOutline, rules: TextOutline | undefined): readonly Passage[] {
  const { locale } = text.place;
  const headings = new Set(body.headings.map(({ range }) => range.line));
  const passage = (words: string, range: () => Range, isHeading = false): Passage => ({
    words: wordsOf(words, locale),
    isHeading,
    range,
  });
  return [
    ...fieldWords(text).map(({ value, pointer }) =>
      passage(value, () => text.positions.value(pointer), pointer[0] === 'title'),
    ),
    ...body.prose.map(({ text: words, range }) => passage(words, () => range, headings.has(range.line))),
    ...body.pictures.map(({ alt, range }) => passage(alt, () => range)),
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
