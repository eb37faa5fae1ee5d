/**
 * A place on the web to which a site is published: an object store, a server that is reached over SSH, a folder.
 *
 * Whoever implements it retries what may pass by itself, keeps to the prefix, names no credential in any message, and throws
 * EnvironmentError with a sentence that says what to do.
 */

export interface Target {
  /** As it was named, without anything secret: `s3://bucket/prefix`. */
  readonly name: string;
  /** Whether servers in front of it send `x.html.br` and `x.html.gz` in place of `x.html`. */
  readonly servesTwins: boolean;
  /** Returns a file, or nothing where there is none. */
  read(path: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** Creates a file unless there is one, as one step. @returns false where there is one */
  create(path: string, content: Uint8Array, type: string, signal?: AbortSignal): Promise<boolean>;
  /**
   * Writes files, in any order, each wholly or not at all; when it returns, all of them can be read.
   *
   * @param onDone told of each file that can be read, or of all of them at the end
   */
  write(files: readonly Upload[], onDone: (file: Upload) => void, signal?: AbortSignal): Promise<void>;
  /** Removes files; one that is not there does no harm. */
  remove(paths: readonly string[], signal?: AbortSignal): Promise<void>;
  /** Returns the paths of all files below a folder, which ends with a slash; of all files for ''. */
  list(folder: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Ends what is open; harmless when called twice. */
  close(): Promise<void>;
}

export interface Upload {
  /** Below the prefix of the target, without a slash in front. */
  readonly path: string;
  readonly bytes: number;
  /** The file on this computer that holds it. */
  readonly source: string;
  /** Media type with its character set. */
  readonly type: string;
  readonly cacheControl: string;
  /** How `source` is compressed, when servers must say so with it. */
  readonly encoding?: 'br' | 'gzip';
}
