/** What a site must have, in the order of paths: the files of its manifest, their compressed copies, and what was looked through before. */
import type { Sha256 } from '../../model/paths.ts';
import type { ManifestFile } from '../../model/release/manifest.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';

export type Expected =
  | {
      readonly path: string;
      readonly sha256: Sha256;
      readonly bytes: number;
      readonly suffix: TwinSuffix | '';
    }
  /** A part of the release that is known to be right, or whose fault is known. */
  | { readonly path: string; readonly suffix: 'settled' };

/**
 * @param files in the order of their paths
 * @param settled paths, in their order
 */
export function* expectedFiles(
  files: Iterable<ManifestFile>,
  settled: readonly string[],
): Generator<Expected> {
  /** Copies of files that were given, and their own place may be some files later: `x.html`, `x.html-a`, `x.html.br`. */
  let waiting: Expected[] = settled.map((path) => ({ path, suffix: 'settled' }));
  for (const { path, sha256, bytes, br, gz } of files) {
    const next = waiting.findIndex((one) => one.path > path);
    const before = next < 0 ? waiting.length : next;
    yield* waiting.slice(0, before);
    yield { path, sha256, bytes, suffix: '' };
    const suffixes = [
      ...(br === undefined ? [] : (['.br'] as const)),
      ...(gz === undefined ? [] : (['.gz'] as const)),
    ];
    if (before === 0 && suffixes.length === 0) continue;
    const twins = suffixes.map((suffix): Expected => ({ path: path + suffix, sha256, bytes, suffix }));
    waiting = [...waiting.slice(before), ...twins].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
  yield* waiting;
}
