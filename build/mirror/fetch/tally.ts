/** How much is to be loaded, and how much has been. */
export interface Tally {
  readonly loadedBytes: number;
  /** That so much more, or less, has to be loaded than was thought. */
  expect(bytes: number): void;
  load(bytes: number): void;
}

export function openTally(onProgress: (doneBytes: number, totalBytes: number) => void): Tally {
  let loadedBytes = 0;
  let totalBytes = 0;
  const tell = (): void => onProgress(loadedBytes, Math.max(loadedBytes, totalBytes));
  return {
    get loadedBytes() {
      return loadedBytes;
    },
    expect(bytes) {
      totalBytes += bytes;
      tell();
    },
    load(bytes) {
      loadedBytes += bytes;
      tell();
    },
  };
}
