/**
 * Answers to what the editor reads, in the shapes of Gitea's REST API (https://docs.gitea.com/api/1.24/).
 */
import type { FileChange } from '../../git/git.ts';
import { fileNameOf, type SourcePath } from '../../model/paths.ts';
import type { DiskFile } from './content-files.ts';
import { repositoryPathOf } from './content-path.ts';
import type { Listed, Listing } from './listing.ts';

/** From 1.24 on there is the call that asks for many files at once. */
export const versionAnswer = { version: '1.24.0' };

export const branch = 'main';

export const repositoryAnswer = {
  id: 1,
  name: 'content',
  full_name: 'local/content',
  owner: { id: 1, login: 'local' },
  default_branch: branch,
  empty: false,
  private: true,
  permissions: { admin: false, push: true, pull: true },
};

/** The editor asks for as many files, and as many bytes, as may be asked for at once. */
export const limits = {
  filesAtOnce: 500,
  responseBytes: 16 * 1024 * 1024,
  blobBytes: 10 * 1024 * 1024,
} as const;

export const settingsAnswer = {
  max_response_items: limits.filesAtOnce,
  default_paging_num: limits.filesAtOnce,
  default_git_trees_per_page: 1000,
  default_max_blob_size: limits.blobBytes,
  default_max_response_size: limits.responseBytes,
};

export const userAnswer = (name: string | undefined, email: string | undefined): object => ({
  id: 1,
  login: 'author',
  full_name: name ?? 'Author',
  // Without one the editor signs nothing.
  email: email ?? 'author@localhost',
  avatar_url: '',
  html_url: '',
});

export const branchAnswer = ({ id }: Listing): object => ({
  name: branch,
  commit: { id, message: '' },
  protected: false,
  user_can_push: true,
});

/**
 * @param page from 1
 * @param perPage at most 1000
 */
export function treeAnswer({ id, files }: Listing, page: number, perPage: number): object {
  const last = page * perPage;
  return {
    sha: id,
    tree: [...files].slice(last - perPage, last).map(([source, { sha, sizeBytes }]) => ({
      path: repositoryPathOf(source),
      mode: '100644',
      type: 'blob',
      size: sizeBytes,
      sha,
    })),
    truncated: last < files.size,
    page,
    total_count: files.size,
  };
}

export const fileAnswer = (source: SourcePath, { sha, sizeBytes }: Listed): object => ({
  name: fileNameOf(source),
  path: repositoryPathOf(source),
  sha,
  type: 'file',
  size: sizeBytes,
});

/** A file with its content, or without it when it is too long, as Gitea answers then: it is to be asked for by itself. */
export function contentsAnswer(source: SourcePath, { sha, bytes }: DiskFile): object {
  const isWhole = bytes.length < limits.blobBytes;
  return {
    ...fileAnswer(source, { sha, sizeBytes: bytes.length }),
    encoding: isWhole ? 'base64' : null,
    content: isWhole ? bytes.toString('base64') : null,
  };
}

export const commitsAnswer = (changes: readonly FileChange[]): object =>
  changes.map(({ commit, author, email, time, subject }) => ({
    sha: commit,
    created: time,
    commit: { message: subject, author: { name: author, email, date: time } },
    author: null,
  }));
