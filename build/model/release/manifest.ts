/**
 * What a site consists of, file by file: all that a mirror needs to prove that it has everything and nothing else.
 *
 * The same site gives the same manifest, whenever and by whom it is released, so that it is named by its own digest.
 */
import type { Sha256 } from '../paths.ts';

export interface Manifest {
  readonly format: 1;
  /** `kg` */
  readonly country: string;
  /** What servers say with the files of a kind. */
  readonly headers: Readonly<Record<FileKind, Readonly<Record<string, string>>>>;
  /** Sorted by their paths, in the order of UTF-16 units. */
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Below the address of the site, without a slash in front: `ru/courses/play/index.html`. */
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Media type with its character set: `text/html; charset=utf-8`. */
  readonly type: string;
  readonly kind: FileKind;
  /** Bytes of the copy that is compressed with brotli, where one is kept. */
  readonly br?: number;
  /** Bytes of the copy that is compressed with gzip. */
  readonly gz?: number;
}

/**
 * How long a file is kept and what it may do: a `page` or another file under a lasting name (`file`), a picture or program whose
 * name has its digest (`asset`), a part of a search bundle whose name has its digest (`index`).
 */
export const fileKinds = ['page', 'file', 'asset', 'index'] as const;
export type FileKind = (typeof fileKinds)[number];
