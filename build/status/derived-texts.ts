import type { Catalogue, Folder, Text } from '../model/catalogue.ts';
import { basisOf, sharedPathOf } from '../model/overlay-basis.ts';

/** A text that was made from another one. */
export interface DerivedText {
  readonly text: Text;
  readonly kind: 'translation' | 'patch' | 'replacement';
  readonly basis: Text;
  /** Of the basis, as the text records it. */
  readonly hash: string | undefined;
}

/** Returns the translations of a folder, and what of it is laid over a shared one. */
export function derivedOf(folder: Folder, catalogue: Catalogue): DerivedText[] {
  const original = folder.original === undefined ? undefined : folder.texts.get(folder.original);
  const translations = [...folder.texts.values()].filter((text) => text !== original);
  const shared = folder.scope === 'shared' ? undefined : catalogue.folders.get(sharedPathOf(folder.path));
  const overlays = [
    ...[...folder.patches.values()].map((text) => ({ text, kind: 'patch' }) as const),
    ...(original === undefined ? [] : [{ text: original, kind: 'replacement' } as const]),
  ];
  return [
    ...translations.flatMap((text): DerivedText[] =>
      original === undefined
        ? []
        : [{ text, kind: 'translation', basis: original, hash: text.fields.translation?.hash }],
    ),
    ...overlays.flatMap(({ text, kind }): DerivedText[] => {
      const basis = basisOf(shared, text.place.locale);
      return basis === undefined ? [] : [{ text, kind, basis, hash: text.fields.basedOn }];
    }),
  ];
}
