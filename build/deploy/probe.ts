/** Asks the public address for what was published, as a reader would, and compares digests. */
import { sha256 } from '../model/paths.ts';
import type { ManifestFile } from '../model/release/manifest.ts';

export interface ProbeRequest {
  /** With a slash at its end. */
  readonly url: string;
  /** The files that are asked for, with the digests that are expected. */
  readonly files: readonly Pick<ManifestFile, 'path' | 'sha256'>[];
  readonly fetch: typeof fetch;
  /** Waits before a file is asked for again: a cache may still have the one before. */
  readonly pause: (attempt: number) => Promise<unknown>;
  readonly signal: AbortSignal;
}

/** Says what a file that was asked for is instead: `ru/index.html is another one`. */
export async function probe({ url, files, fetch, pause, signal }: ProbeRequest): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { path, sha256: wanted } of files) {
    let fault: string | undefined;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) await pause(attempt);
      fault = await faultOf(new URL(addressOf(path), url), wanted, fetch, signal);
      if (fault === undefined) break;
    }
    if (fault !== undefined) faults.push(`${path} ${fault}`);
    // Where nothing is as it should be, the address is another one.
    if (faults.length === mostFaults) break;
  }
  return faults;
}

const attempts = 3;
const mostFaults = 5;
const timeoutMs = 20_000;

async function faultOf(
  address: URL,
  wanted: string,
  ask: typeof fetch,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const response = await ask(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) return `is answered with ${response.status}`;
    return sha256(bytes) === wanted ? undefined : 'is another one than was published';
  } catch (error) {
    signal.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `cannot be fetched (${cause instanceof Error ? cause.message || cause.name : String(cause)})`;
  }
}

/** A page is asked for by its folder, as its links do. */
export const addressOf = (path: string): string =>
  encodeURI(path.replace(/(^|\/)index\.html$/, '$1')) || './';

/**
 * Returns files to ask for: some of those that have changed, evenly from all of them, and one of each kind of the others.
 *
 * @param most how many of those that have changed
 */
export function probedFiles(
  files: readonly ManifestFile[],
  changed: readonly string[],
  most: number,
): readonly ManifestFile[] {
  const byPath = new Map(files.filter(isPublic).map((file) => [file.path, file]));
  const touched = changed.flatMap((path) => byPath.get(path) ?? []);
  const step = Math.max(1, Math.ceil(touched.length / most));
  const some = touched.filter((_, at) => at % step === 0);
  const kinds = new Map([...byPath.values()].map((file) => [file.kind, file]));
  return [...new Set([...some, ...kinds.values()])];
}

/** Servers do not send what configures them. */
const isPublic = ({ path }: ManifestFile): boolean => !/^_(?:server\/|headers$)/.test(path);
