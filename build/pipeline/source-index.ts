/**
 * What is known of the files of the content since the last build: a file with the same stamp need not be read to know its digest,
 * and a folder of the same key need not be processed.
 */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type SourcePath, sha256 } from '../model/paths.ts';
import type { Asset } from '../model/source.ts';
import type { FoundText } from '../read/list-content.ts';

export interface SourceIndex {
  /** Files that say how the texts are to be understood: site, vocabularies, strings, countries. */
  readonly settings: IndexedFolder;
  /** None, where nothing is known: each is then indexed as its texts are read. */
  readonly folders: Readonly<Record<SourcePath, IndexedFolder>>;
}

export interface IndexedFolder {
  /** Digest of all that the result of the folder depends on. */
  readonly key: string;
  readonly texts: Readonly<Record<SourcePath, IndexedText>>;
}

interface IndexedText {
  /** Empty when the file was so new that a later write might leave the same one. */
  readonly stamp: string;
  readonly digest: string;
}

export interface ContentDigest {
  /** Of all that a build reads: equal when nothing has changed. */
  readonly all: string;
  /** Of everything but the texts of entries. */
  readonly surroundings: string;
}

/**
 * Nothing, while a file is so new that it may change unseen.
 *
 * @param names faults of names, which stand in no file
 */
export function contentDigest(
  { settings, folders }: SourceIndex,
  assets: Iterable<Asset>,
  names: readonly Diagnostic[],
  trustedBeforeMs: number,
): ContentDigest | undefined {
  const files = [...assets];
  if (files.some(({ writtenMs }) => writtenMs >= trustedBeforeMs)) return undefined;
  const stamps = files.map(({ path, stamp }) => `${path} ${stamp}`);
  const surroundings = sha256(`${settings.key}\n${stamps.join('\n')}\n${JSON.stringify(names)}`);
  const keys = Object.values<IndexedFolder>(folders).map(({ key }) => key);
  return { surroundings, all: sha256(`${surroundings}\n${keys.join('\n')}`) };
}

/** Folders whose texts have changed; nothing when folders have come or gone. */
export function changedFolders(known: SourceIndex, now: SourceIndex): readonly SourcePath[] | undefined {
  const paths = Object.keys(now.folders) as SourcePath[];
  if (paths.length !== Object.keys(known.folders).length) return undefined;
  if (paths.some((path) => known.folders[path] === undefined)) return undefined;
  return paths.filter((path) => known.folders[path]?.key !== now.folders[path]?.key);
}

export interface Indexing {
  /** Digest of what the texts of all folders depend on. */
  readonly context: string;
  /** Files that were written later are read anew by the next build. */
  readonly trustedBeforeMs: number;
}

/** @param digestOf asked for the digest of each text that is not known to be as it was */
export function indexFolder(
  texts: readonly FoundText[],
  known: IndexedFolder | undefined,
  { context, trustedBeforeMs }: Indexing,
  digestOf: (text: FoundText) => string = digestOfFile,
): IndexedFolder {
  const indexText = (text: FoundText): IndexedText => {
    if (text.unread) return { stamp: '', digest: 'unread' };
    const before = known?.texts[text.path];
    if (before !== undefined && before.stamp === text.stamp) return before;
    return { stamp: text.writtenMs < trustedBeforeMs ? text.stamp : '', digest: digestOf(text) };
  };
  const entries = texts.map((text) => [text.path, indexText(text)] as const);
  const key = sha256(
    `${context}\n${entries.map(([path, { digest }]) => `${path} ${digest}`).join('\n')}`,
  ).slice(0, 32);
  return { key, texts: Object.fromEntries(entries) };
}

const digestOfFile = ({ absolutePath }: FoundText): string => digestOfText(readFileSync(absolutePath));

/** As an index has it. */
export const digestOfText = (bytes: Uint8Array): string => sha256(bytes).slice(0, 32);
