/** Gets what is known of a release beside its files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import { sha256 } from '../../model/paths.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parseRecord } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { ReleasePointer, ReleaseRecord } from '../../model/release/release-record.ts';
import { SourceError } from '../sources/source.ts';
import type { KeptRelease } from './kept-releases.ts';
import type { ReleaseParts } from './obtain-manifest.ts';

export interface ObtainedRecord {
  readonly record: ReleaseRecord;
  readonly bytes: Uint8Array;
}

/** Above what honest records have, which are for people to read. */
const mostRecordBytes = 256 * 1024;

/** @throws EnvironmentError when no source has it, and for one that says something else than its pointer */
export async function obtainRecord(
  current: KeptRelease | undefined,
  parts: ReleaseParts,
): Promise<ObtainedRecord> {
  const { pointer } = parts;
  const bytes = (await readHere(current, pointer)) ?? (await readFrom(parts));
  try {
    const record = parseRecord(bytes);
    const { country, sequence, released, manifest } = record;
    const isOf =
      country === pointer.country &&
      sequence === pointer.sequence &&
      released === pointer.released &&
      manifest.sha256 === pointer.manifest.sha256;
    if (!isOf) throw new FormatError('it is of another release');
    return { record, bytes };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(
      `The record of release ${pointer.sequence} cannot be used: ${error.message}. It is signed, so that no other source has a better one: tell those who publish it.`,
    );
  }
}

async function readHere(
  current: KeptRelease | undefined,
  { sequence, record }: ReleasePointer,
): Promise<Uint8Array | undefined> {
  if (current?.sequence !== sequence) return undefined;
  const bytes = await readFile(path.join(current.folder, releasePaths.record(sequence))).catch(
    () => undefined,
  );
  return bytes !== undefined && sha256(bytes) === record.sha256 ? bytes : undefined;
}

async function readFrom({ pointer, sources, warn, signal }: ReleaseParts): Promise<Uint8Array> {
  const name = releasePaths.record(pointer.sequence);
  let fault = 'No source has it.';
  for (const source of sources) {
    signal.throwIfAborted();
    try {
      const bytes = await source.read(name, mostRecordBytes);
      if (bytes !== undefined && sha256(bytes) === pointer.record.sha256) return bytes;
      if (bytes === undefined) continue;
      fault = `${source.name}: ${name} is not what the signed release names.`;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      fault = error.message;
    }
    warn(fault);
  }
  throw new EnvironmentError(
    `The record of release ${pointer.sequence} could not be fetched. ${fault} Try again in some minutes, or add another upstream.`,
  );
}
