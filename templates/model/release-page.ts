/** The page about the release: the one page that says what changes with every release. */
import type { PageBase } from './page-base.ts';

export interface ReleasePage extends PageBase {
  readonly kind: 'release';
  /** Site path of what the release says of itself, as data. */
  readonly pointerPath: string;
  /** Of the page that says how to keep a copy. */
  readonly mirrorPath: string;
}

/** Names of the places that a build leaves empty and a release fills, as `<span data-release="sequence">–</span>`. */
export const releaseSlots = ['sequence', 'released', 'revision', 'files', 'bytes', 'packages'] as const;
export type ReleaseSlot = (typeof releaseSlots)[number];
