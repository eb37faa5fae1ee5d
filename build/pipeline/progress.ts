import type { StageProgress, StageWords } from '../cli/progress.ts';

/** What a build is doing; it counts folders, pages or bundles. */
export type Progress = StageProgress<Stage>;

/** `waiting`: for another build that uses the same cache. */
export type Stage = 'waiting' | 'content' | 'pages' | 'search' | 'publish';

export type OnProgress = (progress: Progress) => void;

export const buildWords: StageWords<Stage> = {
  waiting: () => 'another build is at work here; waiting until it has ended',
  content: () => 'reading and checking the content',
  pages: (total) => `writing ${total} pages`,
  search: (total) => `indexing for search: ${total} languages`,
  publish: () => 'moving the sites into place',
};
