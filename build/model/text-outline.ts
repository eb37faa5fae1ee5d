import type { Range } from '../diagnostics/diagnostic.ts';
import type { SourcePath } from './paths.ts';

/** What stands in a Markdown body, piece by piece with its place: for checks that read a text as a person does. */
export interface TextOutline {
  readonly prose: readonly Prose[];
  readonly headings: readonly OutlineHeading[];
  /** Boxes, media and quizzes, in the order in which they open. */
  readonly boxes: readonly OutlineBox[];
  readonly pictures: readonly OutlinePicture[];
}

/** The words of a paragraph, heading, list item or cell. */
export interface Prose {
  /** Without markup; {@link notProse} stands for what is not running text of the language. */
  readonly text: string;
  /** A footnote: mostly the name of a source. */
  readonly isNote: boolean;
  /** The line on which it begins. */
  readonly range: Range;
}

/** Code, words that are marked as those of another language, answers to be typed, pictures. */
export const notProse = '\uFFFC';

interface OutlineHeading {
  readonly level: number;
  readonly range: Range;
}

interface OutlineBox {
  /** What stands behind the colons: `tip`, `activity`, `quiz` … */
  readonly name: string;
  readonly range: Range;
}

export interface OutlinePicture {
  readonly src: string;
  readonly alt: string;
  readonly range: Range;
}

export type TextOutlines = ReadonlyMap<SourcePath, TextOutline>;
