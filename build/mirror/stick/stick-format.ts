/**
 * A release on a memory stick: a folder with a few large files, since FAT32 takes minutes for a hundred thousand small ones, knows no
 * links and holds none of 4 GiB.
 *
 * `passport-kg-12/` holds `part-001.bin` …, which joined are the published files one after the other, in the order of their paths;
 * `files.txt`, a line for each: path, where it begins, bytes; and `index.json`, written last. Nothing in it is trusted: it is read as
 * an upstream is, and never says which file to open.
 */
import type { Sha256 } from '../../model/paths.ts';
import {
  countOf,
  FormatError,
  fieldsOf,
  parseJson,
  requireFormat,
  sha256Of,
  textOf,
} from '../../model/release/plain-json.ts';

export interface StickIndex {
  readonly format: 1;
  /** `kg` */
  readonly country: string;
  readonly sequence: number;
  /** Where it holds only what that release does not have. */
  readonly since?: { readonly sequence: number; readonly manifest: Sha256 };
  readonly files: number;
  /** Of all parts. */
  readonly bytes: number;
  /** Of each part but the last. */
  readonly partBytes: number;
  readonly tableBytes: number;
}

export const indexName = 'index.json';
export const tableName = 'files.txt';
export const partName = (number: number): string => `part-${String(number).padStart(3, '0')}.bin`;

/** `passport-kg-12`, or `passport-kg-12-from-9` with only what release 9 does not have. */
export const exportName = (country: string, sequence: number, since?: number): string =>
  `passport-${country}-${sequence}${since === undefined ? '' : `-from-${since}`}`;

export const isExportName = (name: string): boolean =>
  /^passport-[a-z]{2}-\d{1,15}(-from-\d{1,15})?$/.test(name);

/** FAT32 knows none of 4 GiB. */
export const largestPartBytes = 4 * 1024 ** 3 - 1;
/** Their names have three digits. */
export const mostParts = 999;
/** Some five million files. */
export const largestTableBytes = 512 * 1024 * 1024;

export const partsOf = ({ bytes, partBytes }: StickIndex): number => Math.ceil(bytes / partBytes);

/** @param number from 1 */
export const bytesOfPart = ({ bytes, partBytes }: StickIndex, number: number): number =>
  Math.min(partBytes, bytes - (number - 1) * partBytes);

export const formatIndex = (index: StickIndex): string => `${JSON.stringify(index, null, 2)}\n`;

/** @throws FormatError */
export function parseIndex(content: Uint8Array): StickIndex {
  const fields = fieldsOf(parseJson(content), 'it');
  requireFormat(fields);
  const { since } = fields;
  const index: StickIndex = {
    format: 1,
    country: countryOf(fields.country),
    sequence: countOf(fields.sequence, 'sequence'),
    ...(since !== undefined && { since: parseSince(since) }),
    files: countOf(fields.files, 'files'),
    bytes: countOf(fields.bytes, 'bytes'),
    partBytes: countOf(fields.partBytes, 'partBytes'),
    tableBytes: countOf(fields.tableBytes, 'tableBytes'),
  };
  if (index.partBytes < 1 || index.partBytes > largestPartBytes || partsOf(index) > mostParts)
    throw new FormatError('its parts are none that an export has');
  if (index.tableBytes > largestTableBytes) throw new FormatError('it names more files than any release has');
  return index;
}

function countryOf(value: unknown): string {
  const country = textOf(value, 'country');
  if (!/^[a-z]{2}$/.test(country)) throw new FormatError('country is none');
  return country;
}

function parseSince(value: unknown): NonNullable<StickIndex['since']> {
  const { sequence, manifest } = fieldsOf(value, 'since');
  return { sequence: countOf(sequence, 'since.sequence'), manifest: sha256Of(manifest, 'since.manifest') };
}
