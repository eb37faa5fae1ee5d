/** Makes a manifest out of an earlier one and what has changed since, line by line: neither is ever in memory as a whole. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { byPath, type Delta } from '../../model/release/delta.ts';
import { formatManifestFile } from '../../model/release/manifest-file.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { linesOf, parseLine } from './read-manifest.ts';

/**
 * What it makes is right only if its digest is: a delta does not say what has changed in the head, and may lie.
 *
 * @param from file of the earlier manifest
 * @param to file that is written
 * @throws FormatError when the earlier one is damaged
 */
export function applyDelta(from: string, delta: Delta, to: string): void {
  const output = openSync(to, 'w');
  try {
    let waiting: string[] = [];
    let bytes = 0;
    const flush = (): void => {
      writeSync(output, waiting.join(''));
      waiting = [];
      bytes = 0;
    };
    for (const piece of piecesOf(from, delta)) {
      waiting.push(piece);
      bytes += piece.length;
      if (bytes > pieceBytes) flush();
    }
    flush();
    fsyncSync(output);
  } finally {
    closeSync(output);
  }
}

const pieceBytes = 64 * 1024;

function* piecesOf(from: string, delta: Delta): Generator<string> {
  const lines = linesOf(from);
  const head = lines.next();
  if (head.done) throw new FormatError('it is empty');
  yield `${head.value}\n`;
  let isFirst = true;
  for (const line of mergedLines(lines, delta)) {
    yield isFirst ? line : `,\n${line}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

/** Gives the lines of both in the order of their paths. */
function* mergedLines(lines: Iterable<string>, { removed, changed }: Delta): Generator<string> {
  const gone = new Set([...removed, ...changed.map((file) => file.path)]);
  const fresh = byPath(changed);
  let next = 0;
  for (const line of lines) {
    if (line === ']}') break;
    const { path } = parseLine(line);
    for (let file = fresh[next]; file !== undefined && file.path <= path; file = fresh[++next])
      yield formatManifestFile(file);
    if (!gone.has(path)) yield line.endsWith(',') ? line.slice(0, -1) : line;
  }
  for (const file of fresh.slice(next)) yield formatManifestFile(file);
}
