/** One run of rsync for many files. */
import { mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EnvironmentError, explainSystemError } from '../../../cli/errors.ts';
import { checkLength } from '../shared/read-source.ts';
import type { Upload } from '../target.ts';
import { runProgram } from './run-program.ts';
import type { SshCommand } from './ssh-command.ts';
import { ProgramError } from './ssh-fault.ts';

export interface UploadSettings {
  readonly ssh: SshCommand;
  /** `user@host:/srv/site/` */
  readonly destination: string;
  /** The folder there in which files lie that are not whole yet. */
  readonly incoming: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** @throws ProgramError; EnvironmentError for a source that cannot be read or was changed */
export async function uploadFiles(
  files: readonly Upload[],
  { ssh, destination, incoming, environment, signal }: UploadSettings,
): Promise<void> {
  const staged = await mkdtemp(path.join(os.tmpdir(), 'passport-upload-'));
  try {
    await stage(files, staged, signal).catch((error: unknown) => {
      const sentence = explainSystemError(error);
      throw sentence === undefined ? error : new EnvironmentError(sentence);
    });
    const args = [
      '--recursive',
      '--copy-links',
      // What is to be sent was found by digests: a time and a size say nothing.
      '--ignore-times',
      '--compress',
      // Only what is new: rights that somebody has given there stay.
      '--chmod=D755,F644',
      `--temp-dir=${incoming}`,
      // The server keeps its own time of a file: when it was published.
      '--no-times',
      // Paths with spaces and signs reach the server as they are, whichever version it has.
      '--protect-args',
      // Ends it at the next file when nobody listens any more: whoever started it was killed.
      '--out-format=%n',
      `--rsh=${ssh.forRsync}`,
      `${staged}/`,
      destination,
    ];
    const { code, stderr } = await runProgram('rsync', args, { environment, signal });
    if (code !== 0) throw new ProgramError('rsync', code, stderr);
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** A tree of links with the names that the files are to have: nothing is copied, on whatever disk they lie. */
async function stage(files: readonly Upload[], staged: string, signal: AbortSignal): Promise<void> {
  const made = new Set<string>();
  for (const { path: sitePath, source, bytes } of files) {
    signal.throwIfAborted();
    const link = path.join(staged, ...sitePath.split('/'));
    const folder = path.dirname(link);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    checkLength(source, (await stat(source)).size, bytes);
    await symlink(path.resolve(source), link);
  }
}
