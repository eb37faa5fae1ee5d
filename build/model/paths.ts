import { hash } from 'node:crypto';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A path below the content folder, with forward slashes: `shared/courses/play/index.en.md`. */
export type SourcePath = Branded<'SourcePath'>;
/** A path below the output folder of all sites, with forward slashes: `kg/ru/courses/play/index.html`. */
export type OutputPath = Branded<'OutputPath'>;
/** 64 hexadecimal digits. */
export type Sha256 = Branded<'Sha256'>;

/** Takes a path of either platform that is already relative to the content folder. */
export const toSourcePath = (path: string): SourcePath => path.replaceAll('\\', '/') as SourcePath;

/** @throws TypeError when the path would leave the output folder. */
export function toOutputPath(path: string): OutputPath {
  if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..')) {
    throw new TypeError(`"${path}" is not a path below the output folder`);
  }
  return path as OutputPath;
}

export const sha256 = (data: string | Uint8Array): Sha256 => hash('sha256', data) as Sha256;

/** The folder of a path, without a slash at its end; empty for a file at the top. */
export const folderOf = (path: SourcePath): SourcePath =>
  path.slice(0, Math.max(0, path.lastIndexOf('/'))) as SourcePath;

export const fileNameOf = (path: SourcePath): string => path.slice(path.lastIndexOf('/') + 1);
