/**
 * By what the library can be narrowed.
 */

/** In the order in which they are shown; the names stand in addresses. */
export const facetNames = ['type', 'age', 'domain', 'setting', 'time'] as const;

export type FacetName = (typeof facetNames)[number];

/** One value of a facet. */
export interface FacetChoice {
  readonly facet: FacetName;
  /** As in addresses: `3-4`, `story`, `15`. */
  readonly value: string;
  readonly label: string;
  /** Site path of the page with what fits. */
  readonly path: string;
  readonly count: number;
}

/** Where a page stands in a list that takes several. */
export interface PageOfList {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  /** Site paths of its neighbours. */
  readonly previous?: string;
  readonly next?: string;
}

/** By what search can be narrowed, in the order in which it is shown; the names stand in addresses. */
export const searchFacetNames = ['kind', 'age', 'domain', 'type', 'audience'] as const;

export type SearchFacet = (typeof searchFacetNames)[number];

/** What may be chosen of a facet. */
export interface SearchFilter {
  readonly facet: SearchFacet;
  readonly choices: readonly {
    /** As in addresses: `3-4`, `story`, `lesson`. */
    readonly value: string;
    readonly label: string;
  }[];
}
