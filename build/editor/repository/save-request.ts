/**
 * What a save asks for, taken from its JSON.
 */
import { isRefusal, type Refusal, refusal } from './answers.ts';
import { type ContentPath, toContentPath } from './content-path.ts';

export type RequestedChange =
  | { readonly operation: 'create'; readonly path: ContentPath; readonly bytes: Buffer }
  | {
      readonly operation: 'update';
      readonly path: ContentPath;
      readonly bytes: Buffer;
      /** Where the file lay until now, when it moves. */
      readonly from?: ContentPath;
      /** What the editor knows of the file, there where it lay. */
      readonly sha: string;
    }
  | { readonly operation: 'delete'; readonly path: ContentPath; readonly sha: string };

/** The message of a commit, in the words of the editor. */
export interface SaveRequest {
  readonly changes: readonly RequestedChange[];
  readonly message: string;
}

export function parseSaveRequest(value: unknown): SaveRequest | Refusal {
  if (!isRecord(value) || !Array.isArray(value.files) || value.files.length === 0)
    return refusal(
      422,
      'The editor named no file to save, so nothing was saved. Load the editor anew and try again.',
    );
  const changes: RequestedChange[] = [];
  for (const file of value.files) {
    const change = parseChange(file);
    if (isRefusal(change)) return change;
    changes.push(change);
  }
  const twice = firstTwice(changes.flatMap(({ path }) => path.source));
  const leftTwice = firstTwice(
    changes.flatMap((change) => ('from' in change && change.from !== undefined ? [change.from.source] : [])),
  );
  const path = twice ?? leftTwice;
  if (path !== undefined)
    return refusal(422, `content/${path} is to be changed twice in one save. Save the two one by one.`);
  return { changes, message: typeof value.message === 'string' ? value.message : '' };
}

function parseChange(file: unknown): RequestedChange | Refusal {
  if (!isRecord(file))
    return refusal(422, 'The editor sent something that is no file. Load the editor anew and try again.');
  const { operation, sha } = file;
  if (operation !== 'create' && operation !== 'update' && operation !== 'delete')
    return refusal(
      422,
      `${JSON.stringify(operation ?? '').slice(0, 40)} is nothing that can be done with a file; a file is created, updated or deleted.`,
    );
  const path = toContentPath(file.path);
  if (isRefusal(path)) return path;
  const isKnown = typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha);
  if (operation !== 'create' && !isKnown)
    return refusal(
      422,
      `The editor does not know which version of content/${path.source} you opened. Copy what you have not saved, load the editor anew, and put it in again.`,
    );
  const known = isKnown ? sha : '';
  if (operation === 'delete') return { operation, path, sha: known };
  const bytes = toBytes(file.content);
  if (bytes === undefined)
    return refusal(
      422,
      `What the editor sent for content/${path.source} is not valid base64, so nothing was saved. Try again.`,
    );
  if (operation === 'create') return { operation, path, bytes };
  if (file.from_path === undefined || file.from_path === null || file.from_path === file.path)
    return { operation, path, bytes, sha: known };
  const from = toContentPath(file.from_path);
  if (isRefusal(from)) return from;
  return { operation, path, from, bytes, sha: known };
}

/** Node takes anything for base64 and leaves out what is none. */
function toBytes(content: unknown): Buffer | undefined {
  if (typeof content !== 'string' || content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content))
    return undefined;
  return Buffer.from(content, 'base64');
}

function firstTwice(paths: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return paths.find((path) => seen.size === seen.add(path).size);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
