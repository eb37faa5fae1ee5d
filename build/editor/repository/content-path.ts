/**
 * Which files the editor may see and write, told by their path alone: what is not known is refused.
 */
import { extname } from 'node:path/posix';
import { isContentId, isCountryCode } from '../../../schemas/brands.ts';
import { mediaTypeOf, mediaTypes } from '../../model/media-types.ts';
import { fileNameOf, type SourcePath, toSourcePath } from '../../model/paths.ts';
import { folderOfKind } from '../../model/place.ts';
import { checkName } from '../../read/names.ts';
import { placeOf } from '../../read/place-of.ts';
import { type Refusal, refusal } from './answers.ts';

/** A file that the editor may have. */
export interface ContentPath {
  readonly source: SourcePath;
  /** `text`: also settings, vocabularies and strings. */
  readonly kind: 'text' | 'asset';
}

/** As it is called in the repository: `content/shared/pages/about/index.en.md`. */
export const repositoryPathOf = (source: SourcePath): string => `${root}${source}`;

const root = 'content/';

/** @param given a path of the repository, as it came */
export function toContentPath(given: unknown): ContentPath | Refusal {
  if (typeof given !== 'string' || given === '')
    return refusal(422, 'A file without a path cannot be saved. Load the editor anew and try again.');
  const isPlain = given.startsWith(root) && given.split('/').every((name) => plainName.test(name));
  const shown = JSON.stringify(given.length > 200 ? `${given.slice(0, 199)}…` : given);
  if (!isPlain)
    return refusal(
      422,
      `${shown} is no path of the content. Names are made of Latin letters, digits, hyphens and dots, and lie below content/.`,
    );
  const source = toSourcePath(given.slice(root.length));
  const [bad] = checkName(source);
  if (bad !== undefined) return refusal(422, `${shown} ${bad.message}: ${bad.hint ?? 'rename it'}.`);
  const kind = kindOf(source);
  if (kind !== undefined) return { source, kind };
  const fault = faultOf(source);
  return refusal(
    422,
    `${shown} is no file that the editor may write. ${fault ?? `Beside texts, an entry has pictures, sound, films and PDF files: ${extensions.join(', ')}`}.`,
  );
}

/** Returns nothing for files that the editor does not have. */
export function kindOf(source: SourcePath): ContentPath['kind'] | undefined {
  const { place, guessed, folder, diagnostics } = placeOf(source);
  if (place !== undefined && guessed !== true && folder === undefined && diagnostics.length === 0)
    return 'text';
  return place === undefined && isAsset(source) ? 'asset' : undefined;
}

/** Returns the media type of a file of the content. */
export function typeOf(source: SourcePath): string {
  if (kindOf(source) === 'text') return mediaTypeOf('.txt');
  return mediaTypeOf(source.endsWith('.jpeg') ? '.jpg' : extname(source));
}

/** No `..`, no hidden file, no separator of Windows, nothing escaped. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

const isPicture = (extension: string): boolean => (mediaTypes[extension] ?? '').startsWith('image/');

/** Nothing that runs. */
const extensions: readonly string[] = [
  ...Object.entries(mediaTypes)
    .filter(([extension, type]) => /^(image|audio|video)\/|\/pdf$/.test(type) && extension !== 'ico')
    .map(([extension]) => extension),
  'jpeg',
];

function isAsset(source: SourcePath): boolean {
  const extension = extname(source).slice(1);
  if (!extensions.includes(extension)) return false;
  const folders = source.split('/').slice(0, -1);
  const [top, second = '', ...below] = folders;
  if (top === 'shared') return isEntry([second, ...below]);
  if (top !== 'countries' || !isCountryCode(second)) return false;
  // Its logo, and the pattern of its pages.
  return below.length === 0 ? isPicture(extension) || extension === 'jpeg' : isEntry(below);
}

/** @param folders those below `shared` or a country */
function isEntry([kind, ...ids]: readonly string[]): boolean {
  const isKnown = Object.values<string>(folderOfKind).includes(kind ?? '');
  const most = kind === folderOfKind.course ? 2 : 1;
  return isKnown && ids.length >= 1 && ids.length <= most && ids.every(isContentId);
}

/** What the reader of the content would say of the file, without its beginning. */
function faultOf(source: SourcePath): string | undefined {
  const { diagnostics, folder } = placeOf(source);
  const fault = folder?.fault ?? diagnostics[0];
  if (fault === undefined) return undefined;
  return `${fileNameOf(source)}: ${fault.message}${fault.hint === undefined ? '' : `; ${fault.hint}`}`;
}
