/**
 * Content in a Git repository: real ones, in temporary folders.
 */
import path from 'node:path';
import { runCommand } from './command.ts';
import { type Files, minimalContent, temporaryFolder, writeContent } from './content.ts';

export interface Repository {
  /** The working copy. */
  readonly top: string;
  /** The content folder, which lies in it. */
  readonly folder: string;
  /** Writes files into the content folder. */
  write(files: Files): Promise<void>;
  /** Commits everything as it is. */
  commit(): Promise<void>;
  git(...args: readonly string[]): Promise<string>;
}

/** A new repository with one commit: the minimal content and these files. */
export async function contentRepository(files: Files = {}): Promise<Repository> {
  const top = await temporaryFolder();
  const folder = path.join(top, 'content');
  await writeContent(folder, { ...minimalContent, ...files });
  const git = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand('git', ['-C', top, ...author, ...args], {
      GIT_CONFIG_GLOBAL: path.join(top, 'none'),
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
  return { top, folder, git, commit, write: (changed) => writeContent(folder, changed) };
}

const author = ['-c', 'user.name=An author', '-c', 'user.email=author@example.org'];
