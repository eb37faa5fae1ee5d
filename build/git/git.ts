/**
 * Asks Git about the content, and never changes anything of it.
 *
 * Git is started without a shell, with paths after `--`, and without the hooks and helpers that a repository may bring along.
 */
import { execFile } from 'node:child_process';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';

/** A state of the content that Git keeps: the full hash of a commit. */
export type Commit = string;

export interface GitFolder {
  /** Returns the commit that a name means (`HEAD`, `main`, `v1.0`), or nothing when there is none. */
  commit(name: string): Promise<Commit | undefined>;
  /**
   * Returns the commits in which a file changed, newest first.
   *
   * @param file a path below the folder
   * @param most how many
   */
  commitsOf(file: string, most: number): Promise<readonly FileCommit[]>;
  /**
   * Returns who changed a file and when, newest first.
   *
   * @param file a path below the folder
   * @param most how many
   */
  historyOf(file: string, most: number): Promise<readonly FileChange[]>;
  /** Returns the digest that Git gives to each of these files as a commit has them; files that it does not have are left out. */
  blobsOf(commit: Commit, files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Returns a file as it was, or nothing where it was not. */
  bytes(commit: Commit, file: string): Promise<Uint8Array | undefined>;
  /** Returns files below the folder that differ from a commit, new ones among them. */
  changedSince(commit: Commit): Promise<readonly string[]>;
  /**
   * Writes the folder as it was.
   *
   * @param into an empty folder
   * @returns whether the folder was there
   */
  writeTree(commit: Commit, into: string): Promise<boolean>;
}

export interface FileCommit {
  readonly commit: Commit;
  /** The day in the time zone of the world, `2026-03-01`. */
  readonly day: string;
}

export interface FileChange {
  readonly commit: Commit;
  readonly author: string;
  readonly email: string;
  /** With the time zone of the author: `2026-03-01T09:30:00+06:00`. */
  readonly time: string;
  /** The first line of the message. */
  readonly subject: string;
}

/** Why nothing can be asked. */
export interface NoGit {
  /** A sentence without its beginning: `Git is not installed`. */
  readonly why: string;
}

/** @param folder any folder of a working copy */
export async function openGit(folder: string): Promise<GitFolder | NoGit> {
  const asked = await git(folder, ['rev-parse', '--show-toplevel']);
  if (asked.failed === 'missing') return { why: 'Git is not installed' };
  if (asked.failed === 'refused')
    return {
      why: asked.says.includes('dubious ownership')
        ? 'Git does not trust this folder, which belongs to another user'
        : 'the content is not kept with Git',
    };
  const top = asked.out.toString().replace(/\r?\n$/, '');
  const text = async (args: readonly string[]): Promise<string> => {
    const { out, failed, says } = await git(folder, args);
    if (failed !== undefined) throw new EnvironmentError(`Git failed: ${says}. Try "git status" here.`);
    return out.toString();
  };
  /** Of a file. A repository without a commit has no HEAD, and tells nothing. */
  const fromHead = async (args: readonly string[], file: string): Promise<string> => {
    const { out, failed } = await git(folder, [...args, 'HEAD', '--', file]);
    return failed === undefined ? out.toString() : '';
  };
  return {
    async commit(name) {
      const { out, failed } = await git(folder, [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${name}^{commit}`,
      ]);
      return failed === undefined ? out.toString().trim() : undefined;
    },
    async commitsOf(file, most) {
      const list = await fromHead(['rev-list', '--timestamp', `--max-count=${most}`], file);
      return list.split('\n').flatMap((line) => {
        const [seconds, commit] = line.split(' ');
        if (commit === undefined) return [];
        return [{ commit, day: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) }];
      });
    },
    async historyOf(file, most) {
      const format = ['--no-show-signature', '--no-color', '-z', '--format=%H%n%an%n%ae%n%aI%n%s'];
      const log = await fromHead(['log', ...format, `--max-count=${most}`], file);
      return log.split('\0').flatMap((record) => {
        const [commit = '', author = '', email = '', time = '', subject = ''] = record.split('\n');
        return commit === '' ? [] : [{ commit, author, email, time, subject }];
      });
    },
    async blobsOf(commit, files) {
      const blobs = new Map<string, string>();
      for (let first = 0; first < files.length; first += mostArguments) {
        const asked = files.slice(first, first + mostArguments);
        const { out, failed } = await git(folder, ['ls-tree', '-z', commit, '--', ...asked]);
        if (failed !== undefined) continue;
        for (const line of out.toString().split('\0')) {
          const [, type, blob, file] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
          if (type === 'blob' && blob !== undefined && file !== undefined) blobs.set(file, blob);
        }
      }
      return blobs;
    },
    async bytes(commit, file) {
      const { out, failed } = await git(folder, ['cat-file', 'blob', `${commit}:./${file}`]);
      return failed === undefined ? out : undefined;
    },
    async changedSince(commit) {
      const tracked = await text([
        'diff',
        '--name-only',
        '--no-ext-diff',
        '--no-textconv',
        '--no-renames',
        '--relative',
        '-z',
        commit,
        '--',
        '.',
      ]);
      const untracked = await text(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
      return [...new Set(`${tracked}${untracked}`.split('\0').filter((file) => file !== ''))].toSorted();
    },
    async writeTree(commit, into) {
      const tree = await git(folder, ['rev-parse', '--verify', '--quiet', `${commit}:./`]);
      if (tree.failed !== undefined) return false;
      // An index of its own, so that the one of the author stays as it is.
      const env = { GIT_INDEX_FILE: `${into}.index` };
      const steps = [
        ['read-tree', tree.out.toString().trim()],
        ['checkout-index', '--all', '--quiet', `--prefix=${into.replaceAll('\\', '/')}/`],
      ];
      for (const step of steps) {
        const { failed, says } = await git(top, step, env);
        if (failed !== undefined)
          throw new EnvironmentError(`Git could not write an older state of the content: ${says}.`);
      }
      return true;
    },
  };
}

/** Returns how the author of a folder signs commits, as far as Git was told; it need not be a working copy. */
export async function gitIdentity(
  folder: string,
): Promise<{ readonly name: string | undefined; readonly email: string | undefined }> {
  const configured = async (key: string): Promise<string | undefined> => {
    const { out, failed } = await git(folder, ['config', '--get', key]);
    return failed === undefined ? out.toString().trim() || undefined : undefined;
  };
  return { name: await configured('user.name'), email: await configured('user.email') };
}

interface Asked {
  readonly out: Buffer;
  /** `missing`: the program is not there. */
  readonly failed?: 'missing' | 'refused';
  /** What Git complains of, in one line. */
  readonly says: string;
}

/** No hook and no watcher that a repository sets is run. */
const safely = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];

async function git(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  // Without it, a folder that is gone would look like a program that is gone.
  const cwd = path.resolve(folder);
  await lstat(cwd);
  return new Promise((resolve) => {
    const options = {
      cwd,
      encoding: 'buffer',
      maxBuffer: maxOutputBytes,
      windowsHide: true,
      // Its complaints are told apart by their English words.
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', ...env },
    } as const;
    execFile('git', [...safely, ...args], options, (error, out, complaints) => {
      const says = complaints.toString().trim().split('\n')[0] ?? '';
      if (error === null) resolve({ out, says });
      else resolve({ out, says, failed: error.code === 'ENOENT' ? 'missing' : 'refused' });
    });
  });
}

/** Windows takes 32 KB of them. */
const mostArguments = 100;

const maxOutputBytes = 64 * 1024 * 1024;
