/** What the script of the library is told of a material. */
export interface IndexedMaterial {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly kicker: string;
  readonly facts: readonly string[];
  /** `type:story age:3-4 age:4-5` */
  readonly words: string;
  /** Language of title and summary where it is not that of the page. */
  readonly lang?: string;
  readonly dir?: string;
  /** Address from the front page of the library, width and height in pixels. */
  readonly image?: readonly [src: string, widthPx: number, heightPx: number];
}

export type LibraryIndex = readonly IndexedMaterial[];
