/**
 * Finds the files of the content folder, without reading them.
 *
 * In: a folder, and those of countries whose part lies elsewhere. Out: its texts, told apart by their place, and its other files.
 * Faults of names end here, so that no later stage meets a path that it cannot trust.
 */
import { type Dirent, existsSync, lstatSync, readdirSync, type Stats } from 'node:fs';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { type CountryFolders, locate, noCountryFolders } from '../model/content-folders.ts';
import { type SourcePath, toSourcePath } from '../model/paths.ts';
import type { Place } from '../model/place.ts';
import type { Asset } from '../model/source.ts';
import { checkName, checkSiblings } from './names.ts';
import { placeOf } from './place-of.ts';

/** Longer texts are no text for a phone; reading them would only cost memory. */
export const textBudgetBytes = 1024 * 1024;

export interface FoundText {
  readonly path: SourcePath;
  readonly place: Place;
  readonly absolutePath: string;
  /** Changes whenever the file is written. */
  readonly stamp: string;
  /** When it was last written, in milliseconds since 1970, by the clock of the file system. */
  readonly writtenMs: number;
  /** It exists, so that nothing that refers to it is at fault; it is not to be read. */
  readonly unread?: true;
}

export interface ContentList {
  /** Sorted by path, as are the assets, whatever the order of the file system. */
  readonly texts: readonly FoundText[];
  readonly assets: ReadonlyMap<SourcePath, Asset>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param folder the content folder
 * @param onText told of each text as it is found
 * @throws the error of the file system when a folder cannot be read
 */
export function listContent(
  folder: string,
  countryFolders: CountryFolders = noCountryFolders,
  onText: (count: number) => void = () => {},
): ContentList {
  const pathOf = (file: string): string => locate(file, folder, countryFolders);
  const texts: FoundText[] = [];
  const assets = new Map<SourcePath, Asset>();
  const diagnostics: Diagnostic[] = [];
  /** Folders and files whose name has been found at fault. */
  const reported = new Set<string>();

  function listFolder(relative: string): void {
    const entries = entriesOf(relative).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const twins = checkSiblings(
      relative,
      entries.map((entry) => entry.name),
    );
    diagnostics.push(...twins);
    for (const { file } of twins) reported.add(file);
    for (const entry of entries) listEntry(entry, relative === '' ? entry.name : `${relative}/${entry.name}`);
  }

  function entriesOf(relative: string): Entry[] {
    const elsewhere = elsewhereBelow(relative, countryFolders);
    // The part of every country may lie elsewhere.
    if (relative === 'countries' && elsewhere.length > 0 && !existsSync(pathOf(relative)))
      return elsewhere.map(folderNamed);
    const found: Entry[] = readdirSync(pathOf(relative), { withFileTypes: true });
    const own = found.filter(({ name }) => !isHidden(name) && !(relative !== '' && elsewhere.includes(name)));
    const names = new Set(own.map(({ name }) => name));
    return [...own, ...elsewhere.filter((name) => !names.has(name)).map(folderNamed)];
  }

  function listEntry(entry: Entry, relative: string): void {
    const file = toSourcePath(relative);
    if (entry.isSymbolicLink()) {
      refuse(
        file,
        'file/symlink',
        'is a link to another place; links are not followed',
        'put a copy of the file here',
      );
    } else if (/[\uFFFD\\]/.test(entry.name)) {
      // Bytes that are no UTF-8, or a separator of Windows: the file would not be found under the name that we have.
      diagnostics.push(...checkName(relative));
    } else if (entry.isDirectory()) listFolder(relative);
    else if (entry.isFile()) listFile(file);
    else refuse(file, 'file/special', 'is neither a file nor a folder', 'remove it');
  }

  function listFile(file: SourcePath): void {
    const placed = placeOf(file);
    const { place, folder: badFolder } = placed;
    if (badFolder !== undefined && !reported.has(badFolder.path)) diagnostics.push(badFolder.fault);
    if (badFolder !== undefined) reported.add(badFolder.path);
    const faults =
      placed.diagnostics.length > 0 || badFolder !== undefined ? placed.diagnostics : checkName(file);
    if (!reported.has(file)) diagnostics.push(...faults);
    const absolutePath = pathOf(file);
    const found = lstatSync(absolutePath);
    const bytes = found.size;
    const [stamp, writtenMs] = [stampOf(found), Math.max(found.mtimeMs, found.ctimeMs)];
    if (place === undefined) {
      if (!isText(file)) assets.set(file, { path: file, absolutePath, bytes, stamp, writtenMs });
    } else if (placed.guessed) keep(file, place);
    else if (bytes > textBudgetBytes) {
      const megabytes = (bytes / textBudgetBytes).toFixed(1);
      refuse(
        file,
        'file/too-large',
        `is ${megabytes} MB long; a text may have 1 MB`,
        'split it into several pages, and keep pictures in files of their own',
      );
    } else {
      texts.push({ path: file, place, absolutePath, stamp, writtenMs });
      onText(texts.length);
    }
  }

  function refuse(file: SourcePath, code: string, message: string, hint: string): void {
    diagnostics.push({ code, severity: 'error', file, ...startOfFile, message, hint });
    const { place } = placeOf(file);
    if (place !== undefined) keep(file, place);
  }

  function keep(file: SourcePath, place: Place): void {
    texts.push({
      path: file,
      place,
      absolutePath: pathOf(file),
      stamp: '',
      writtenMs: 0,
      unread: true,
    });
  }

  listFolder('');
  return { texts, assets, diagnostics };
}

type Entry = Pick<Dirent, 'name' | 'isSymbolicLink' | 'isDirectory' | 'isFile'>;

/** Folders that are there, whatever lies below the content folder. */
function elsewhereBelow(relative: string, countryFolders: CountryFolders): readonly string[] {
  if (relative === 'countries') return [...countryFolders.keys()];
  return relative === '' && countryFolders.size > 0 ? ['countries'] : [];
}

const folderNamed = (name: string): Entry => ({
  name,
  isSymbolicLink: () => false,
  isDirectory: () => true,
  isFile: () => false,
});

/** A text as its file is now; nothing when there is none any more that can be read. */
export function lookAgain(text: FoundText): FoundText | undefined {
  const found = lstatSync(text.absolutePath, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > textBudgetBytes) return undefined;
  return { ...text, stamp: stampOf(found), writtenMs: Math.max(found.mtimeMs, found.ctimeMs) };
}

/**
 * Size and times as Git's index has them: the time of change is set by every write, whatever time an editor gives the file. Times are
 * told to a quarter of a microsecond; to the nanosecond, listing took half as long again.
 */
const stampOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size}-${mtimeMs}-${ctimeMs}-${ino}`;

/** Files of editors and operating systems. */
const isHidden = (name: string): boolean =>
  name.startsWith('.') || name.endsWith('~') || name === 'Thumbs.db';

const isText = (file: string): boolean => /\.(md|ya?ml|po|pot)$/i.test(file);
