/**
 * A processed entry as it is kept: plain data, in two parts. The record is small and read for every build; the bodies are only
 * read for the pages that are written.
 */
import type { Body } from '../../templates/model/body.ts';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Folder, Text } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import type { RenderedBodies, RenderedBody } from '../model/rendered.ts';
import type { PlacedFile } from '../model/source.ts';
import type { ProcessedFolder } from './process-texts.ts';

export interface FolderRecord {
  readonly folder?: Omit<Folder, 'texts' | 'patches'> & {
    readonly texts: readonly StoredText[];
    readonly patches: readonly StoredText[];
  };
  readonly outlines: readonly StoredOutline[];
  readonly unreadable: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

type StoredText = Pick<Text, (typeof storedFields)[number]>;

const storedFields = [
  'path',
  'place',
  'fields',
  'references',
  'contentHash',
  'fieldsDigest',
  'bodyDigest',
  'hasBody',
] as const;

/** What other texts and the checks ask of a body. */
type StoredOutline = Pick<RenderedBody, 'links' | 'images' | 'files' | 'markedQuizzes'> &
  Pick<Body, 'headings'> & {
    readonly path: SourcePath;
    readonly quizPositions: readonly (readonly [id: string, range: Range])[];
  };

/** What only the page of a text asks of its body. */
export type StoredBody = Pick<Body, 'parts' | 'quizzes' | 'plainText'>;
export type StoredBodies = Readonly<Record<SourcePath, StoredBody>>;

export function toRecord({ folder, bodies, unreadable, diagnostics }: ProcessedFolder): FolderRecord {
  return {
    ...(folder && {
      folder: {
        ...folder,
        texts: [...folder.texts.values()].map(toStoredText),
        patches: [...folder.patches.values()].map(toStoredText),
      },
    }),
    outlines: [...bodies].map(([path, { body, links, images, files, quizPositions, markedQuizzes }]) => ({
      path,
      headings: body.headings,
      links,
      images,
      files,
      quizPositions: [...quizPositions],
      markedQuizzes,
    })),
    unreadable,
    diagnostics,
  };
}

const toStoredText = (text: Text): StoredText =>
  Object.fromEntries(storedFields.map((field) => [field, text[field]])) as unknown as StoredText;

export const toStoredBodies = (bodies: RenderedBodies): StoredBodies =>
  Object.fromEntries(
    [...bodies].map(([path, { body }]) => [
      path,
      { parts: body.parts, quizzes: body.quizzes, plainText: body.plainText },
    ]),
  );

/** Where a record gets what it does not hold, when somebody asks. */
export interface RecordSources {
  /** Reads and parses the file of a text again: for the place of a fault. */
  readonly document: (path: SourcePath) => Document;
  readonly body: (path: SourcePath) => StoredBody;
}

export interface RevivedFolder {
  readonly folder?: Folder;
  readonly bodies: RenderedBodies;
}

export function reviveFolder(record: FolderRecord, sources: RecordSources): RevivedFolder {
  const { folder } = record;
  const revive = (texts: readonly StoredText[]) =>
    new Map(texts.map((text) => [text.place.locale, reviveText(text, sources)]));
  return {
    ...(folder && {
      folder: { ...folder, texts: revive(folder.texts), patches: revive(folder.patches) },
    }),
    bodies: new Map(record.outlines.map((outline) => [outline.path, reviveBody(outline, sources)])),
  };
}

function reviveText(stored: StoredText, { document }: RecordSources): Text {
  let known: Document | undefined;
  const source = (): Document => {
    known ??= document(stored.path);
    return known;
  };
  return {
    ...stored,
    get text() {
      return source().text;
    },
    get data() {
      return source().data;
    },
    get body() {
      return source().body;
    },
    get bodyLine() {
      return source().bodyLine;
    },
    get positions() {
      return source().positions;
    },
  };
}

function reviveBody(
  { path, headings, links, images, files, quizPositions, markedQuizzes }: StoredOutline,
  { body }: RecordSources,
): RenderedBody {
  return {
    links,
    images,
    files,
    quizPositions: new Map(quizPositions),
    markedQuizzes,
    body: {
      headings,
      get parts() {
        return body(path).parts;
      },
      get quizzes() {
        return body(path).quizzes;
      },
      get plainText() {
        return body(path).plainText;
      },
    },
  };
}
