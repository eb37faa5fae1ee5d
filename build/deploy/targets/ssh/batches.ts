import type { Upload } from '../target.ts';

/** What is lost at most when a connection breaks off, and how often progress is told: some minutes of a slow line. */
const batchBytes = 32 * 1024 * 1024;
const batchFiles = 5000;

/** Divides files into runs of a bounded size, in their order. */
export function* inBatches(files: readonly Upload[]): Generator<readonly Upload[]> {
  let batch: Upload[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length === batchFiles || (batch.length > 0 && bytes + file.bytes > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.bytes;
  }
  if (batch.length > 0) yield batch;
}
