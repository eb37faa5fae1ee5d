/**
 * Asks the sources in their order which release is the newest, and believes the first that can prove it.
 */
import { EnvironmentError } from '../../cli/errors.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parsePointer } from '../../model/release/record-file.ts';
import type { ReleasePointer } from '../../model/release/release-record.ts';
import { TrustError } from '../../trust/trust-error.ts';
import { type Trust, verifyTrust } from '../../trust/verify-trust.ts';
import { ownCommand } from '../program/this-program.ts';
import { type Source, SourceError } from '../sources/source.ts';
import { isSignedPointer, knownPointer, type TrustFiles } from './known-trust.ts';

export interface NewestRequest {
  readonly sources: readonly Source[];
  /** That the administrator has compared. */
  readonly root: Uint8Array;
  readonly known: TrustFiles;
  /** What is served now. */
  readonly current: ReleasePointer | undefined;
  readonly now: Date;
  /** Whether an expired timestamp is taken, from a stick that was long on its way. */
  readonly acceptsStale: boolean;
  /** Told of metadata that counts from now on, although its source has failed after it. */
  readonly onAccepted: (path: string, bytes: Uint8Array) => void;
  readonly warn: (sentence: string) => void;
  readonly signal: AbortSignal;
}

export interface NewestRelease {
  readonly trust: Trust;
  readonly pointer: ReleasePointer;
  /** All sources, the one that proved it first. */
  readonly sources: readonly Source[];
  readonly source: Source;
}

/** @throws EnvironmentError, a TrustError where a source gave something that is not to be believed */
export async function findNewest(request: NewestRequest): Promise<NewestRelease> {
  const { sources, warn, signal } = request;
  const faults: EnvironmentError[] = [];
  for (const source of sources) {
    signal.throwIfAborted();
    try {
      const found = await askSource(source, request);
      for (const fault of faults) warn(fault.message);
      return { ...found, source, sources: [source, ...sources.filter((other) => other !== source)] };
    } catch (error) {
      faults.push(faultOf(error, source));
    }
  }
  throw (
    faults.find((fault) => fault instanceof TrustError && fault.fault !== 'missing') ??
    faults[0] ??
    new EnvironmentError(
      `This mirror has no upstream. Name one in mirror.json under "upstreams", or bring a release on a stick: ${ownCommand} import.`,
    )
  );
}

async function askSource(
  source: Source,
  { root, known, current, now, acceptsStale, onAccepted }: NewestRequest,
): Promise<Pick<NewestRelease, 'trust' | 'pointer'>> {
  const accepted = new Map<string, Uint8Array>();
  try {
    const trust = await verifyTrust({
      read: (name, maxBytes) => source.read(name, maxBytes),
      root,
      known,
      now,
      acceptsStale,
      onAccepted: (name, bytes) => void accepted.set(name, bytes),
    });
    const pointer = parsePointer(trust.pointer);
    requireCountry(pointer, trust.country, 'its root');
    for (const before of [knownPointer(known), current])
      if (before !== undefined) requireGoesOn(pointer, before);
    return { trust, pointer };
  } catch (error) {
    // A pointer that was not believed does not count.
    for (const [name, bytes] of accepted) if (!isSignedPointer(name)) onAccepted(name, bytes);
    throw error;
  }
}

/** The signatures are right, and still it is not what comes after what is here: whoever has the keys may be somebody else. */
function requireGoesOn(pointer: ReleasePointer, before: ReleasePointer): void {
  requireCountry(pointer, before.country, 'this mirror');
  if (pointer.sequence < before.sequence)
    throw new TrustError(
      'rollback',
      `The release has the number ${pointer.sequence}, and ${before.sequence} was seen before.`,
    );
  const isSame =
    pointer.manifest.sha256 === before.manifest.sha256 && pointer.record.sha256 === before.record.sha256;
  if (pointer.sequence === before.sequence && !isSame)
    throw new TrustError('forged', `There are two releases of the number ${pointer.sequence}.`);
}

function requireCountry(pointer: ReleasePointer, country: string, whose: string): void {
  if (pointer.country !== country)
    throw new TrustError(
      'mismatch',
      `The release is of the country "${pointer.country}", and ${whose} of "${country}".`,
    );
}

/** @throws what is a fault of the program */
function faultOf(error: unknown, { name }: Source): EnvironmentError {
  if (error instanceof TrustError) return new NamedTrustError(name, error);
  if (error instanceof FormatError)
    return new EnvironmentError(
      `${name}: the signed release cannot be read: ${error.message}. A newer version of this program may be needed.`,
    );
  if (error instanceof SourceError) return new EnvironmentError(error.message);
  throw error;
}

/** Says which source it was. */
class NamedTrustError extends TrustError {
  constructor(name: string, { fault, what, isOnlyStale }: TrustError) {
    super(fault, `${name}: ${what}`, { isOnlyStale });
  }
}
