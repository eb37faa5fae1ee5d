/**
 * Content in a Git repository: real ones, in temporary folders.
 */
import path from 'node:path';
import { runCommand } from './command.ts';
import { contentFolder, type Files, writeContent } from './content.ts';

export interface Repository {
  /** The content folder, at the top of the working copy. */
  readonly folder: string;
  /** Writes files into it. */
  write(files: Files): Promise<void>;
  /** Commits everything as it is. */
  commit(): Promise<void>;
  git(...args: readonly string[]): Promise<string>;
}

/** A new repository with one commit: the minimal content and these files. */
export async function contentRepository(files: Files = {}): Promise<Repository> {
  const folder = await contentFolder(files);
  const git = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand('git', ['-C', folder, ...author, ...args], {
      GIT_CONFIG_GLOBAL: path.join(folder, 'none'),
    });
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const commit = async (): Promise<void> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'Change');
  };
  await git('init', '--quiet');
  await commit();
  return { folder, git, commit, write: (changed) => writeContent(folder, changed) };
}

const author = ['-c', 'user.name=An author', '-c', 'user.email=author@example.org'];
