/** Gets what is known of a release beside its files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import { sha256 } from '../../model/paths.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parseRecord } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { ReleasePointer, ReleaseRecord } from '../../model/release/release-record.ts';
import type { KeptRelease } from './kept-releases.ts';
import type { ReleaseParts } from './obtain-manifest.ts';
import { readSealed } from './read-sealed.ts';

export interface ObtainedRecord {
  readonly record: ReleaseRecord;
  readonly bytes: Uint8Array;
}

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

async function readFrom(parts: ReleaseParts): Promise<Uint8Array> {
  const { sequence, record } = parts.pointer;
  const name = releasePaths.record(sequence);
  const bytes = await readSealed(name, record, parts);
  if (bytes !== undefined) return bytes;
  throw new EnvironmentError(
    `The record of release ${sequence}, ${name}, is at no source. Try again in some minutes, or add another upstream.`,
  );
}
