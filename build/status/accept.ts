/**
 * Records that a translation or a national overlay fits the text it was made from, as that text is now.
 */
import { isMap, parseDocument } from 'yaml';
import type { Catalogue, Folder, Text } from '../model/catalogue.ts';
import { contentHash } from '../model/content-hash.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';

export type Accepted = { readonly text: string } | { readonly refused: string };

/**
 * @param path a text of the catalogue
 * @returns the text of the file with its hash, all else unchanged
 */
export function acceptText(catalogue: Catalogue, path: SourcePath): Accepted {
  const folder = catalogue.folders.get(folderOf(path));
  const text = [...(folder?.texts.values() ?? []), ...(folder?.patches.values() ?? [])].find(
    (candidate) => candidate.path === path,
  );
  if (folder === undefined || text === undefined) return { refused: 'is no text of the catalogue' };
  const original = folder.original === undefined ? undefined : folder.texts.get(folder.original);
  if (!text.place.patch && text !== original) {
    return original === undefined
      ? { refused: 'has no original' }
      : { text: withHash(text, ['translation', 'hash'], contentHash(original)) };
  }
  const basis = basisOf(folder, text, catalogue);
  return basis === undefined
    ? { refused: 'is an original: nothing that it was made from can have changed' }
    : { text: withHash(text, ['basedOn'], contentHash(basis)) };
}

/** The shared text that a country's patch or replacement was made from: in the same language, else the original. */
function basisOf(folder: Folder, text: Text, catalogue: Catalogue): Text | undefined {
  if (folder.scope === 'shared') return undefined;
  const shared = catalogue.folders.get(
    folder.path.replace(/^countries\/[a-z]{2}\//, 'shared/') as SourcePath,
  );
  return (
    shared?.texts.get(text.place.locale) ??
    (shared?.original === undefined ? undefined : shared.texts.get(shared.original))
  );
}

function withHash(text: Text, pointer: readonly string[], hash: string): string {
  const [, yaml = '', rest = ''] = /^---\n([\s\S]*?\n?)(---(?:\n[\s\S]*)?)$/.exec(text.text) ?? [];
  const document = parseDocument(yaml, { version: '1.2', schema: 'core' });
  if (!isMap(document.contents)) return text.text;
  document.setIn(pointer, hash);
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}${rest}`;
}
