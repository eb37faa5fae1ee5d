import type { Text } from '../model/catalogue.ts';
import type { CountryFolders } from '../model/content-folders.ts';
import type { Document } from '../model/document.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import type { TextPlace } from '../model/place.ts';
import { parseContent } from '../parse/parse.ts';
import { decodeText } from '../read/decode.ts';
import { listContent } from '../read/list-content.ts';
import { placeOf } from '../read/place-of.ts';
import { validateFolder } from '../validate/folders.ts';
import { readSettings } from './settings.ts';

/** Returns what reads older versions of texts as if they lay in the content as it is now. */
export function versionReader(
  contentFolder: string,
  countryFolders: CountryFolders,
): (path: SourcePath, bytes: Uint8Array) => Text | undefined {
  const { forTexts } = readSettings(listContent(contentFolder, countryFolders)).settings;
  return (path, bytes) => {
    const { place } = placeOf(path);
    if (place?.kind !== 'text') return undefined;
    const parsed = parseContent([{ path, place, text: decodeText(bytes, path).text }]);
    const documents = parsed.documents as readonly Document<TextPlace>[];
    const { folder } = validateFolder({ path: folderOf(path), documents, unreadable: [] }, forTexts);
    return (place.patch ? folder?.patches : folder?.texts)?.get(place.locale);
  };
}
