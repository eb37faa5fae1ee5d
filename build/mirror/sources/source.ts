/**
 * Where parts of releases come from: the site, another mirror, or a memory stick. Nothing that it gives is trusted: whoever asks
 * compares digests.
 */

export interface Source {
  /** For sentences: `https://kg.example.org/`, `/media/usb`. */
  readonly name: string;
  /**
   * Returns a small file, by its published path (`metadata/timestamp.json`), or nothing where there is none.
   *
   * @param maxBytes of whoever sends more nothing further is read
   * @throws SourceError
   */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /**
   * Gives a large file piece by piece.
   *
   * @param offset from which byte on; a source that cannot do that begins with 0 and says so
   * @param maxBytes how long the whole file can be: of a longer one nothing further is read, and the fault is `refused`
   * @throws SourceError, also while it is read; with the fault `missing` where there is none
   */
  open(path: string, offset: number, maxBytes: number): Promise<OpenedFile>;
  /** Ends connections that wait. */
  close(): void;
}

export interface OpenedFile {
  /** Where the pieces begin: the offset that was asked for, or 0. */
  readonly offset: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * `missing`: it is not there. `unreachable`: no answer, broken off, or an error of the server: another try may help. `refused`: the
 * answer is none that an honest source gives (a redirect elsewhere, more bytes than the file can have).
 */
export type SourceFault = 'missing' | 'unreachable' | 'refused';

/** `message` is a sentence that names the source and the file. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly fault: SourceFault;
  /** How long the source asks not to be asked again. */
  readonly retryAfterMs: number;

  constructor(fault: SourceFault, message: string, retryAfterMs = 0) {
    super(message);
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
  }
}
