import type { ContentId, CountryCode, Locale } from '../../schemas/brands.ts';
import type { SourcePath } from './paths.ts';

/** Kinds of entries that have a page of their own. */
export type EntryKind = 'course' | 'lesson' | 'material' | 'group' | 'page';

/** What all countries share, or what one country has of its own. */
export type Scope = 'shared' | CountryCode;

/** The language of a text that does not tell it (BCP 47). */
export const undetermined = 'und' as Locale;

/** What a file is, told by where it lies in the content folder. */
export type Place =
  | { readonly kind: 'site' }
  | { readonly kind: 'taxonomy' }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'framework'; readonly id: string }
  | { readonly kind: 'strings'; readonly locale: Locale }
  | { readonly kind: 'country'; readonly country: CountryCode }
  | TextPlace;

/** `index.<lang>.md` or `index.<lang>.patch.md` in the folder of an entry. */
export interface TextPlace {
  readonly kind: 'text';
  readonly scope: Scope;
  readonly entry: EntryKind;
  readonly id: ContentId;
  /** The course that a lesson belongs to. */
  readonly course?: ContentId;
  readonly locale: Locale;
  readonly patch: boolean;
}

/** The folder of a kind, which is also its part of the address; lessons lie inside their course. */
export const folderOfKind = {
  course: 'courses',
  material: 'materials',
  group: 'groups',
  page: 'pages',
} as const;

const kindOfAddress = {
  courses: 'course',
  materials: 'material',
  groups: 'group',
  pages: 'page',
} as const satisfies Record<(typeof folderOfKind)[keyof typeof folderOfKind], EntryKind>;

/** The kind of the entry that has this address; see {@link targetOf}. */
export function kindOfTarget(target: string): EntryKind {
  const end = target.indexOf('/', 1);
  const isLesson = target.indexOf('/', end + 1) < target.length - 1;
  return isLesson ? 'lesson' : kindOfAddress[target.slice(1, end) as keyof typeof kindOfAddress];
}

/** Where the texts of the entry with this address lie. */
export const folderAt = (scope: Scope, target: string): SourcePath =>
  `${scope === 'shared' ? scope : `countries/${scope}`}${target.slice(0, -1)}` as SourcePath;

/** The address of an entry without language: `/courses/play/first-week/`. */
export function targetOf(entry: {
  readonly entry: EntryKind;
  readonly id: string;
  readonly course?: string | undefined;
}): string {
  return entry.entry === 'lesson'
    ? `/courses/${entry.course}/${entry.id}/`
    : `/${folderOfKind[entry.entry]}/${entry.id}/`;
}
