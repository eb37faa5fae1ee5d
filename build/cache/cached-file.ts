/**
 * Files of the cache. Each names in its first line what it was made for and the digest of what it holds: one that was made for
 * something else, was cut short or has decayed is a miss, never an error and never an output.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sha256 } from '../model/paths.ts';

/** @param key what the content must have been made for, without spaces */
export function readCached(file: string, key: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const end = bytes.indexOf(newline);
  const content = bytes.subarray(end + 1);
  return end > 0 && bytes.toString('latin1', 0, end) === headerOf(key, content) ? content : undefined;
}

/** A cache that cannot be written costs the next build its time, and this one nothing. */
export function writeCached(file: string, key: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const fresh = `${file}.new-${process.pid}`;
  try {
    writeInFolder(fresh, [Buffer.from(`${headerOf(key, bytes)}\n`, 'latin1'), bytes]);
    renameSync(fresh, file);
  } catch {
    removeCached(fresh);
  }
}

/** Asks for the folder only where it is missing: thousands of files have the same. */
function writeInFolder(file: string, parts: readonly Uint8Array[]): void {
  try {
    writeParts(file, parts);
  } catch {
    mkdirSync(path.dirname(file), { recursive: true });
    writeParts(file, parts);
  }
}

/** Not joined before: some are ten megabytes. */
function writeParts(file: string, parts: readonly Uint8Array[]): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

/** The digest that a file says its content has, without reading that; empty when there is no such file. */
export function digestOfCached(file: string): string {
  const line = Buffer.alloc(longestHeaderBytes);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, line);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
  return /^passport \S+ ([0-9a-f]{64})\n/.exec(line.toString('latin1'))?.[1] ?? '';
}

const longestHeaderBytes = 256;

/** Removes from a folder of the cache what nobody will ask for again. */
export function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // There is none yet.
  }
  for (const name of names) if (!wanted.has(name)) removeCached(path.join(folder, name));
}

/** Removes a file, if there is one. */
export function removeCached(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be written, nothing was.
  }
}

const newline = 0x0a;

const headerOf = (key: string, content: Uint8Array): string => `passport ${key} ${sha256(content)}`;
