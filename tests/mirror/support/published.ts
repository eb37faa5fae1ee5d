/** A site that is released again and again, and an empty mirror that trusts its root. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type MirrorPaths, mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { withdraw } from '../../../build/publish/withdraw.ts';
import type { ReleaseResult } from '../../../build/release/release.ts';
import {
  days,
  publishFolders,
  releaseSite,
  type SiteFiles,
  signerOf,
  smallSite,
  writeSite,
} from '../../support/publish.ts';

export interface PublishedSite {
  readonly top: string;
  /** What anybody can fetch: the folder of the releases, which has the same paths as the published site. */
  readonly live: string;
  readonly paths: MirrorPaths;
  readonly first: ReleaseResult;
  publish(files: SiteFiles, day?: number): Promise<ReleaseResult>;
  withdraw(names: readonly string[], day?: number): Promise<void>;
  /** Copies what is published now. */
  copy(name: string): Promise<string>;
}

/** @param day of the first release, after `firstDay` */
export async function publishedSite(day = 0): Promise<PublishedSite> {
  const { top, site, folder } = await publishFolders();
  const paths = mirrorPaths(path.join(top, 'mirror'));
  const publish = async (changed: SiteFiles, on = 0): Promise<ReleaseResult> => {
    await writeSite(site, changed);
    return releaseSite(site, folder, { now: days(on) });
  };
  const first = await publish(smallSite, day);
  await mkdir(paths.top);
  await writeFile(paths.root, await readFile(path.join(folder, releasePaths.root(1))));
  return {
    top,
    live: folder,
    paths,
    first,
    publish,
    async withdraw(names, on = 0) {
      const { sign } = await signerOf(folder, days(on));
      const released = `${days(on).toISOString().slice(0, 19)}Z`;
      await withdraw({ folder, paths: names, released, isTrial: true, sign });
    },
    async copy(name) {
      await cp(folder, path.join(top, name), { recursive: true });
      return path.join(top, name);
    },
  };
}
