import type { Catalogue, Folder } from '../model/catalogue.ts';
import { type EntryKind, targetOf } from '../model/place.ts';
import type { SourceFile } from '../model/source.ts';

/** What exists under each language-free address, in whichever country. */
export interface TargetIndex {
  has(target: string): boolean;
  /** Ids of a kind; of lessons, those of one course. */
  ids(kind: EntryKind, course?: string): readonly string[];
  /** Every folder that publishes something under this address. */
  folders(target: string): readonly Folder[];
  targets(): readonly string[];
}

export function createTargetIndex(catalogue: Catalogue, unreadable: readonly SourceFile[]): TargetIndex {
  const folders = Map.groupBy(
    [...catalogue.folders.values()].filter((folder) => folder.texts.size > 0),
    (folder) => targetOf(folder),
  );
  const known = new Map(
    [...folders].flatMap(([target, [folder]]) => (folder === undefined ? [] : [[target, folder] as const])),
  );
  const entries: { entry: EntryKind; id: string; course?: string | undefined }[] = [...known.values()];
  for (const { place } of unreadable) if (place.kind === 'text' && !place.patch) entries.push(place);
  const targets = new Set(entries.map(targetOf));
  return {
    has: (target) => targets.has(target),
    ids: (kind, course) => [
      ...new Set(
        entries.filter((entry) => entry.entry === kind && entry.course === course).map((entry) => entry.id),
      ),
    ],
    folders: (target) => folders.get(target) ?? [],
    targets: () => [...targets],
  };
}
