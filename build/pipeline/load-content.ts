/**
 * The content after every stage that is done once for all countries, from files or from what is kept of the last build.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Catalogue, Folder } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { LazyMap } from '../model/lazy-map.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import type { BodyLookup, RenderedBodies, RenderedBody } from '../model/rendered.ts';
import type { PlacedFile } from '../model/source.ts';
import { parseContent } from '../parse/parse.ts';
import type { ContentList, FoundText } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import type { TextContext } from '../validate/folders.ts';
import type { Settings } from '../validate/settings.ts';
import {
  type FolderRecord,
  type RecordSources,
  reviveFolder,
  type StoredBodies,
  type StoredBody,
  toRecord,
  toStoredBodies,
} from './folder-record.ts';
import type { FolderStore } from './folder-store.ts';
import { processFolder } from './process-folder.ts';
import { readSettings, settingsOf, textsOf } from './settings.ts';
import {
  digestOfText,
  type IndexedFolder,
  type Indexing,
  indexFolder,
  type SourceIndex,
} from './source-index.ts';

export interface LoadedContent {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly bodies: RenderedBodies;
  /** Texts with a fault of their own, of which only the place is known. */
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly jobs: readonly FolderJob[];
  /** With every folder. */
  readonly index: SourceIndex;
}

export interface FolderJob {
  readonly path: SourcePath;
  /** Of the folder in the index; empty while it is not indexed. */
  readonly key: string;
  readonly texts: readonly FoundText[];
}

export interface LoadOptions {
  readonly list: ContentList;
  readonly index: SourceIndex;
  readonly trustedBeforeMs: number;
  /** `false` leaves out what is said of texts without faults, see `quality/`. */
  readonly quality?: boolean;
  readonly store?: FolderStore;
  /** Processes folders elsewhere and keeps them in the store; without it they are processed here, one after the other. */
  readonly processMany?: (
    jobs: readonly FolderJob[],
    context: TextContext,
    indexing: Indexing,
  ) => Promise<readonly IndexedRecord[]>;
}

export interface IndexedRecord {
  readonly indexed: IndexedFolder;
  readonly record: FolderRecord;
}

/**
 * Tells what of the content has changed.
 *
 * @param program digest of the program
 * @param known of the last build with the same program; without it the folders are left to whoever processes them
 */
export function indexContent(
  list: ContentList,
  program: string,
  known: SourceIndex | undefined,
  trustedBeforeMs: number,
): SourceIndex {
  const indexing = { context: program, trustedBeforeMs };
  const settings = indexFolder(settingsOf(list), known?.settings, indexing);
  const folders: Record<SourcePath, IndexedFolder> = {};
  if (known === undefined) return { settings, folders };
  for (const [path, texts] of Map.groupBy(textsOf(list), (text) => folderOf(text.path)))
    folders[path] = indexFolder(texts, known.folders[path], { ...indexing, context: settings.key });
  return { settings, folders };
}

export async function loadContent(options: LoadOptions): Promise<LoadedContent> {
  const { list } = options;
  const { settings: whole, ...read } = readSettings(list);
  const settings = options.quality === false ? withoutQuality(whole) : whole;
  const { index, records } = await recordsOf(settings.forTexts, options);
  const jobs = jobsOf(list, index);
  const made = [...records.values()];
  return {
    ...reviveContent(settings, jobs, records, options.store),
    settings,
    jobs,
    index,
    unreadable: [...read.unreadable, ...made.flatMap((record) => record.unreadable)],
    diagnostics: [...list.diagnostics, ...read.diagnostics, ...made.flatMap((record) => record.diagnostics)],
  };
}

function withoutQuality(settings: Settings): Settings {
  const { glossary: _, ...forTexts } = settings.forTexts;
  return { ...settings, forTexts };
}

/** The texts of each folder, with the key that tells whether they have changed. */
export function jobsOf(list: Pick<ContentList, 'texts'>, index: SourceIndex): readonly FolderJob[] {
  const byFolder = Map.groupBy(textsOf(list), (text) => folderOf(text.path));
  return [...byFolder].map(([path, texts]) => ({ path, key: index.folders[path]?.key ?? '', texts }));
}

/** Content that is known to have no errors: each folder is fetched when somebody asks for it. */
export function recallContent(
  { forTexts, ...settings }: Settings,
  jobs: readonly FolderJob[],
  store: FolderStore,
): Pick<LoadedContent, 'catalogue'> & { readonly bodies: BodyLookup } {
  const sources = sourcesOf(jobs, forTexts, store);
  const byPath = new Map(jobs.map((job) => [job.path, job]));
  const revived = new LazyMap(byPath.keys(), (path) => {
    const job = byPath.get(path) as FolderJob;
    return reviveFolder(store.record(path, job.key) ?? processHere(job, forTexts, store), sources);
  });
  const folders = new LazyMap(revived.keys(), (path) => {
    const folder = revived.get(path)?.folder;
    if (folder === undefined) throw new TypeError(`${path} has no text that can be read`);
    return folder;
  });
  return {
    catalogue: { ...settings, folders },
    bodies: { get: (path) => revived.get(folderOf(path))?.bodies.get(path) },
  };
}

/** Brings kept records to life; bodies and the places of faults are fetched when somebody asks for them. */
function reviveContent(
  { forTexts, ...settings }: Settings,
  jobs: readonly FolderJob[],
  records: ReadonlyMap<SourcePath, FolderRecord>,
  store?: FolderStore,
): Pick<LoadedContent, 'catalogue' | 'bodies'> {
  const folders = new Map<SourcePath, Folder>();
  const bodies = new Map<SourcePath, RenderedBody>();
  const sources = sourcesOf(jobs, forTexts, store);
  for (const { path } of jobs) {
    const record = records.get(path);
    if (record === undefined) throw new TypeError(`${path} was not processed`);
    const revived = reviveFolder(record, sources);
    if (revived.folder !== undefined) folders.set(path, revived.folder);
    for (const [key, body] of revived.bodies) bodies.set(key, body);
  }
  return { catalogue: { ...settings, folders }, bodies };
}

/** Sorted as the folders of the list are. */
async function recordsOf(
  context: TextContext,
  { list, index, trustedBeforeMs, store, processMany }: LoadOptions,
): Promise<{ readonly index: SourceIndex; readonly records: ReadonlyMap<SourcePath, FolderRecord> }> {
  const indexing: Indexing = { context: index.settings.key, trustedBeforeMs };
  const jobs = jobsOf(list, index);
  const kept = new Map<SourcePath, FolderRecord>();
  for (const { path, key } of jobs) {
    const record = key === '' ? undefined : store?.record(path, key);
    if (record !== undefined) kept.set(path, record);
  }
  const missing = jobs.filter(({ path }) => !kept.has(path));
  const processed =
    processMany === undefined
      ? missing.map((job) => indexAndProcess(job, context, indexing, store))
      : await processMany(missing, context, indexing);
  const made = new Map(missing.map(({ path }, at) => [path, processed[at] as IndexedRecord]));
  return {
    index: {
      ...index,
      folders: Object.fromEntries(
        jobs.map(({ path }) => [path, made.get(path)?.indexed ?? (index.folders[path] as IndexedFolder)]),
      ),
    },
    records: new Map(
      jobs.map(({ path }) => [path, made.get(path)?.record ?? (kept.get(path) as FolderRecord)]),
    ),
  };
}

/** Processes a folder and keeps the result. */
export function processHere(job: FolderJob, context: TextContext, store?: FolderStore): FolderRecord {
  const processed = processFolder(job.path, job.texts, context);
  return store?.keep(job.path, job.key, processed) ?? toRecord(processed);
}

/** The same, for a folder that is indexed as it is read: nothing is read twice, and the key is that of what was processed. */
export function indexAndProcess(
  { path, texts }: FolderJob,
  context: TextContext,
  indexing: Indexing,
  store?: FolderStore,
): IndexedRecord {
  const digests = new Map<SourcePath, string>();
  const processed = processFolder(path, texts, context, (text, bytes) =>
    digests.set(text, digestOfText(bytes)),
  );
  const indexed = indexFolder(texts, undefined, indexing, (text) => digests.get(text.path) ?? '');
  return { indexed, record: store?.keep(path, indexed.key, processed) ?? toRecord(processed) };
}

/** What is not in the records: bodies from the store, else made again; documents read again. */
function sourcesOf(jobs: readonly FolderJob[], context: TextContext, store?: FolderStore): RecordSources {
  const byFolder = new Map(jobs.map((job) => [job.path, job]));
  const jobOf = (path: SourcePath): FolderJob => {
    const job = byFolder.get(folderOf(path));
    if (job === undefined) throw new TypeError(`${path} is not in the content`);
    return job;
  };
  const bodiesOf = ({ path, key, texts }: FolderJob): StoredBodies =>
    store?.bodies(path, key) ?? toStoredBodies(processFolder(path, texts, context).bodies);
  // Pages are written entry by entry, so that the last one is worth keeping, and more are not worth their memory.
  let last: { readonly job: FolderJob; readonly bodies: StoredBodies } | undefined;
  return {
    body(path) {
      const job = jobOf(path);
      if (last?.job !== job) last = { job, bodies: bodiesOf(job) };
      return last.bodies[path] ?? emptyBody;
    },
    document(path) {
      const found = jobOf(path).texts.filter((text) => text.path === path);
      const [document] = parseContent(readTexts(found).files).documents;
      if (document === undefined) throw new TypeError(`${path} can no longer be read`);
      return document as Document;
    },
  };
}

const emptyBody: StoredBody = { parts: [], quizzes: [], plainText: '' };

/** For `JSON.stringify`, which knows neither. */
export const plainMaps = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value;
