/**
 * A rendered Markdown body, before it is placed into a page of one country and language.
 *
 * A body is rendered once, however many countries use it. What depends on the page that it stands in (the address of an
 * internal link, the file of a picture, the words of a form) stays a part of its own between pieces of ready HTML.
 */

/** A row of ready HTML (escaped, safe) and of parts that the page fills in. */
export type RichText = readonly BodyPart[];

export type BodyPart = string | LinkStart | LinkEnd | ImagePart | QuizPart | LabelPart | MediaPart;

/** Opens a link to a page of the same site; a page that the country lacks turns the link into plain text. */
export interface LinkStart {
  readonly kind: 'link';
  /** Language-free path with slashes at both ends: `/courses/play/first-week/`. */
  readonly target: string;
  /** Anchor without `#`, or empty. */
  readonly fragment: string;
}

export interface LinkEnd {
  readonly kind: 'link-end';
}

export interface ImagePart {
  readonly kind: 'image';
  /** File name beside the text. */
  readonly src: string;
  /** Plain text. */
  readonly alt: string;
  /** An image alone in a paragraph is a figure; its Markdown title is the caption. Plain text, or empty. */
  readonly caption: string;
  readonly figure: boolean;
}

export interface QuizPart {
  readonly kind: 'quiz';
  readonly quiz: Quiz;
}

/** A word of the interface in the language of the body, such as the default heading of a callout. */
export interface LabelPart {
  readonly kind: 'label';
  readonly label: CalloutKind;
}

export type CalloutKind = 'note' | 'tip' | 'warning' | 'activity';

/** A link to a file beside the text, shown with its size before the tap. */
export interface MediaPart {
  readonly kind: 'media';
  readonly media: 'video' | 'audio' | 'download';
  /** File name beside the text. */
  readonly src: string;
  /** Plain text. */
  readonly title: string;
  /** Transcript or description below the link. */
  readonly description: RichText;
}

export type Quiz = ChoiceQuiz | MatchQuiz | OrderQuiz | ShortQuiz | ReflectQuiz;

interface QuizBase {
  /** Unique in its page, the same in every translation; learners' answers hang on it. */
  readonly id: string;
  readonly prompt: RichText;
}

/** One right option is single choice (radio buttons), several are multiple choice (check boxes). */
export interface ChoiceQuiz extends QuizBase {
  readonly kind: 'choice';
  readonly multiple: boolean;
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  readonly text: RichText;
  readonly correct: boolean;
  /** Empty when the author gave none. */
  readonly feedback: RichText;
}

export interface MatchQuiz extends QuizBase {
  readonly kind: 'match';
  readonly pairs: readonly { readonly left: RichText; readonly right: RichText }[];
}

export interface OrderQuiz extends QuizBase {
  readonly kind: 'order';
  /** In the right order. */
  readonly items: readonly RichText[];
}

export interface ShortQuiz extends QuizBase {
  readonly kind: 'short';
  /** Plain texts that count as right; the first is the model answer. */
  readonly answers: readonly string[];
  /** What counts as right as well, in the script that the page is not in. */
  readonly otherScript?: { readonly htmlLang: string; readonly answers: readonly string[] };
}

export interface ReflectQuiz extends QuizBase {
  readonly kind: 'reflect';
  readonly statements: readonly RichText[];
}

export interface Heading {
  /** 2–6: the title of the page is level 1. */
  readonly level: number;
  /** Anchor, letters of any script. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
}

export interface Body {
  readonly parts: RichText;
  readonly headings: readonly Heading[];
  readonly quizzes: readonly Quiz[];
  /** The running text without markup, for search; blocks are separated by line breaks. */
  readonly plainText: string;
}
