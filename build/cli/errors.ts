/**
 * Faults that are not the content's: each ends in a sentence that says what to do, and has an exit code of its own.
 */

/** Wrong usage: exit 2, with the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine failed (disk, network, rights): exit 3. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Says what an error of the operating system means and what to do; nothing for any other error. */
export function explainSystemError(error: unknown): string | undefined {
  for (const cause of causesOf(error)) {
    if (!('code' in cause)) continue;
    const what = explanations[String(cause.code)];
    const place = 'path' in cause && typeof cause.path === 'string' ? `${cause.path}: ` : '';
    if (what !== undefined) return place + what;
  }
  return undefined;
}

/** An error and what it was wrapped around; Eleventy keeps the latter as `originalError`. */
function* causesOf(error: unknown): Generator<Error> {
  let cause = error;
  for (let depth = 0; depth < 10 && cause instanceof Error; depth++) {
    yield cause;
    cause = cause.cause ?? ('originalError' in cause ? cause.originalError : undefined);
  }
}

const explanations: Readonly<Record<string, string>> = {
  ENOSPC:
    'the disk is full. Free some space and run the command again; nothing that was published has changed.',
  EDQUOT:
    'the disk quota is used up. Free some space and run the command again; nothing that was published has changed.',
  EACCES: 'access is denied. Give yourself the right to write there, or choose another folder with --out.',
  EPERM: 'access is denied. Give yourself the right to write there, or choose another folder with --out.',
  EROFS: 'the disk is read-only. Choose another folder with --out.',
  ENOENT: 'there is no such file or folder. Check the path.',
  ENOTDIR: 'a file stands where a folder is needed. Check the path, or remove the file.',
  EISDIR: 'a folder stands where a file is needed. Check the path, or remove the folder.',
  EMFILE: 'too many files are open. Close other programs, or raise the limit with "ulimit -n".',
  EIO: 'the disk reports an error. Check it before you go on.',
  EADDRINUSE: 'the port is taken by another program. End that one, or choose another port with --port.',
  EADDRNOTAVAIL: 'this address does not belong to this computer. Choose another one with --host.',
  ENAMETOOLONG: 'the path is too long. Shorten the names of the folders.',
};
