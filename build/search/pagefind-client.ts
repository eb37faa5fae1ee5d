/** Pagefind's own program for browsers. */
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';

export interface PagefindClient {
  /** Its script, and the program that the script runs. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** What the script asks for first; it goes into `pagefind-entry.json` with the languages. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * They are in no file of the package: Pagefind writes them beside an index, be it one of nothing. That takes as long as indexing three
 * thousand entries.
 *
 * @throws Error when Pagefind cannot be started on this machine
 */
export async function makePagefindClient(): Promise<PagefindClient> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: languageOfKeys });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    const { files } = await index.getFiles();
    const entry = files.find(({ path }) => path === entryFile);
    if (entry === undefined) throw new Error(`Pagefind wrote no ${entryFile}`);
    return {
      files: files
        .filter(({ path }) => path === 'pagefind.js' || path === `wasm.${languageOfKeys}.pagefind`)
        .map(({ path, content }) => ({ path, bytes: withoutGzip(content) })),
      entry: JSON.parse(Buffer.from(entry.content).toString()),
    };
  } finally {
    await pagefind.close();
  }
}

export const entryFile = 'pagefind-entry.json';

/** Keys are no words of any language: nothing is left for Pagefind to stem, and every language needs the same program of it. */
export const languageOfKeys = 'unknown';

const withoutGzip = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
