/**
 * What is known of a published site since the build that wrote it: what its pages were made from, and how its files lay there.
 */
import { lstatSync } from 'node:fs';
import type { Locale } from '../../schemas/brands.ts';
import type { HeavyPage } from '../budgets/heavy-page.ts';
import type { OutputPath } from '../model/paths.ts';
import type { EntryKey } from '../pages/pages.ts';

export interface SiteState extends SiteFrame {
  readonly texts: Readonly<Record<OutputPath, TextState>>;
}

/** Everything but what each page of a text was made from. */
export interface SiteFrame {
  readonly languages: Readonly<Record<Locale, LanguageState>>;
  /** Pages outside of all languages, sitemaps and the like. */
  readonly outside: GroupState;
  /** Pages over their budget, which only a preview publishes. */
  readonly heavy: readonly HeavyPage[];
}

/** Every file of a site as it was left. */
export type SiteFiles = Readonly<Record<OutputPath, FileState>>;

/** What has become of files since: `null` of one that is gone. */
export type FileChanges = Readonly<Record<OutputPath, FileState | null>>;

export interface LanguageState {
  readonly key: string;
  readonly entries: Readonly<Record<string, EntryKey>>;
  readonly lists: GroupState;
  readonly search: SearchState;
}

/** Files that are made together. */
export interface GroupState {
  readonly files: readonly OutputPath[];
  /** Site paths of the published files that they name. */
  readonly assets: readonly string[];
}

export interface SearchState {
  /** Digest of what the bundle was made from. */
  readonly key: string;
  readonly files: readonly OutputPath[];
}

export interface TextState {
  /** See `PageInputs`. */
  readonly reads: readonly string[];
  /** Site paths. */
  readonly assets: readonly string[];
}

/** Size and time of the last write, in milliseconds. */
export type FileState = readonly [bytes: number, modifiedMs: number];

/** How a file lies there now; nothing when there is none. */
export function fileState(out: string, file: OutputPath): FileState | undefined {
  const found = lstatSync(`${out}/${file}`, quietly);
  return found?.isFile() ? [found.size, found.mtimeMs] : undefined;
}

const quietly = { throwIfNoEntry: false } as const;

/** The files of a site that are gone, or that somebody else has written. */
export function alteredFiles(out: string, files: SiteFiles): ReadonlySet<OutputPath> {
  const altered = new Set<OutputPath>();
  for (const file of Object.keys(files) as OutputPath[]) {
    const [bytes, modifiedMs] = files[file] as FileState;
    const now = fileState(out, file);
    if (now === undefined || now[0] !== bytes || now[1] !== modifiedMs) altered.add(file);
  }
  return altered;
}
