/** What a file holds, read piece by piece. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { hasCode } from '../../cli/errors.ts';
import type { Sha256 } from '../../model/paths.ts';
import type { Digest } from '../../model/release/release-record.ts';

/** How a file is opened that may have been put there by anybody: nothing is followed to elsewhere, and nobody waited for. */
export const plainFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * @param onBytes told of each piece
 * @throws the error of the file system
 */
export async function digestOfFile(file: string, onBytes?: (bytes: number) => void): Promise<Digest> {
  const handle = await open(file, plainFile);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex') as Sha256, bytes };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
      onBytes?.(bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Whether a file has these bytes; not when there is none. @throws the error of the file system */
export async function hasDigest(file: string, { sha256 }: Pick<Digest, 'sha256'>): Promise<boolean> {
  try {
    return (await digestOfFile(file)).sha256 === sha256;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

const pieceBytes = 256 * 1024;
