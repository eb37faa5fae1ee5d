import type { Catalogue, Folder } from '../model/catalogue.ts';
import { type EntryKind, type TextPlace, targetOf } from '../model/place.ts';
import type { PlacedFile } from '../model/source.ts';

/** What exists under each language-free address, in whichever country. */
export interface TargetIndex {
  has(target: string): boolean;
  /** Ids of a kind; of lessons, those of one course. */
  ids(kind: EntryKind, course?: string): readonly string[];
  /** Every folder that publishes something under this address. */
  folders(target: string): readonly Folder[];
  /** Texts that exist under this address and could not be read. */
  unreadable(target: string): readonly TextPlace[];
  targets(): readonly string[];
}

export function createTargetIndex(catalogue: Catalogue, unreadable: readonly PlacedFile[]): TargetIndex {
  const folders = Map.groupBy(
    [...catalogue.folders.values()].filter((folder) => folder.texts.size > 0),
    (folder) => targetOf(folder),
  );
  const lost = Map.groupBy(
    unreadable.flatMap(({ place }) => (place.kind === 'text' && !place.patch ? [place] : [])),
    (place) => targetOf(place),
  );
  const entries = [...folders, ...lost].flatMap(([, [entry]]) => (entry === undefined ? [] : [entry]));
  const targets = new Set(entries.map(targetOf));
  const ids = Map.groupBy(entries, ({ entry, course }) => keyOf(entry, course));
  return {
    has: (target) => targets.has(target),
    ids: (kind, course) => [...new Set((ids.get(keyOf(kind, course)) ?? []).map((entry) => entry.id))],
    folders: (target) => folders.get(target) ?? [],
    unreadable: (target) => lost.get(target) ?? [],
    targets: () => [...targets],
  };
}

const keyOf = (kind: EntryKind, course = ''): string => `${kind} ${course}`;
