/**
 * Reads a manifest from the disk, file by file: that of a hundred thousand files takes more memory as a whole than a small server can
 * spare.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Manifest, ManifestFile } from '../../model/release/manifest.ts';
import { parseManifest, parseManifestFile } from '../../model/release/manifest-file.ts';
import { FormatError } from '../../model/release/plain-json.ts';

/** What stands before the files. */
export type ManifestHead = Omit<Manifest, 'files'>;

/** @throws FormatError for what `formatManifest` does not write */
export function readManifestHead(file: string): ManifestHead {
  for (const line of linesOf(file)) return parseHead(line);
  throw new FormatError('it is empty');
}

/**
 * Gives each file in its turn. What was already given is right, whatever comes later; only at the end is it known to be whole.
 *
 * @throws FormatError for what `formatManifest` does not write, and for a path that no site may have
 */
export function* readManifestFiles(file: string): Generator<ManifestFile> {
  let isHead = true;
  let isWhole = false;
  for (const line of linesOf(file)) {
    if (isWhole) throw new FormatError('something follows after its end');
    if (isHead) parseHead(line);
    else if (line === ']}') isWhole = true;
    else yield parseLine(line);
    isHead = false;
  }
  if (!isWhole) throw new FormatError('it was cut short');
}

/** Parses a line of a file, with the comma that may end it. */
export function parseLine(line: string): ManifestFile {
  const text = line.endsWith(',') ? line.slice(0, -1) : line;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FormatError('a line of it is not JSON');
  }
  return parseManifestFile(value, 'a line of it');
}

function parseHead(line: string): ManifestHead {
  const { files: _, ...head } = parseManifest(`${line}]}`);
  return head;
}

/** Gives each line of a text file, without its break. */
export function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const count = readSync(handle, buffer, 0, buffer.length, null);
      if (count === 0) break;
      const piece =
        rest.length === 0 ? buffer.subarray(0, count) : Buffer.concat([rest, buffer.subarray(0, count)]);
      let start = 0;
      for (let end = piece.indexOf(lineBreak); end >= 0; end = piece.indexOf(lineBreak, start)) {
        requireShort(end - start);
        yield piece.toString('utf8', start, end);
        start = end + 1;
      }
      rest = Buffer.from(piece.subarray(start));
      requireShort(rest.length);
    }
    if (rest.length > 0) yield rest.toString();
  } finally {
    closeSync(handle);
  }
}

function requireShort(lineBytes: number): void {
  if (lineBytes > longestLineBytes) throw new FormatError('a line of it is longer than any can be');
}

const lineBreak = 0x0a;
const pieceBytes = 64 * 1024;
/** The head holds headers of four kinds, a line one file. */
const longestLineBytes = 64 * 1024;
