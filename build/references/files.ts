import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue, Folder, Text } from '../model/catalogue.ts';
import { sharedPathOf } from '../model/overlay-basis.ts';
import type { SourcePath } from '../model/paths.ts';
import type { RenderedBody } from '../model/rendered.ts';
import type { TargetIndex } from './index-targets.ts';

/** Checks that every picture and download that a text names lies beside it; a patch may also use those of the shared text. */
export function checkFiles(
  text: Text,
  folder: Folder,
  catalogue: Catalogue,
  targets: TargetIndex,
  rendered: readonly RenderedBody[],
): Diagnostic[] {
  const folders = [folder.path, ...(text.place.patch ? [sharedPath(folder)] : [])];
  const exists = (name: string): boolean =>
    folders.some((path) => catalogue.assets.has(`${path}/${name}` as SourcePath));
  const missing = (name: string, range: Range): Diagnostic => {
    // Sorted by path, as the files themselves are.
    const beside = [...new Set(folders)].toSorted().flatMap((path) => targets.filesIn(path));
    const hint =
      didYouMean(name, beside) ??
      (beside.length > 0
        ? `the files here are: ${beside.slice(0, 10).join(', ')}`
        : 'put the file into the same folder');
    return {
      code: 'file/missing',
      severity: 'error',
      file: text.path,
      ...range,
      message: `there is no file "${name}" beside this text`,
      hint,
    };
  };
  const image = text.fields.image?.src;
  // A path and a foreign address are faults of their own; so is the picture of a translation, which the original names.
  const isOwn =
    typeof image === 'string' &&
    isPictureName(image) &&
    (text.place.patch || text.place.locale === folder.original);
  return [
    ...(isOwn && !exists(image) ? [missing(image, text.positions.value(['image', 'src']))] : []),
    ...rendered
      .flatMap(({ images, files }) => [...images, ...files])
      .filter(({ src }) => !exists(src))
      .map(({ src, range }) => missing(src, range)),
  ];
}

/** The shared folder that a country's folder is laid over. */
export const sharedPath = (folder: Folder): SourcePath => sharedPathOf(folder.path);

/** The names that the schema lets through. */
const isPictureName = (name: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png|jpe?g|webp|avif)$/.test(name);
