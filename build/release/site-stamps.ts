/**
 * Remembers what files of a site held, so that only those are read that may have changed: as Git's index, by size, times and inode. A
 * file that was written within two seconds before it was read is not trusted to have another stamp after the next change.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readCached, writeCached } from '../cache/cached-file.ts';
import { type Sha256, sha256 } from '../model/paths.ts';

export interface SiteStamps {
  /** Returns digest and size of a file, which is read when it may have changed. */
  digestOf(sitePath: string): { readonly sha256: Sha256; readonly bytes: number };
  /** Keeps what is known now. */
  save(): void;
}

type Stamps = Readonly<Record<string, readonly [stamp: string, digest: Sha256, bytes: number]>>;

/**
 * @param site the folder of the site
 * @param cache a file, which may be foreign or missing
 * @param nowMs milliseconds since 1970; what was written shortly before is read in any case
 */
export function openSiteStamps(site: string, cache: string, nowMs: number): SiteStamps {
  const key = sha256(path.resolve(site));
  const known = parse(readCached(cache, key));
  const fresh: Record<string, Stamps[string]> = {};
  return {
    digestOf(sitePath) {
      const file = path.join(site, sitePath);
      const { size, mtimeMs, ctimeMs, ino } = statSync(file);
      const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
      const isSettled = Math.max(mtimeMs, ctimeMs) < nowMs - settlingMs;
      const [before, digest, bytes] = known[sitePath] ?? [];
      if (isSettled && before === stamp && digest !== undefined && bytes !== undefined) {
        fresh[sitePath] = [stamp, digest, bytes];
        return { sha256: digest, bytes };
      }
      const content = readFileSync(file);
      const read = { sha256: sha256(content), bytes: content.length };
      if (isSettled) fresh[sitePath] = [stamp, read.sha256, read.bytes];
      return read;
    },
    save: () => writeCached(cache, key, JSON.stringify(fresh)),
  };
}

const settlingMs = 2000;

const parse = (bytes: Buffer | undefined): Stamps =>
  bytes === undefined ? {} : (JSON.parse(bytes.toString()) as Stamps);
