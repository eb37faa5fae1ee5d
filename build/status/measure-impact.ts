/** Compares the content with an older state of it, which Git keeps. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EnvironmentError, UsageError } from '../cli/errors.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { openGit } from '../git/git.ts';
import { type CountryFolders, noCountryFolders } from '../model/content-folders.ts';
import { toSourcePath } from '../model/paths.ts';
import { type CheckedContent, checkContent } from '../pipeline.ts';
import { type ContentState, type Impact, impactOf } from './impact.ts';

export interface ImpactOptions {
  readonly contentFolder: string;
  /** Taken as they are, then as now. */
  readonly countryFolders?: CountryFolders;
  /** What is compared with: a commit, a branch, a tag. */
  readonly since: string;
  readonly countries?: readonly string[];
}

/** The impact, or that state of the content that has faults, of which there are no pages. */
export type MeasuredImpact =
  | { readonly impact: Impact }
  | { readonly faulty: CheckedContent; readonly isOlder: boolean };

/**
 * @throws UsageError when there is no such state
 * @throws EnvironmentError when Git cannot be asked
 */
export async function measureImpact({
  contentFolder,
  countryFolders = noCountryFolders,
  since,
  countries,
}: ImpactOptions): Promise<MeasuredImpact> {
  const git = await openGit(contentFolder);
  if ('why' in git)
    throw new EnvironmentError(
      `${git.why}, so that there is nothing to compare with. --impact works in a working copy of a Git repository.`,
    );
  const commit = await git.commit(since);
  if (commit === undefined)
    throw new UsageError(
      since === 'HEAD'
        ? 'Git has no commit yet, so that there is nothing to compare with'
        : `--since: Git knows no commit, branch or tag "${since}"`,
    );
  const now = await checkContent({
    contentFolder,
    countryFolders,
    drafts: false,
    ...(countries && { countries }),
  });
  if (hasErrors(now.diagnostics)) return { faulty: now, isOlder: false };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-status-'));
  try {
    const older = path.join(folder, 'content');
    await mkdir(older);
    if (!(await git.writeTree(commit, older)))
      throw new UsageError(
        `the folder ${contentFolder} is not in "${since}", so that there is nothing to compare with`,
      );
    const then = await checkContent({
      contentFolder: older,
      countryFolders,
      drafts: false,
      ...(countries && { countries }),
    });
    if (hasErrors(then.diagnostics)) return { faulty: then, isOlder: true };
    const files = await git.changedSince(commit);
    const stateOf = ({ catalogue, editions }: CheckedContent): ContentState => ({
      catalogue,
      editions: editions.map(({ edition }) => edition),
    });
    return {
      impact: impactOf({ before: stateOf(then), after: stateOf(now), files: files.map(toSourcePath) }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
