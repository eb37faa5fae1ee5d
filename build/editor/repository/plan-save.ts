/**
 * What a save would do to the files as they lie on disk, and where it would undo what somebody else did.
 */
import type { SourcePath } from '../../model/paths.ts';
import { isRefusal, type Refusal } from './answers.ts';
import { blobShaOf } from './blob.ts';
import type { ContentFiles, DiskFile } from './content-files.ts';
import { hasWindowsLineEnds, shasOfText, withLineFeeds, withWindowsLineEnds } from './line-ends.ts';
import type { RequestedChange } from './save-request.ts';
import type { Edit } from './write-edits.ts';

/** `changed`, `gone`: what the editor had open; `taken`: where something new was to lie. */
export interface Conflict {
  readonly why: 'changed' | 'gone' | 'taken';
  readonly source: SourcePath;
}

export interface SavePlan {
  readonly conflicts: readonly Conflict[];
  /** What the author wants to have, for each change that is no deletion. */
  readonly wanted: ReadonlyMap<SourcePath, Buffer>;
  /** Every file that the save touches; those that stay as they are among them, with the same bytes before and after. */
  readonly edits: readonly Edit[];
}

export async function planSave(
  changes: readonly RequestedChange[],
  files: ContentFiles,
): Promise<SavePlan | Refusal> {
  const disk = new Map<SourcePath, DiskFile | undefined>();
  for (const source of new Set(changes.flatMap(sourcesOf))) {
    const found = await files.read(source);
    if (found !== 'absent' && isRefusal(found)) return found;
    disk.set(source, found === 'absent' ? undefined : found);
  }
  const leaving = new Set(changes.flatMap(leftBy));
  const conflicts = changes.flatMap((change) => conflictsOf(change, disk, leaving));
  const wanted = new Map(
    changes.flatMap((change) => (change.operation === 'delete' ? [] : [wantedBy(change, disk)])),
  );
  const edits = [...disk].map(([source, before]): Edit => ({ source, before, after: wanted.get(source) }));
  return { conflicts, wanted, edits };
}

const fromOf = (change: RequestedChange): SourcePath | undefined =>
  change.operation === 'update' ? change.from?.source : undefined;

function sourcesOf(change: RequestedChange): SourcePath[] {
  const from = fromOf(change);
  return from === undefined ? [change.path.source] : [from, change.path.source];
}

function leftBy(change: RequestedChange): SourcePath[] {
  if (change.operation === 'delete') return [change.path.source];
  const from = fromOf(change);
  return from === undefined ? [] : [from];
}

function conflictsOf(
  change: RequestedChange,
  disk: ReadonlyMap<SourcePath, DiskFile | undefined>,
  leaving: ReadonlySet<SourcePath>,
): Conflict[] {
  const target = change.path.source;
  const from = fromOf(change);
  const isNew = change.operation === 'create' || from !== undefined;
  const taken: Conflict[] =
    isNew && disk.get(target) !== undefined && !leaving.has(target) ? [{ why: 'taken', source: target }] : [];
  if (change.operation === 'create') return taken;
  const source = from ?? target;
  const file = disk.get(source);
  if (file === undefined) return [{ why: 'gone', source }, ...taken];
  const isText = (change.operation === 'update' ? (change.from ?? change.path) : change.path).kind === 'text';
  const isKnown = file.sha === change.sha || (isText && shasOfText(file.bytes).has(change.sha));
  return isKnown ? taken : [{ why: 'changed', source }, ...taken];
}

/** With the line ends of the file that is there; a text whose only difference they are stays as it is. */
function wantedBy(
  change: Exclude<RequestedChange, { readonly operation: 'delete' }>,
  disk: ReadonlyMap<SourcePath, DiskFile | undefined>,
): readonly [SourcePath, Buffer] {
  const { source, kind } = change.path;
  if (kind === 'asset') return [source, change.bytes];
  const before = disk.get(fromOf(change) ?? source)?.bytes;
  if (before !== undefined && shasOfText(before).has(blobShaOf(change.bytes))) return [source, before];
  // Every byte is one character, so that what is no UTF-8 comes through to where it is refused.
  const text = change.bytes.toString('latin1');
  const isWindows = before !== undefined && hasWindowsLineEnds(before);
  return [source, Buffer.from(isWindows ? withWindowsLineEnds(text) : withLineFeeds(text), 'latin1')];
}
