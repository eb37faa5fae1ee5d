/**
 * Reads the content folder.
 *
 * In: a folder. Out: its text files, decoded and told apart by their place, and a list of its other files. Faults of names and
 * of encoding end here, so that no later stage meets bytes or a path that it cannot trust.
 */
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../model/paths.ts';
import type { Place } from '../model/place.ts';
import type { Asset, SourceFile, SourceTree } from '../model/source.ts';
import { decodeText } from './decode.ts';
import { checkName, checkSiblings } from './names.ts';
import { placeOf } from './place-of.ts';

/** Longer texts are no text for a phone; reading them would only cost memory. */
const textBudgetBytes = 1024 * 1024;

/** A text of which only its place is known: it exists, so that nothing that refers to it is at fault. */
export interface ReadFile extends SourceFile {
  readonly unread?: true;
}

export interface ReadResult {
  readonly tree: SourceTree & { readonly files: readonly ReadFile[] };
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param folder the content folder
 * @throws the error of the file system when the folder itself cannot be read
 */
export async function readContent(folder: string): Promise<ReadResult> {
  const files: ReadFile[] = [];
  const assets = new Map<SourcePath, Asset>();
  const diagnostics: Diagnostic[] = [];
  /** Folders and files whose name has been found at fault. */
  const reported = new Set<string>();

  async function readFolder(relative: string): Promise<void> {
    const found = await readdir(path.join(folder, relative), { withFileTypes: true });
    const entries = found
      .filter((entry) => !isHidden(entry.name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const twins = checkSiblings(
      relative,
      entries.map((entry) => entry.name),
    );
    diagnostics.push(...twins);
    for (const { file } of twins) reported.add(file);
    for (const entry of entries)
      await readEntry(entry, relative === '' ? entry.name : `${relative}/${entry.name}`);
  }

  async function readEntry(entry: Dirent, relative: string): Promise<void> {
    const file = toSourcePath(relative);
    if (entry.isSymbolicLink())
      return refuse(
        file,
        'file/symlink',
        'is a link to another place; links are not followed',
        'put a copy of the file here',
      );
    // Bytes that are no UTF-8, or a separator of Windows: the file would not be found under the name that we have.
    if (/[\uFFFD\\]/.test(entry.name)) return void diagnostics.push(...checkName(relative));
    if (entry.isDirectory()) return readFolder(relative);
    if (!entry.isFile()) return refuse(file, 'file/special', 'is neither a file nor a folder', 'remove it');
    await readOne(file);
  }

  async function readOne(file: SourcePath): Promise<void> {
    const absolutePath = path.join(folder, file);
    const placed = placeOf(file);
    const { place, folder: badFolder } = placed;
    if (badFolder !== undefined && !reported.has(badFolder.path)) diagnostics.push(badFolder.fault);
    if (badFolder !== undefined) reported.add(badFolder.path);
    const faults =
      placed.diagnostics.length > 0 || badFolder !== undefined ? placed.diagnostics : checkName(file);
    if (!reported.has(file)) diagnostics.push(...faults);
    const bytes = (await lstat(absolutePath)).size;
    if (place === undefined) {
      if (!isText(file)) assets.set(file, { path: file, absolutePath, bytes });
      return;
    }
    if (placed.guessed) return keep(file, place);
    if (bytes > textBudgetBytes) {
      const megabytes = (bytes / textBudgetBytes).toFixed(1);
      return refuse(
        file,
        'file/too-large',
        `is ${megabytes} MB long; a text may have 1 MB`,
        'split it into several pages, and keep pictures in files of their own',
      );
    }
    const decoded = decodeText(await readFile(absolutePath), file);
    diagnostics.push(...decoded.diagnostics);
    files.push({ path: file, place, text: decoded.text });
  }

  function refuse(file: SourcePath, code: string, message: string, hint: string): void {
    diagnostics.push({ code, severity: 'error', file, ...startOfFile, message, hint });
    const { place } = placeOf(file);
    if (place !== undefined) keep(file, place);
  }

  function keep(file: SourcePath, place: Place): void {
    files.push({ path: file, place, text: '', unread: true });
  }

  await readFolder('');
  return { tree: { files, assets }, diagnostics };
}

/** Files of editors and operating systems. */
const isHidden = (name: string): boolean =>
  name.startsWith('.') || name.endsWith('~') || name === 'Thumbs.db';

const isText = (file: string): boolean => /\.(md|ya?ml|po|pot)$/i.test(file);
