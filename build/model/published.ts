import { renditionPaths } from '../../templates/components/picture/renditions.ts';
import type { Renditions } from '../../templates/model/card.ts';
import { sha256 } from './paths.ts';

/** What is published of a file that an author put beside the texts, by what pages say of it. */
export interface PublishedAsset {
  /** Site path: `/assets/cover.1a2b3c4d.svg`. Its digest tells the content. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of pictures. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Of photographs, which browsers get in the width and format that suits them. */
  readonly renditions?: Renditions;
  /** Site path of a drawing as pixels, for messengers that draw no SVG; not of every one, for it takes six milliseconds. */
  readonly previewPath?: string;
}

/** A published file with its content. */
export interface AssetFile extends PublishedAsset {
  readonly bytes: Uint8Array;
}

/** A file of an author made ready, with the content of all that is published of it, by site path. */
export interface PreparedAsset {
  readonly published: PublishedAsset;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Site paths of the files that pages name when they show it. */
export const shownPaths = ({ path, renditions }: PublishedAsset): readonly string[] =>
  renditions === undefined ? [path] : [path, ...renditionPaths(renditions)];

/** Site paths of all that is published of it. */
export const sitePathsOf = (asset: PublishedAsset): readonly string[] =>
  asset.previewPath === undefined ? shownPaths(asset) : [...shownPaths(asset), asset.previewPath];

/** How much of a digest stands in a name: the configuration of servers looks for eight digits. */
export const nameDigest = (bytes: Uint8Array): string => sha256(bytes).slice(0, 8);

/** A name that changes with the content, so that browsers and caches can keep the file for ever. */
export const publishedName = (name: string, extension: string, bytes: Uint8Array): string =>
  `/assets/${name.toLowerCase()}.${nameDigest(bytes)}${extension.toLowerCase()}`;
