import type { Catalogue, Folder } from '../model/catalogue.ts';
import { fileNameOf, folderOf, type SourcePath } from '../model/paths.ts';
import { type EntryKind, type TextPlace, targetOf } from '../model/place.ts';
import type { PlacedFile } from '../model/source.ts';

/** What exists under each language-free address, in whichever country. */
export interface TargetIndex {
  has(target: string): boolean;
  /** Ids of a kind; of lessons, those of one course. */
  ids(kind: EntryKind, course?: string): readonly string[];
  hasId(id: string, kind: EntryKind, course?: string): boolean;
  /** Every folder that publishes something under this address. */
  folders(target: string): readonly Folder[];
  /** Texts that exist under this address and could not be read. */
  unreadable(target: string): readonly TextPlace[];
  targets(): readonly string[];
  /** Names of the pictures and downloads that lie in a folder. */
  filesIn(folder: SourcePath): readonly string[];
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
  // Made once: every field that names an entry asks for them.
  const ids = new Map(
    [...Map.groupBy(entries, ({ entry, course }) => keyOf(entry, course))].map(([key, group]) => [
      key,
      new Set(group.map((entry) => entry.id)),
    ]),
  );
  const idsOf = (kind: EntryKind, course?: string): ReadonlySet<string> =>
    ids.get(keyOf(kind, course)) ?? none;
  let files: ReadonlyMap<SourcePath, readonly string[]> | undefined;
  return {
    has: (target) => targets.has(target),
    ids: (kind, course) => [...idsOf(kind, course)],
    hasId: (id, kind, course) => idsOf(kind, course).has(id),
    folders: (target) => folders.get(target) ?? [],
    unreadable: (target) => lost.get(target) ?? [],
    targets: () => [...targets],
    filesIn(folder) {
      files ??= namesByFolder(catalogue.assets.keys());
      return files.get(folder) ?? [];
    },
  };
}

const none: ReadonlySet<string> = new Set();

function namesByFolder(paths: Iterable<SourcePath>): ReadonlyMap<SourcePath, readonly string[]> {
  const names = new Map<SourcePath, string[]>();
  for (const path of paths) {
    const folder = folderOf(path);
    const known = names.get(folder);
    if (known === undefined) names.set(folder, [fileNameOf(path)]);
    else known.push(fileNameOf(path));
  }
  return names;
}

const keyOf = (kind: EntryKind, course = ''): string => `${kind} ${course}`;
