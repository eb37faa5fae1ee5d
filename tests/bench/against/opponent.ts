import type { Measurement } from '../measure/run-measured.ts';
import type { NationalSite } from './national-sites.ts';

export const opponentNames = ['hugo', 'eleventy'] as const;
export type OpponentName = (typeof opponentNames)[number];

/** Another generator, in one way of using it. */
export interface Opponent {
  readonly name: OpponentName;
  /** For people: "Hugo, five sites one after another". */
  readonly title: string;
  /** Its version, as it says itself. */
  readonly version: string;
  /** Writes its projects. */
  prepare(material: OpponentMaterial): Promise<PreparedOpponent>;
}

export interface OpponentMaterial {
  readonly sites: readonly NationalSite[];
  /** The style sheet of one of our pages. */
  readonly css: string;
  /** A folder of its own. */
  readonly folder: string;
}

export interface PreparedOpponent {
  /** Folders of finished sites, for Pagefind. */
  readonly outputs: readonly string[];
  /** Builds everything anew, without an output or a cache of an earlier build. */
  build(signal: AbortSignal): Promise<Measurement>;
}
