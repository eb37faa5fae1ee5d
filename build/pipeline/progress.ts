/** What a build is doing. */
export interface Progress {
  readonly stage: Stage;
  /** Of folders, pages or bundles: how many are done, and of how many. */
  readonly done?: number;
  readonly total?: number;
}

/** `waiting`: for another build that uses the same cache. */
export type Stage = 'waiting' | 'content' | 'pages' | 'search' | 'publish';

export type OnProgress = (progress: Progress) => void;
