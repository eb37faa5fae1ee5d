import type { Text } from '../model/catalogue.ts';
import type { SourcePath } from '../model/paths.ts';
import type { FileCommit, GitFolder, NoGit } from './git.ts';

export interface FoundVersion {
  readonly text: Text;
  readonly since: FileCommit;
}

/** Reads bytes as the text that would lie at this path; nothing when they are no text of ours. */
export type ReadText = (path: SourcePath, bytes: Uint8Array) => Text | undefined;

/**
 * Finds the state of a text that a translation or an overlay of it has recorded.
 *
 * @param hash see `contentHash`
 * @returns the newest version with this hash, or why there is none, as the end of a sentence
 */
export async function findVersion(
  path: SourcePath,
  hash: string,
  git: GitFolder | NoGit,
  readText: ReadText,
): Promise<FoundVersion | NoGit> {
  if ('why' in git) return git;
  const commits = await git.commitsOf(path, mostCommits);
  for (const since of commits) {
    const bytes = await git.bytes(since.commit, path);
    const text = bytes === undefined ? undefined : readText(path, bytes);
    if (text?.contentHash === hash) return { text, since };
  }
  if (commits.length === 0) return { why: 'Git has no version of the file yet' };
  return {
    why:
      commits.length < mostCommits
        ? 'none of the versions that Git has of the file is the one it was made from'
        : `it is none of the ${mostCommits} newest versions of the file`,
  };
}

/** Each costs a few milliseconds. */
const mostCommits = 200;
