import type { CountryFolders } from '../model/content-folders.ts';

/** Where the content of a preview lies. */
export interface ContentPlaces {
  readonly contentFolder: string;
  /** The content folder as the author knows it, which is put before the paths of files. */
  readonly shownFolder: string;
  readonly countryFolders: CountryFolders;
}
