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
import type { Asset, SourceFile, SourceTree } from '../model/source.ts';
import { decodeText } from './decode.ts';
import { placeOf } from './place-of.ts';
import { checkName, checkSiblings } from './names.ts';

/** Longer texts are no text for a phone; reading them would only cost memory. */
const textBudgetBytes = 1024 * 1024;

export interface ReadResult {
  readonly tree: SourceTree;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param folder the content folder
 * @throws the error of the file system when the folder itself cannot be read
 */
export async function readContent(folder: string): Promise<ReadResult> {
  const files: SourceFile[] = [];
  const assets = new Map<SourcePath, Asset>();
  const diagnostics: Diagnostic[] = [];
  const fault = (file: string, code: string, message: string, hint?: string): void => {
    diagnostics.push({ code, severity: 'error', file, ...startOfFile, message, ...(hint !== undefined && { hint }) });
  };

  async function readFolder(relative: string): Promise<void> {
    const found = await readdir(path.join(folder, relative), { withFileTypes: true });
    const entries = found.filter((entry) => !isHidden(entry.name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    diagnostics.push(...checkSiblings(relative, entries.map((entry) => entry.name)));
    for (const entry of entries) await readEntry(entry, relative === '' ? entry.name : `${relative}/${entry.name}`);
  }

  async function readEntry(entry: Dirent, relative: string): Promise<void> {
    if (entry.isSymbolicLink()) {
      fault(relative, 'file/symlink', 'is a link to another place; links are not followed', 'put a copy of the file here');
      return;
    }
    if (entry.isDirectory()) return readFolder(relative);
    if (!entry.isFile()) return fault(relative, 'file/special', 'is neither a file nor a folder', 'remove it');
    await readOne(toSourcePath(relative));
  }

  async function readOne(file: SourcePath): Promise<void> {
    const absolutePath = path.join(folder, file);
    const { place, diagnostics: misplaced } = placeOf(file);
    diagnostics.push(...(misplaced.length > 0 ? misplaced : checkName(file)));
    const bytes = (await lstat(absolutePath)).size;
    if (place === undefined) {
      if (!isText(file)) assets.set(file, { path: file, absolutePath, bytes });
      return;
    }
    if (bytes > textBudgetBytes) {
      const megabytes = (bytes / textBudgetBytes).toFixed(1);
      return fault(file, 'file/too-large', `is ${megabytes} MB long; a text may have 1 MB`, 'split it into several pages, and keep pictures in files of their own');
    }
    const decoded = decodeText(await readFile(absolutePath), file);
    diagnostics.push(...decoded.diagnostics);
    files.push({ path: file, place, text: decoded.text });
  }

  await readFolder('');
  return { tree: { files, assets }, diagnostics };
}

/** Files of editors and operating systems. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.endsWith('~') || name === 'Thumbs.db';

const isText = (file: string): boolean => /\.(md|ya?ml|po|pot)$/i.test(file);
