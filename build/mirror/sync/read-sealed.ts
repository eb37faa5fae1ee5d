/** Asks for a small file whose digest is known, in one piece: the line carries it compressed, and a third of its bytes. */
import { EnvironmentError } from '../../cli/errors.ts';
import { sha256 } from '../../model/paths.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { SourceError } from '../sources/source.ts';
import type { ReleaseParts } from './obtain-manifest.ts';

/** What is larger goes on where a line has broken. */
export const mostSealedBytes = 256 * 1024;

/**
 * @param name its published path
 * @returns nothing where every source says that it has none
 * @throws EnvironmentError when one that may have it does not give it
 */
export async function readSealed(
  name: string,
  digest: Digest,
  { sources, warn, signal }: Pick<ReleaseParts, 'sources' | 'warn' | 'signal'>,
): Promise<Uint8Array | undefined> {
  let fault: string | undefined;
  for (const source of sources) {
    signal.throwIfAborted();
    try {
      const bytes = await source.read(name, mostSealedBytes);
      if (bytes === undefined) continue;
      if (sha256(bytes) === digest.sha256) return bytes;
      fault = `${source.name}: ${name} is not what the signed release names.`;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      fault = error.message;
    }
    warn(fault);
  }
  if (fault === undefined) return undefined;
  throw new EnvironmentError(`${name} could not be fetched. ${fault}`);
}
