import type { Catalogue, Text } from '../model/catalogue.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';

/** Returns the text or patch in this file; nothing where the catalogue has none. */
export function textAt(catalogue: Catalogue, path: SourcePath): Text | undefined {
  const folder = catalogue.folders.get(folderOf(path));
  const texts = [...(folder?.texts.values() ?? []), ...(folder?.patches.values() ?? [])];
  return texts.find((text) => text.path === path);
}
