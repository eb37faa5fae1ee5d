import path from 'node:path';
import { prepareAsset, type Shelf } from '../assets/assets.ts';
import { readCached, removeOthers, writeCached } from '../cache/cached-file.ts';
import type { SourcePath } from '../model/paths.ts';
import { type PublishedAsset, sitePathsOf } from '../model/published.ts';
import type { Asset } from '../model/source.ts';

/** What the files beside the texts were made into, by their source. */
export type AssetIndex = Readonly<Record<SourcePath, IndexedAsset>>;

interface IndexedAsset {
  /** Empty when the file was so new that a later write might leave the same one. */
  readonly stamp: string;
  readonly published: PublishedAsset;
}

export interface AssetStore extends Shelf {
  /** The content of what is published at a site path, made again where the cache has lost it; nothing where nobody named it. */
  bytes(sitePath: string): Promise<Uint8Array | undefined>;
  /** Finds all that the last build used, by source, sorted; nothing when one of them is another now. */
  recall(assets: ReadonlyMap<SourcePath, Asset>): ReadonlyMap<SourcePath, PublishedAsset> | undefined;
  /** Of what is used. */
  index(): AssetIndex;
  /** Forgets what is not used. */
  keepUsed(): void;
}

/**
 * @param program digest of the program
 * @param trustedBeforeMs files that were written later are prepared anew by the next build
 */
export function openAssetStore(
  cacheFolder: string,
  program: string,
  known: AssetIndex,
  trustedBeforeMs: number,
): AssetStore {
  const used: Record<SourcePath, IndexedAsset> = {};
  const sources = new Map<string, Asset>();
  const fileOf = (site: string): string => path.join(cacheFolder, 'assets', path.posix.basename(site));
  const use: Shelf['use'] = (asset, published) => {
    used[asset.path] = { stamp: asset.writtenMs < trustedBeforeMs ? asset.stamp : '', published };
    for (const site of sitePathsOf(published)) sources.set(site, asset);
  };
  const find: Shelf['find'] = (asset) => {
    const found = known[asset.path];
    return found?.stamp === asset.stamp ? found.published : undefined;
  };
  return {
    find,
    use,
    keep(files) {
      for (const [site, bytes] of files) writeCached(fileOf(site), program, bytes);
    },
    recall(assets) {
      const recalled = new Map<SourcePath, PublishedAsset>();
      for (const source of (Object.keys(known) as SourcePath[]).toSorted()) {
        const asset = assets.get(source);
        const published = asset && find(asset);
        if (asset === undefined || published === undefined) return undefined;
        use(asset, published);
        recalled.set(source, published);
      }
      return recalled;
    },
    async bytes(site) {
      const source = sources.get(site);
      if (source === undefined) return undefined;
      const cached = readCached(fileOf(site), program);
      if (cached !== undefined) return cached;
      const prepared = await prepareAsset(source, used[source.path]?.published.previewPath !== undefined);
      const bytes = 'fault' in prepared ? undefined : prepared.files.get(site);
      if (bytes === undefined) throw new Error(`"${source.path}" has changed while the sites were built`);
      return bytes;
    },
    index: () => used,
    keepUsed() {
      const names = [...sources.keys()].map((site) => path.posix.basename(site));
      removeOthers(path.join(cacheFolder, 'assets'), new Set(names));
    },
  };
}

/** For checks, after which nobody asks for the bytes. */
export const noShelf: Shelf = { find: () => undefined, keep: () => {}, use: () => {} };
