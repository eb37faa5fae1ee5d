import type { Digest } from '../../model/release/release-record.ts';
import { SourceError } from '../sources/source.ts';
import { placeWith, writeSynced } from './place-file.ts';
import { digestOf } from './read-digest.ts';
import type { Job } from './verification.ts';

/**
 * Fetches a part of a release from the first source that has it as it was signed.
 *
 * @returns false where none has
 */
export async function obtainPart(
  { paths, sources, warn, signal }: Job,
  name: string,
  { sha256, bytes }: Digest,
  place: string,
): Promise<boolean> {
  for (const source of sources) {
    signal.throwIfAborted();
    try {
      await placeWith(paths, place, async (fresh) => {
        const { offset, pieces } = await source.open(name, 0, bytes);
        await writeSynced(fresh, pieces);
        if (offset !== 0 || (await digestOf(fresh)) !== sha256)
          throw new SourceError(
            'refused',
            `${source.name} has another ${name} than the one that was signed.`,
          );
      });
      return true;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      warn(error.message);
    }
  }
  return false;
}
