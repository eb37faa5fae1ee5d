import { sha256 } from './paths.ts';

/** A file that is published beside the pages. */
export interface PublishedAsset {
  /** Site path: `/assets/cover.1a2b3c4d.svg`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of pictures. */
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** A name that changes with the content, so that browsers and caches can keep the file for ever. */
export const publishedName = (name: string, extension: string, bytes: Uint8Array): string =>
  `/assets/${name.toLowerCase()}.${sha256(bytes).slice(0, 8)}${extension.toLowerCase()}`;
