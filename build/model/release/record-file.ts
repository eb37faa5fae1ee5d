/** The files of a record and of a pointer. Both are small, and written for people to read as well. */
import {
  countOf,
  digestOf,
  FormatError,
  fieldsOf,
  listOf,
  parseJson,
  requireFormat,
  sha256Of,
  textOf,
} from './plain-json.ts';
import type { PreviousRelease, ReleasePointer, ReleaseRecord, Withdrawn } from './release-record.ts';

export const formatJson = (value: ReleaseRecord | ReleasePointer): string =>
  `${JSON.stringify(value, null, 2)}\n`;

/** @throws FormatError */
export function parseRecord(content: Uint8Array | string): ReleaseRecord {
  const fields = fieldsOf(parseJson(content), 'it');
  requireFormat(fields);
  const versions = fieldsOf(fields.versions, 'versions');
  const counts = fieldsOf(fields.counts, 'counts');
  const { revision, previous, rollbackTo, trial } = fields;
  return {
    format: 1,
    country: textOf(fields.country, 'country'),
    sequence: countOf(fields.sequence, 'sequence'),
    released: instantOf(fields.released, 'released'),
    url: textOf(fields.url, 'url'),
    site: sha256Of(fields.site, 'site'),
    manifest: digestOf(fields.manifest, 'manifest'),
    ...(revision !== undefined && { revision: parseRevision(revision) }),
    versions: {
      passport: textOf(versions.passport, 'versions.passport'),
      node: textOf(versions.node, 'versions.node'),
      packages: sha256Of(versions.packages, 'versions.packages'),
    },
    counts: {
      files: countOf(counts.files, 'counts.files'),
      bytes: countOf(counts.bytes, 'counts.bytes'),
      pages: countOf(counts.pages, 'counts.pages'),
    },
    ...(previous !== undefined && { previous: parsePrevious(previous) }),
    ...(rollbackTo !== undefined && { rollbackTo: countOf(rollbackTo, 'rollbackTo') }),
    ...(trial === true && { trial }),
  };
}

function parseRevision(value: unknown): { readonly commit: string; readonly isClean: boolean } {
  const { commit, isClean } = fieldsOf(value, 'revision');
  const text = textOf(commit, 'revision.commit');
  if (!/^[0-9a-f]{40,64}$/.test(text)) throw new FormatError('revision.commit is no commit');
  return { commit: text, isClean: isClean === true };
}

/** @throws FormatError */
export function parsePointer(content: Uint8Array | string): ReleasePointer {
  const fields = fieldsOf(parseJson(content), 'it');
  requireFormat(fields);
  const deltas = Object.entries(fieldsOf(fields.deltas, 'deltas')).map(
    ([from, delta]) => [sha256Of(from, 'deltas'), digestOf(delta, `deltas.${from}`)] as const,
  );
  return {
    format: 1,
    country: textOf(fields.country, 'country'),
    sequence: countOf(fields.sequence, 'sequence'),
    released: instantOf(fields.released, 'released'),
    record: digestOf(fields.record, 'record'),
    manifest: digestOf(fields.manifest, 'manifest'),
    deltas: Object.fromEntries(deltas),
    withdrawn: parseWithdrawn(fields.withdrawn),
  };
}

function parsePrevious(value: unknown): PreviousRelease {
  const { sequence } = fieldsOf(value, 'previous');
  return { sequence: countOf(sequence, 'previous.sequence'), ...digestOf(value, 'previous') };
}

function parseWithdrawn(value: unknown): Withdrawn {
  const { digests, paths } = fieldsOf(value, 'withdrawn');
  return {
    digests: listOf(digests, 'withdrawn.digests').map((digest) => sha256Of(digest, 'withdrawn.digests')),
    paths: listOf(paths, 'withdrawn.paths').map((path) => textOf(path, 'withdrawn.paths')),
  };
}

function instantOf(value: unknown, where: string): string {
  const text = textOf(value, where);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new FormatError(`${where} is no instant`);
  return text;
}
