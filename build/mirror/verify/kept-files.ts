/** The files of the kept sites, without what was withdrawn since. */
import { setImmediate } from 'node:timers/promises';
import type { ManifestFile } from '../../model/release/manifest.ts';
import { readManifestFiles } from '../manifest/read-manifest.ts';
import { type DigestTable, marks } from './digest-table.ts';
import type { ProvenSite } from './verification.ts';

/** What may be in no kept site, whatever its manifest names. */
export interface Withdrawal {
  readonly digests: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/** Gives the files of a site in their order. @param onFile told of each */
export function* keptFiles(
  { manifest }: ProvenSite,
  { digests, paths }: Withdrawal,
  onFile?: () => void,
): Generator<ManifestFile> {
  for (const file of readManifestFiles(manifest)) {
    if (digests.has(file.sha256) || paths.has(file.path)) continue;
    onFile?.();
    yield file;
  }
}

export interface Totals {
  /** Of all sites. */
  readonly files: number;
  /** Of all contents, each once. */
  readonly bytes: number;
  readonly ofSite: ReadonlyMap<number, number>;
}

/**
 * Fills the table of contents.
 *
 * @throws FormatError for a manifest that this version cannot read
 */
export async function contentsOf(
  contents: DigestTable,
  sites: readonly ProvenSite[],
  withdrawn: Withdrawal,
): Promise<Totals> {
  const ofSite = new Map<number, number>();
  let [files, bytes] = [0, 0];
  for (const site of sites) {
    let count = 0;
    for (const file of keptFiles(site, withdrawn)) {
      const before = contents.size;
      const copies = (file.br === undefined ? 0 : marks.hasBr) | (file.gz === undefined ? 0 : marks.hasGz);
      contents.add(file.sha256, file.bytes, copies);
      if (contents.size > before) bytes += file.bytes;
      if (++count % 1000 === 0) await setImmediate();
    }
    ofSite.set(site.sequence, count);
    files += count;
  }
  return { files, bytes, ofSite };
}
