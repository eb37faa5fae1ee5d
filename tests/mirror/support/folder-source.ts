/** Sources for tests: folders that count what they are asked for, and may lie. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Source, SourceError } from '../../../build/mirror/sources/source.ts';

/** A source that is a folder, with what was asked of it. */
export interface FolderSource extends Source {
  readonly asked: string[];
}

/** @param change what it gives in place of a file; `null` is none */
export function folderSource(
  folder: string,
  change: (name: string, bytes: Uint8Array | undefined) => Uint8Array | undefined | Error = (_, bytes) =>
    bytes,
): FolderSource {
  const asked: string[] = [];
  const give = async (name: string): Promise<Uint8Array | undefined> => {
    asked.push(name);
    const given = change(name, await readFile(path.join(folder, name)).catch(() => undefined));
    if (given instanceof Error) throw given;
    return given;
  };
  return {
    name: folder,
    asked,
    read: async (name, maxBytes) => {
      const bytes = await give(name);
      if (bytes !== undefined && bytes.length > maxBytes)
        throw new SourceError('refused', `${name} is long.`);
      return bytes;
    },
    open: async (name, offset) => {
      const bytes = await give(name);
      if (bytes === undefined) throw new SourceError('missing', `${folder}: ${name} is missing.`);
      return { offset, pieces: pieces(bytes.subarray(offset)) };
    },
    close: () => {},
  };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000);
}
