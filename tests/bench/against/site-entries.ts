/**
 * Which entries a national site has, and from which texts.
 */
import type { SourceFolder, SourceText, SourceTree } from './source-tree.ts';

export type PageKind = 'course' | 'lesson' | 'material' | 'group' | 'page';

export interface SiteEntry {
  readonly kind: PageKind;
  /** Without language: `/courses/play/`. */
  readonly target: string;
  /** Below the content folder. */
  readonly folder: string;
  readonly source: SourceFolder;
  /** The country's changes, by language tag. */
  readonly patches: ReadonlyMap<string, SourceText>;
}

/** Of each entry the country's own folder, else the shared one with the country's patches; sorted by their addresses. */
export function entriesOf({ folders }: SourceTree, code: string): SiteEntry[] {
  const entries = new Map<string, SiteEntry>();
  for (const scope of ['shared/', `countries/${code}/`]) {
    for (const [folder, source] of folders) {
      if (!folder.startsWith(scope)) continue;
      const place = folder.slice(scope.length);
      const target = `/${place}/`;
      const shared = entries.get(target);
      if (source.texts.size > 0)
        entries.set(target, { kind: kindOf(place), target, folder, source, patches: source.patches });
      else if (shared !== undefined) entries.set(target, { ...shared, patches: source.patches });
    }
  }
  return [...entries.values()].toSorted((a, b) => (a.target < b.target ? -1 : 1));
}

export const originalOf = ({ source }: SiteEntry): SourceText | undefined =>
  [...source.texts.values()].find(({ fields }) => fields.translation === undefined);

/** The text in the first of these languages that has one, else the original. */
export const textFor = (entry: SiteEntry, tags: readonly string[]): SourceText | undefined =>
  tags.flatMap((tag) => entry.source.texts.get(tag) ?? [])[0] ?? originalOf(entry);

function kindOf(place: string): PageKind {
  const [folder = '', , lesson] = place.split('/');
  return lesson === undefined ? (folder.slice(0, -1) as PageKind) : 'lesson';
}
