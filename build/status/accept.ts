/**
 * Records that a translation or a national overlay fits the text it was made from, as that text is now.
 */
import { textSchema } from '../format/fields-form.ts';
import { setFields } from '../format/set-fields.ts';
import type { Catalogue, Text } from '../model/catalogue.ts';
import { basisOf, sharedPathOf } from '../model/overlay-basis.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import { textAt } from './text-at.ts';

export type Accepted = { readonly raw: string } | { readonly refused: string };

/**
 * @param path a text of the catalogue
 * @param raw the file as it is, with its own line ends
 * @returns the file with its hash, all else unchanged
 */
export function acceptText(catalogue: Catalogue, path: SourcePath, raw: string): Accepted {
  const folder = catalogue.folders.get(folderOf(path));
  const text = textAt(catalogue, path);
  if (folder === undefined || text === undefined) return { refused: 'is no text of the catalogue' };
  const original = folder.original === undefined ? undefined : folder.texts.get(folder.original);
  if (!text.place.patch && text !== original) {
    if (original === undefined) return { refused: 'has no original' };
    return { raw: recorded(raw, text, ['translation', 'hash'], original.contentHash) };
  }
  const basis = overlayBasis(catalogue, text);
  if (basis === undefined)
    return { refused: 'is an original: nothing that it was made from can have changed' };
  return { raw: recorded(raw, text, ['basedOn'], basis.contentHash) };
}

const recorded = (raw: string, { place }: Text, pointer: readonly string[], hash: string): string =>
  setFields(raw, [{ pointer, value: hash }], textSchema(place));

function overlayBasis(catalogue: Catalogue, text: Text): Text | undefined {
  if (text.place.scope === 'shared') return undefined;
  return basisOf(catalogue.folders.get(sharedPathOf(folderOf(text.path))), text.place.locale);
}
