/**
 * Saves what the editor sends: everything is looked at before anything is written, and nothing that somebody wrote is lost.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../../diagnostics/diagnostic.ts';
import { openGit } from '../../git/git.ts';
import type { SourcePath } from '../../model/paths.ts';
import type { UnsavedFiles } from '../../pipeline/check-unsaved.ts';
import { type Answer, isRefusal, refusal } from './answers.ts';
import { blobShaOf } from './blob.ts';
import { checkNewNames, readTexts } from './check-texts.ts';
import type { ContentFiles } from './content-files.ts';
import { kindOf, repositoryPathOf } from './content-path.ts';
import type { KeptVersions } from './kept-versions.ts';
import { shasOfText } from './line-ends.ts';
import type { Listed, Listings } from './listing.ts';
import { type Conflict, planSave, type SavePlan } from './plan-save.ts';
import { fileAnswer } from './read-answers.ts';
import { parseSaveRequest, type SaveRequest } from './save-request.ts';
import { sayConflicts, sayFaults } from './wording.ts';
import { type Edit, writeEdits } from './write-edits.ts';

export interface Saving {
  readonly files: ContentFiles;
  readonly listings: Listings;
  readonly kept: KeptVersions;
  readonly check: (unsaved: UnsavedFiles) => Promise<readonly Diagnostic[]>;
  readonly print: (line: string) => void;
}

/** @param value what was sent, as it came */
export async function save(value: unknown, saving: Saving): Promise<Answer> {
  const request = parseSaveRequest(value);
  if (isRefusal(request)) return request;
  const { files, listings } = saving;
  const last = await listings.last();
  if (isRefusal(last)) return last;
  const plan = await planSave(request.changes, files);
  if (isRefusal(plan)) return plan;
  if (plan.conflicts.length > 0) return refuseConflicts(plan.conflicts, plan, saving);
  const { texts, diagnostics } = readTexts(plan.wanted);
  const unreadable = [...diagnostics, ...(await checkNewNames(plan.edits, files))];
  const faults =
    unreadable.length > 0 || texts.length === 0
      ? unreadable
      : await saving.check({ texts, assets: assetsOf(plan) });
  const errors = sortDiagnostics(faults.filter(({ severity }) => severity === 'error'));
  if (errors.length > 0) return refusal(422, sayFaults(errors));
  const edits = plan.edits.filter(({ before, after }) => !isSame(before?.bytes, after));
  await keepReplaced(edits, plan, saving);
  const changed = await writeEdits(edits, files);
  if (changed !== undefined) return refuseConflicts([await conflictAt(changed, plan, files)], plan, saving);
  const { id } = listings.afterSave(last, listedBy(plan.edits));
  return { json: savedAnswer(request, plan, id), status: 201 };
}

/** Pictures and downloads that are saved with the texts. */
const assetsOf = ({ edits }: SavePlan): readonly SourcePath[] =>
  edits.flatMap(({ source, after }) => (after !== undefined && kindOf(source) === 'asset' ? [source] : []));

const isSame = (before: Buffer | undefined, after: Uint8Array | undefined): boolean =>
  before === undefined || after === undefined ? before === after : before.equals(after);

/** Keeps what the author wanted to save, where it is not what is there. */
async function refuseConflicts(
  conflicts: readonly Conflict[],
  { wanted, edits }: SavePlan,
  { kept, print }: Saving,
): Promise<Answer> {
  const there = edits.flatMap(({ before }) => (before === undefined ? [] : [before.bytes]));
  const places = new Map<SourcePath, string>();
  for (const [source, bytes] of wanted) {
    if (there.some((other) => other.equals(bytes))) continue;
    const place = await kept.keep('not-saved', source, bytes);
    places.set(source, place);
    print(`editor: kept what could not be saved as ${repositoryPathOf(source)} in ${place}`);
  }
  await kept.prune(places.size);
  return refusal(409, sayConflicts(conflicts, places));
}

/** Keeps what is to be replaced or deleted, unless Git has it or it only moves. */
async function keepReplaced(
  edits: readonly Edit[],
  { wanted }: SavePlan,
  { files, kept, print }: Saving,
): Promise<void> {
  const replaced = edits.flatMap(({ source, before }) => {
    const stays = [...wanted.values()].some((bytes) => before?.bytes.equals(bytes));
    return before === undefined || stays ? [] : [{ source, bytes: before.bytes }];
  });
  let count = 0;
  for (const [folder, group] of Map.groupBy(replaced, ({ source }) => files.rootOf(source).folder)) {
    const blobs = await committedIn(
      folder,
      group.map(({ source }) => files.rootOf(source).below),
    );
    for (const { source, bytes } of group) {
      const committed = blobs.get(files.rootOf(source).below);
      const shas = kindOf(source) === 'text' ? shasOfText(bytes) : new Set([blobShaOf(bytes)]);
      if (committed !== undefined && shas.has(committed)) continue;
      const place = await kept.keep('replaced', source, bytes);
      count++;
      print(`editor: kept the version of ${repositoryPathOf(source)} that was replaced in ${place}`);
    }
  }
  if (count > 0) await kept.prune(count);
}

async function committedIn(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const git = await openGit(folder);
  return 'why' in git ? new Map() : git.blobsOf('HEAD', files);
}

/** What has happened to a file between looking and writing. */
async function conflictAt(source: SourcePath, { edits }: SavePlan, files: ContentFiles): Promise<Conflict> {
  const wasThere = edits.some((edit) => edit.source === source && edit.before !== undefined);
  if (!wasThere) return { why: 'taken', source };
  return { why: (await files.stamp(source)) === undefined ? 'gone' : 'changed', source };
}

const listedBy = (edits: readonly Edit[]): ReadonlyMap<SourcePath, Listed | undefined> =>
  new Map(
    edits.map(({ source, after }) => [
      source,
      after === undefined ? undefined : { sha: blobShaOf(after), sizeBytes: after.length },
    ]),
  );

function savedAnswer({ changes, message }: SaveRequest, { wanted }: SavePlan, id: string): object {
  return {
    commit: { sha: id, created: new Date().toISOString(), message },
    files: changes.map(({ path: { source } }) => {
      const bytes = wanted.get(source);
      return bytes === undefined
        ? null
        : fileAnswer(source, { sha: blobShaOf(bytes), sizeBytes: bytes.length });
    }),
  };
}
