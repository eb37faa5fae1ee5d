/** Follows in a kept site from the trusted root to its pointer again, with what lies there alone. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FormatError } from '../../model/release/plain-json.ts';
import { parsePointer } from '../../model/release/record-file.ts';
import type { ReleasePointer } from '../../model/release/release-record.ts';
import { TrustError } from '../../trust/trust-error.ts';
import { verifyTrust } from '../../trust/verify-trust.ts';
import { kindAt } from './place-file.ts';

export interface Proof {
  readonly pointer: ReleasePointer;
  readonly pointerBytes: Uint8Array;
  /** Metadata and the signed pointer, by their published paths. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Returns what is proven, or why it is not, as the end of a sentence. When something was signed and how long it was valid does not
 * matter here: it was accepted when it came.
 *
 * @param folder with files by their published paths: a site, or `trust/`
 * @param onAccepted told of each file that is right, whatever is wrong with those after it
 */
export async function prove(
  folder: string,
  root: Uint8Array,
  onAccepted: (path: string, bytes: Uint8Array) => void = () => {},
): Promise<Proof | string> {
  const read = async (name: string, maxBytes: number): Promise<Uint8Array | undefined> => {
    const file = path.join(folder, name);
    if ((await kindAt(file)) !== 'file') return undefined;
    // Too long is all that needs to be known of it.
    return (await stat(file)).size > maxBytes ? Buffer.alloc(maxBytes + 1) : readFile(file);
  };
  try {
    const { pointer, files } = await verifyTrust({ read, root, now: beforeEverything, onAccepted });
    return { pointer: parsePointer(pointer), pointerBytes: pointer, files };
  } catch (error) {
    if (!(error instanceof TrustError) && !(error instanceof FormatError)) throw error;
    // Of a fault of trust only its first sentence: the ways out are those of a synchronisation.
    return error.message.replace(/(?<=\.) .*/s, '');
  }
}

/** Nothing has expired by then. */
const beforeEverything = new Date(0);
