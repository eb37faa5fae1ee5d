/** The table of a stick: where each file begins. It stays on the stick, and only every hundredth line is kept in memory. */
import type { FileHandle } from 'node:fs/promises';
import { FormatError } from '../../model/release/plain-json.ts';
import { linesOf } from '../manifest/read-manifest.ts';
import type { StickIndex } from './stick-format.ts';

export interface StickEntry {
  readonly path: string;
  /** From the beginning of the first part. */
  readonly offset: number;
  readonly bytes: number;
}

/** Writes a table line by line; of a hundred thousand only the bytes are held. */
export function createTable() {
  const pieces: Buffer[] = [];
  let waiting = '';
  let lines = 0;
  const flush = (): void => {
    pieces.push(Buffer.from(waiting));
    waiting = '';
  };
  return {
    add({ path, offset, bytes }: StickEntry): void {
      waiting += `${path} ${offset} ${bytes}\n`;
      lines++;
      if (waiting.length > pieceLength) flush();
    },
    lines: () => lines,
    end(): Buffer {
      flush();
      return Buffer.concat(pieces);
    },
  };
}

const pieceLength = 64 * 1024;

export interface StickTable {
  /** @throws FormatError when it has changed since it was looked through */
  find(path: string): Promise<StickEntry | undefined>;
}

/** A row of lines: it begins with this path, at this byte of the table. */
interface Block {
  readonly first: string;
  readonly at: number;
}

const linesOfBlock = 100;

/**
 * Looks through the whole table: each file begins where the one before ends, and the last one ends with the parts, so that nothing
 * overlaps and nothing lies outside.
 *
 * @throws FormatError
 */
export function readTable(file: string, handle: FileHandle, index: StickIndex): StickTable {
  const blocks: Block[] = [];
  let before: StickEntry | undefined;
  let [files, at] = [0, 0];
  for (const line of linesOf(file)) {
    const entry = parseEntry(line);
    if (before !== undefined && entry.path <= before.path)
      throw new FormatError('its lines are not in order');
    if (entry.offset !== (before === undefined ? 0 : before.offset + before.bytes))
      throw new FormatError(`${entry.path} lies where another file does, or none`);
    if (files % linesOfBlock === 0) blocks.push({ first: entry.path, at });
    files++;
    at += line.length + 1;
    before = entry;
  }
  const end = before === undefined ? 0 : before.offset + before.bytes;
  if (files !== index.files || end !== index.bytes || at !== index.tableBytes)
    throw new FormatError('it does not go with its index');
  return {
    async find(path) {
      const found = blockOf(blocks, path);
      const block = blocks[found];
      if (block === undefined) return undefined;
      const next = blocks[found + 1]?.at ?? index.tableBytes;
      const text = Buffer.alloc(next - block.at);
      const { bytesRead } = await handle.read(text, 0, text.length, block.at);
      if (bytesRead < text.length) throw new FormatError('it was cut short');
      const line = text
        .toString('latin1')
        .split('\n')
        .find((one) => one.startsWith(`${path} `));
      return line === undefined ? undefined : inside(parseEntry(line), index);
    },
  };
}

function parseEntry(line: string): StickEntry {
  const [, path = '', offset, bytes] =
    /^([A-Za-z0-9._/-]{1,200}) (0|[1-9]\d{0,15}) (0|[1-9]\d{0,15})$/.exec(line) ?? [];
  const entry = { path, offset: Number(offset), bytes: Number(bytes) };
  const leaves = path.split('/').some((segment) => /^\.*$/.test(segment));
  if (leaves || !Number.isSafeInteger(entry.offset + entry.bytes))
    throw new FormatError('a line of it names no file');
  return entry;
}

function inside(entry: StickEntry, { bytes }: StickIndex): StickEntry {
  if (entry.offset + entry.bytes > bytes) throw new FormatError('it has changed');
  return entry;
}

/** The last block that begins at a path or before it; -1 where there is none. */
function blockOf(blocks: readonly Block[], path: string): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.first ?? '') <= path) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
