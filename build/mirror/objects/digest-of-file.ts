/** What a file holds, read piece by piece. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Sha256 } from '../../model/paths.ts';
import type { Digest } from '../../model/release/release-record.ts';

/** @throws the error of the file system */
export async function digestOfFile(file: string): Promise<Digest> {
  const handle = await open(file);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex') as Sha256, bytes };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

const pieceBytes = 64 * 1024;
