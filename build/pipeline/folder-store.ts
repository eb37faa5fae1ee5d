import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readCached, removeOthers, writeCached } from '../cache/cached-file.ts';
import { type SourcePath, sha256 } from '../model/paths.ts';
import { type FolderRecord, type StoredBodies, toRecord, toStoredBodies } from './folder-record.ts';
import type { ProcessedFolder } from './process-texts.ts';

/**
 * Processed entries in a cache, each kept under its folder and the key of what it was made from, so that what a folder was before can
 * still be shown while what it is now has faults; in the format of V8, which copies texts where JSON would escape and encode them.
 */
export interface FolderStore {
  record(folder: SourcePath, key: string): FolderRecord | undefined;
  bodies(folder: SourcePath, key: string): StoredBodies | undefined;
  keep(folder: SourcePath, key: string, processed: ProcessedFolder): FolderRecord;
  /** Forgets everything but these. */
  keepOnly(folders: readonly (readonly [folder: SourcePath, key: string])[]): void;
}

/** @param cacheFolder of one build; need not exist */
export function openFolderStore(cacheFolder: string): FolderStore {
  const nameOf = (folder: SourcePath, key: string, part: 'record' | 'bodies'): string =>
    `${sha256(`${folder} ${key}`).slice(0, 24)}.${part}`;
  const fileOf = (folder: SourcePath, key: string, part: 'record' | 'bodies'): string =>
    path.join(cacheFolder, 'folders', nameOf(folder, key, part));
  const read = (folder: SourcePath, part: 'record' | 'bodies', key: string): unknown => {
    const content = readCached(fileOf(folder, key, part), key);
    return content && deserialize(content);
  };
  return {
    record: (folder, key) => read(folder, 'record', key) as FolderRecord | undefined,
    bodies: (folder, key) => read(folder, 'bodies', key) as StoredBodies | undefined,
    keep(folder, key, processed) {
      const record = toRecord(processed);
      writeCached(fileOf(folder, key, 'record'), key, serialize(record));
      writeCached(fileOf(folder, key, 'bodies'), key, serialize(toStoredBodies(processed.bodies)));
      return record;
    },
    keepOnly(folders) {
      const wanted = folders.flatMap(([folder, key]) => [
        nameOf(folder, key, 'record'),
        nameOf(folder, key, 'bodies'),
      ]);
      removeOthers(path.join(cacheFolder, 'folders'), new Set(wanted));
    },
  };
}
