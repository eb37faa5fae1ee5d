import type { Body } from '../../templates/model/body.ts';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { SourcePath } from './paths.ts';

/** A Markdown body after rendering, with what the checks need to know of it. */
export interface RenderedBody {
  readonly body: Body;
  readonly links: readonly BodyLink[];
  /** Pictures beside the text. */
  readonly images: readonly BodyFile[];
  /** Audio, video and downloads beside the text. */
  readonly files: readonly BodyFile[];
  readonly quizPositions: ReadonlyMap<string, Range>;
  /** Names of the quizzes that have right answers. */
  readonly markedQuizzes: readonly string[];
}

export interface BodyLink {
  /** Language-free path with slashes at both ends; empty for an anchor on the same page. */
  readonly target: string;
  /** Without `#`; empty when there is none. */
  readonly fragment: string;
  readonly range: Range;
}

/** A link to another site. */
export interface WebLink {
  readonly href: string;
  readonly range: Range;
}

export interface LocatedWebLink extends WebLink {
  readonly file: SourcePath;
}

export interface BodyFile {
  readonly src: string;
  readonly range: Range;
}

export type RenderedBodies = ReadonlyMap<SourcePath, RenderedBody>;

export type BodyLookup = Pick<RenderedBodies, 'get'>;

/** The key under which the rules of a community are rendered, beside the body of the same text. */
export const rulesPath = (path: SourcePath): SourcePath => `${path}#rules` as SourcePath;
