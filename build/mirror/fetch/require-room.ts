/** Looks whether what is missing fits on the disk, before an hour is spent on loading it. */
import { statfs } from 'node:fs/promises';
import { EnvironmentError } from '../../cli/errors.ts';
import { megabytes } from '../../cli/progress.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import type { WantedObject } from '../objects/store-object.ts';

/**
 * @param besideBytes of what is loaded beside the contents
 * @throws EnvironmentError that says how much is missing
 */
export async function requireRoom(
  { top, incoming }: MirrorPaths,
  wanted: readonly WantedObject[],
  besideBytes: number,
): Promise<void> {
  const { bsize, bavail, files, ffree } = await statfs(incoming);
  const onDisk = (bytes: number | undefined): number =>
    bytes === undefined ? 0 : Math.ceil(bytes / bsize) * bsize;
  const needed = wanted.reduce(
    (sum, { bytes, br, gz }) => sum + onDisk(bytes) + onDisk(br) + onDisk(gz),
    onDisk(besideBytes),
  );
  const free = bavail * bsize;
  if (needed > free)
    throw new EnvironmentError(
      `The disk of ${top} has ${megabytes(free)} free, but what is missing takes ${megabytes(needed)}. Free ${megabytes(needed - free)} and run the command again; what is served stays as it is.`,
    );
  const names = wanted.reduce(
    (sum, { br, gz }) => sum + 1 + Number(br !== undefined) + Number(gz !== undefined),
    0,
  );
  // Some file systems have as many as they like, and say 0.
  if (files > 0 && names > ffree)
    throw new EnvironmentError(
      `The disk of ${top} has room for ${ffree} more files, but ${names} are missing. Remove some files and run the command again; what is served stays as it is.`,
    );
}
