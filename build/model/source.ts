import type { SourcePath } from './paths.ts';
import type { Place } from './place.ts';

/** A text file of the content folder, of which only the name is known. */
export interface PlacedFile<P extends Place = Place> {
  readonly path: SourcePath;
  readonly place: P;
}

/** A text file of the content folder, read and decoded: UTF-8 without BOM, LF line ends. */
export interface SourceFile<P extends Place = Place> extends PlacedFile<P> {
  readonly text: string;
}

/** A text of which only its place may be known: it exists, so that nothing that refers to it is at fault. */
export interface ReadFile<P extends Place = Place> extends SourceFile<P> {
  /** Its name or its bytes are at fault. */
  readonly unread?: true;
}

/** A file that is published as it is or as a picture: read when it is needed. */
export interface Asset {
  readonly path: SourcePath;
  readonly absolutePath: string;
  readonly bytes: number;
  /** Changes whenever the file is written. */
  readonly stamp: string;
  /** When it was last written, in milliseconds since 1970, by the clock of the file system. */
  readonly writtenMs: number;
}

/** Everything that authors wrote. Both lists are sorted by path, whatever the order of the file system. */
export interface SourceTree {
  readonly files: readonly SourceFile[];
  readonly assets: ReadonlyMap<SourcePath, Asset>;
}
