/**
 * Reads JSON that comes from elsewhere, value by value, and says where it is not as it should be.
 */
import type { Sha256 } from '../paths.ts';
import type { Digest } from './release-record.ts';

/** What came is not what was agreed on; `message` says where, as a part of a sentence. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}

export type Fields = Readonly<Record<string, unknown>>;

/** @throws FormatError for what is no JSON */
export function parseJson(bytes: Uint8Array | string): unknown {
  try {
    return JSON.parse(
      typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    );
  } catch {
    throw new FormatError('it is not JSON, or was cut short');
  }
}

export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FormatError(`${where} is no map`);
  return value as Fields;
}

export function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new FormatError(`${where} is no list`);
  return value;
}

export function textOf(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new FormatError(`${where} is no text`);
  return value;
}

/** A whole number from 0 on. */
export function countOf(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new FormatError(`${where} is no count`);
  return value;
}

export function sha256Of(value: unknown, where: string): Sha256 {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value))
    throw new FormatError(`${where} is no SHA-256 digest`);
  return value as Sha256;
}

export function digestOf(value: unknown, where: string): Digest {
  const { sha256, bytes } = fieldsOf(value, where);
  return { sha256: sha256Of(sha256, `${where}.sha256`), bytes: countOf(bytes, `${where}.bytes`) };
}

/** @throws FormatError when another version of this project wrote it */
export function requireFormat(fields: Fields): void {
  if (fields.format !== 1) throw new FormatError('it is of a format that this version does not know');
}
