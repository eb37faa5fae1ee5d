import { rename } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { obtainFile } from '../fetch/obtain-file.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import { placeWith } from './place-file.ts';
import type { Job } from './verification.ts';

/**
 * Fetches a part of a release from the first source that has it as it was signed.
 *
 * @returns false where none has
 */
export async function obtainPart(
  { paths, sources, warn, signal }: Job,
  name: string,
  digest: Digest,
  place: string,
): Promise<boolean> {
  const file = path.join(paths.incoming, `${digest.sha256}.json`);
  try {
    const isHere = await obtainFile({
      path: name,
      file,
      maxBytes: digest.bytes,
      isRight: (found) => hasDigest(found, digest),
      sources,
      onProgress: () => {},
      warn,
      signal,
    });
    if (!isHere) return false;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return false;
  }
  await placeWith(paths, place, (fresh) => rename(file, fresh));
  return true;
}
