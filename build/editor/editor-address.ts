import { folderOfKind, type TextPlace } from '../model/place.ts';

export const editorPath = '/admin/';

interface TextKind extends Pick<TextPlace, 'entry' | 'patch'> {
  readonly course?: string;
}

/** The list of entries of the editor that a text is in. */
export function collectionOf({ entry, course, patch }: TextKind): string {
  const name = entry === 'lesson' ? `lessons-${course}` : folderOfKind[entry];
  return patch ? `changes-${name}` : name;
}

/** The address at which the editor opens a text, in its language: `/admin/kg/#/collections/materials/entries/counting-stones/index?_locale=ky`. */
export const editorAddressOf = (place: TextPlace): string =>
  `${editorPath}${place.scope === 'shared' ? '' : `${place.scope}/`}#/collections/${collectionOf(place)}/entries/${place.id}/index?_locale=${place.locale}`;
