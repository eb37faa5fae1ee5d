/** Writes files one after the other into parts of the same size, each of which is on the stick for sure when it is closed. */
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { partName } from './stick-format.ts';

export interface PartWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Of all parts. */
  bytes(): number;
  close(): Promise<void>;
}

export function openParts(folder: string, partBytes: number): PartWriter {
  let part: FileHandle | undefined;
  let [count, inPart, total] = [0, 0, 0];
  const end = async (): Promise<void> => {
    await part?.sync();
    await part?.close();
    part = undefined;
  };
  const next = async (): Promise<FileHandle> => {
    await end();
    count++;
    inPart = 0;
    return open(path.join(folder, partName(count)), 'wx');
  };
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        if (part === undefined || inPart === partBytes) part = await next();
        const { bytesWritten } = await part.write(
          bytes,
          done,
          Math.min(bytes.length - done, partBytes - inPart),
        );
        done += bytesWritten;
        inPart += bytesWritten;
        total += bytesWritten;
      }
    },
    bytes: () => total,
    close: end,
  };
}
