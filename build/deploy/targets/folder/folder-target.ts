/** A folder of this computer, or one that is mounted: a web server sends what lies in it. */
import { readFile, realpath, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, explainSystemError, hasCode } from '../../../cli/errors.ts';
import type { TargetOptions } from '../options.ts';
import { forEachAtOnce } from '../shared/at-once.ts';
import { readSource } from '../shared/read-source.ts';
import { checkSiteFolder, checkSitePaths } from '../shared/site-path.ts';
import type { Target } from '../target.ts';
import { createExclusively, writeBeside } from './beside.ts';
import { insideOf } from './inside.ts';
import { listFolder } from './list-folder.ts';

/** More at once do not make a disk quicker. */
const mostAtOnce = 8;

/** @throws EnvironmentError when the folder above it does not exist */
export async function openFolderTarget(
  { name, folder }: { readonly name: string; readonly folder: string },
  { atOnce = mostAtOnce }: Pick<TargetOptions, 'atOnce'>,
): Promise<Target> {
  /** Puts errors of the system into words. */
  const work = async <T>(
    what: string,
    signal: AbortSignal | undefined,
    run: () => Promise<T>,
  ): Promise<T> => {
    signal?.throwIfAborted();
    try {
      return await run();
    } catch (error) {
      const sentence = error instanceof EnvironmentError ? undefined : explainSystemError(error);
      if (sentence === undefined) throw error;
      throw new EnvironmentError(`${name}: ${what} failed: ${sentence}`);
    }
  };
  const root = await work('opening it', undefined, () =>
    realpath(folder).catch(async (error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error;
      // Made with its first file, below a folder that exists: a disk that is not there is told.
      return path.join(await realpath(path.dirname(folder)), path.basename(folder));
    }),
  );

  return {
    name,
    servesTwins: true,
    async read(sitePath, signal) {
      checkSitePaths(name, [sitePath]);
      return work(`reading "${sitePath}"`, signal, async () => {
        const file = await insideOf(root, name).fileToRead(sitePath);
        return readFile(file).catch((error: unknown) => {
          if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
          throw error;
        });
      });
    },
    async create(sitePath, content, _type, signal) {
      checkSitePaths(name, [sitePath]);
      return work(`creating "${sitePath}"`, signal, async () =>
        createExclusively(await insideOf(root, name).makeRoomFor(sitePath), content),
      );
    },
    async write(files, onDone, signal) {
      checkSitePaths(
        name,
        files.map((file) => file.path),
      );
      const inside = insideOf(root, name);
      await forEachAtOnce(
        files,
        atOnce,
        async (file, ends) => {
          await work(`writing "${file.path}"`, ends, async () =>
            writeBeside(await inside.makeRoomFor(file.path), await readSource(file)),
          );
          onDone(file);
        },
        signal,
      );
    },
    async remove(paths, signal) {
      checkSitePaths(name, paths);
      const inside = insideOf(root, name);
      for (const sitePath of paths)
        await work(`removing "${sitePath}"`, signal, async () => {
          const file = await inside.fileOf(sitePath);
          await rm(file, { force: true }).catch((error: unknown) => {
            if (!hasCode(error, 'ENOTDIR')) throw error;
          });
          await removeEmptyFolders(path.dirname(file), root);
        });
    },
    async list(siteFolder, signal) {
      checkSiteFolder(name, siteFolder);
      return work(`listing "${siteFolder}"`, signal, async () => {
        await insideOf(root, name).fileOf(`${siteFolder}any`);
        return listFolder(root, siteFolder, signal);
      });
    },
    async close() {},
  };
}

/** A server would say of an empty folder that it may not be looked into, and not that there is nothing. */
async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let empty = folder; empty !== root; empty = path.dirname(empty))
    try {
      await rmdir(empty);
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) continue;
      return;
    }
}
