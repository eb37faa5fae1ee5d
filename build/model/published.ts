import { sha256 } from './paths.ts';

/** A file that is published beside the pages, by what pages say of it. */
export interface PublishedAsset {
  /** Site path: `/assets/cover.1a2b3c4d.svg`. Its digest tells the content. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of pictures. */
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** A file with its content. */
export interface AssetFile extends PublishedAsset {
  readonly bytes: Uint8Array;
}

/** A name that changes with the content, so that browsers and caches can keep the file for ever. */
export const publishedName = (name: string, extension: string, bytes: Uint8Array): string =>
  `/assets/${name.toLowerCase()}.${sha256(bytes).slice(0, 8)}${extension.toLowerCase()}`;
