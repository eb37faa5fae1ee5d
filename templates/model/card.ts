/**
 * What pages show of things that are not their own text: languages, pictures, terms, and cards of other pages.
 */

export interface Language {
  /** Our tag: `cnr-Latn`. */
  readonly tag: string;
  /** The value of the `lang` attribute: `sr-Latn-ME`. */
  readonly htmlLang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The name of the language in itself. */
  readonly autonym: string;
}

/** A photograph in several widths, each in every format of `renditionFormats`; all have one digest, which tells the content. */
export interface Renditions {
  /** How their site paths begin: `/assets/bag`. */
  readonly stem: string;
  readonly digest: string;
  /** Ascending. */
  readonly widthsPx: readonly number[];
}

/** What an `<img>` needs. */
export interface PictureSource {
  /** Site path: `/assets/cover.1a2b3c4d.svg`; of a photograph in a format that every browser reads. */
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly renditions?: Renditions;
}

export interface Picture extends PictureSource {
  readonly alt: string;
  /** Site path for messengers, where they cannot draw the picture itself. */
  readonly previewPath?: string;
  readonly credit?: string;
  /** Language of these texts where it is not that of the page. */
  readonly textLanguage?: Language;
}

export interface Ages {
  readonly fromMonths: number;
  readonly toMonths: number;
}

/** Labels of taxonomy terms, in the reader's language. */
export interface Term {
  readonly id: string;
  readonly label: string;
}

export interface CourseCard {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** Language of title and summary where it is not that of the page. */
  readonly textLanguage?: Language;
  readonly image?: Picture;
  readonly audience: readonly Term[];
  readonly ages: Ages;
  readonly lessonCount: number;
  readonly durationMinutes: number;
}

export interface LessonCard {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly textLanguage?: Language;
  readonly durationMinutes: number;
}

export interface MaterialCard {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly textLanguage?: Language;
  readonly image?: Picture;
  readonly type: Term;
  readonly ages: Ages;
  readonly durationMinutes?: number;
  readonly settings: readonly Term[];
  readonly domains: readonly Term[];
}

export interface GroupCard {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly textLanguage?: Language;
}
