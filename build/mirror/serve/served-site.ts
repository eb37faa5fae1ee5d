/** What the served site has: from its manifest, read anew when another release is served. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import type { FileKind, ManifestFile } from '../../model/release/manifest.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parsePointer } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import { type MirrorPaths, siteFolder } from '../folder/mirror-paths.ts';
import { servedSequence } from '../folder/served-sequence.ts';
import { readManifestFiles, readManifestHead } from '../manifest/read-manifest.ts';

export interface ServedSite {
  readonly folder: string;
  readonly headers: Readonly<Record<FileKind, Readonly<Record<string, string>>>>;
  readonly files: ReadonlyMap<string, ManifestFile>;
}

/** Returns what gives the site that is served at that moment; nothing where there is none. */
export function siteReader(paths: MirrorPaths): () => Promise<ServedSite | undefined> {
  let known: { readonly sequence: number; readonly site: Promise<ServedSite | undefined> } | undefined;
  return async () => {
    const sequence = await servedSequence(paths.current);
    if (sequence === undefined) return undefined;
    if (known?.sequence !== sequence) known = { sequence, site: readSite(siteFolder(paths, sequence)) };
    const site = await known.site;
    // Its manifest may come in a moment.
    if (site === undefined) known = undefined;
    return site;
  };
}

async function readSite(folder: string): Promise<ServedSite | undefined> {
  try {
    const pointer = parsePointer(await readFile(path.join(folder, releasePaths.pointer)));
    const manifest = path.join(folder, releasePaths.manifest(pointer.manifest.sha256));
    const { headers } = readManifestHead(manifest);
    const files = new Map<string, ManifestFile>();
    for (const file of readManifestFiles(manifest)) files.set(file.path, file);
    return { folder, headers, files };
  } catch (error) {
    if (error instanceof FormatError || hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
