import path from 'node:path';
import { readCached, writeCached } from '../cache/cached-file.ts';
import { sha256 } from '../model/paths.ts';
import type { Finding } from './follow.ts';

/** What servers answered, kept for a day. */
export interface FindingStore {
  get(href: string): Finding | undefined;
  keep(href: string, finding: Finding): void;
}

const keptMs = 24 * 60 * 60 * 1000;

/** @param nowMs since 1970 */
export function openFindingStore(folder: string, nowMs: number): FindingStore {
  const fileOf = (href: string): string => path.join(folder, `${sha256(href).slice(0, 32)}.json`);
  return {
    get(href) {
      const kept = readCached(fileOf(href), sha256(href));
      if (kept === undefined) return undefined;
      const { atMs, finding } = JSON.parse(kept.toString()) as { atMs: number; finding: Finding };
      return nowMs >= atMs && nowMs - atMs < keptMs ? finding : undefined;
    },
    keep(href, finding) {
      // What the network did may be different in a minute.
      if (!['ok', 'moved', 'broken', 'circle'].includes(finding.kind)) return;
      writeCached(fileOf(href), sha256(href), JSON.stringify({ atMs: nowMs, finding }));
    },
  };
}
