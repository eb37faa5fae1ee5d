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

/** Who was asked has ended the conversation: exit 130. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** Says what an error of the operating system means and what to do; nothing for any other error. */
export function explainSystemError(error: unknown): string | undefined {
  for (const cause of causesOf(error)) {
    if (!('code' in cause)) continue;
    const what = explain(String(cause.code), 'syscall' in cause ? String(cause.syscall) : '');
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

/** The same code means different things: it depends on what the system was asked to do. */
function explain(code: string, syscall: string): string | undefined {
  if (code === 'EACCES' || code === 'EPERM') return `access is denied. ${remedyOfDenial(syscall)}`;
  if (syscall === 'watch' && ['ENOSPC', 'EMFILE'].includes(code))
    return 'this computer cannot watch more files. Close other programs that do, or raise the limit (on Linux: fs.inotify.max_user_watches).';
  return explanations[code];
}

function remedyOfDenial(syscall: string): string {
  if (syscall === 'listen' || syscall === 'bind')
    return 'A port below 1024 needs special rights; choose another one with --port.';
  if (readingSyscalls.has(syscall)) return 'Give yourself the right to read it.';
  if (writingSyscalls.has(syscall))
    return 'Give yourself the right to write there, or let the output go to another folder.';
  return 'Check your rights to this file and to the folders above it.';
}

// "open" is in neither: it begins both.
const readingSyscalls: ReadonlySet<string> = new Set([
  'scandir',
  'opendir',
  'stat',
  'lstat',
  'read',
  'watch',
]);
const writingSyscalls: ReadonlySet<string> = new Set([
  'mkdir',
  'mkdtemp',
  'rename',
  'rmdir',
  'rm',
  'unlink',
  'write',
  'copyfile',
]);

const explanations: Readonly<Record<string, string>> = {
  ENOSPC:
    'the disk is full. Free some space and run the command again; nothing that was published has changed.',
  EDQUOT:
    'the disk quota is used up. Free some space and run the command again; nothing that was published has changed.',
  EROFS: 'the disk is read-only. Let the output go to another folder.',
  ENOENT: 'there is no such file or folder. Check the path.',
  ENOTDIR: 'a file stands where a folder is needed. Check the path, or remove the file.',
  EISDIR: 'a folder stands where a file is needed. Check the path, or remove the folder.',
  EMFILE: 'too many files are open. Close other programs, or raise the limit with "ulimit -n".',
  EBUSY: 'another program uses it. Close that one and run the command again.',
  EIO: 'the disk reports an error. Check it before you go on.',
  EADDRINUSE: 'the port is taken by another program. End that one, or choose another port with --port.',
  EADDRNOTAVAIL: 'this address does not belong to this computer. Choose another one with --host.',
  ENOTFOUND: 'no computer of this name is known. Check the name.',
  ENAMETOOLONG: 'the path is too long. Shorten the names of the folders.',
};

/** Whether an error of the operating system is one of these: `ENOENT` … */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
