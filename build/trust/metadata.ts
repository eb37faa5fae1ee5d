/**
 * Metadata of TUF as bytes, and what this project adds to it: when something was signed, of which country a root is, and whether it
 * is only for trying out. Others leave such fields alone (The Update Framework, 4.1).
 */
import { Metadata, MetadataKind, type Root } from '@tufjs/models';
import { EnvironmentError } from '../cli/errors.ts';
import type { Signed } from './key-pair.ts';
import { defaultLifetimesDays, type Role } from './roles.ts';

/** Of the specification that is kept. */
export const specVersion = '1.0.31';

const dayMs = 24 * 60 * 60 * 1000;

export interface Validity {
  readonly issued: string;
  readonly expires: string;
}

/** From now on, for some days; to the second, as TUF has it. */
export const validityOf = (now: Date, days: number): Validity => ({
  issued: instant(now.getTime()),
  expires: instant(now.getTime() + days * dayMs),
});

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The instant between the beginning of its life and its end. */
export function halfLifeOf(signed: Signed): Date {
  const end = Date.parse(signed.expires);
  const { issued } = signed.unrecognizedFields;
  const begin = typeof issued === 'string' ? Date.parse(issued) : Number.NaN;
  return new Date(
    Number.isNaN(begin) ? end - (defaultLifetimesDays[signed.type as Role] * dayMs) / 2 : (begin + end) / 2,
  );
}

/** The same metadata gives the same bytes, in whatever order it was signed. */
export function bytesOf(metadata: Metadata<Signed>): Buffer {
  const { signatures, ...rest } = metadata.toJSON();
  const sorted = Object.values(metadata.signatures)
    .toSorted((one, other) => (one.keyID < other.keyID ? -1 : 1))
    .map((signature) => signature.toJSON());
  return Buffer.from(`${JSON.stringify({ signatures: signatures && sorted, ...rest })}\n`);
}

/** @throws EnvironmentError when the bytes are no metadata of this role */
const parserOf =
  <T extends Signed>(read: (json: JSONObject) => Metadata<T>) =>
  (bytes: Uint8Array, file: string): Metadata<T> => {
    try {
      return read(JSON.parse(Buffer.from(bytes).toString('utf8')));
    } catch {
      throw new EnvironmentError(
        `${file} is damaged: it does not hold what its name says. Fetch it again from where it is published, or from a copy.`,
      );
    }
  };

type JSONObject = Parameters<typeof Metadata.fromJSON>[1];

export const parseRoot = parserOf((json) => Metadata.fromJSON(MetadataKind.Root, json));
export const parseTargets = parserOf((json) => Metadata.fromJSON(MetadataKind.Targets, json));
export const parseSnapshot = parserOf((json) => Metadata.fromJSON(MetadataKind.Snapshot, json));
export const parseTimestamp = parserOf((json) => Metadata.fromJSON(MetadataKind.Timestamp, json));

/** What a root says beside its keys. */
export interface RootRemarks {
  readonly country: string;
  readonly isTrial: boolean;
}

export function remarksOf(root: Root): RootRemarks {
  const { country, trial } = root.unrecognizedFields;
  return { country: typeof country === 'string' ? country : '', isTrial: trial === true };
}

/** Whether root metadata is of keys that anybody at that computer can use. */
export const isTrial = (root: Uint8Array): boolean => remarksOf(parseRoot(root, 'the root').signed).isTrial;

/** How many of the keys of a role have signed, and how many must have. */
export interface Signatures {
  readonly count: number;
  readonly threshold: number;
}

export function signaturesOf(root: Root, role: Role, metadata: Metadata<Signed>): Signatures {
  const { keyIDs = [], threshold = 1 } = root.roles[role] ?? {};
  const valid = keyIDs.filter((id) => {
    try {
      root.keys[id]?.verifySignature(metadata);
      return root.keys[id] !== undefined;
    } catch {
      return false;
    }
  });
  return { count: valid.length, threshold };
}

export function isAccepted(root: Root, role: Role, metadata: Metadata<Signed>): boolean {
  const { count, threshold } = signaturesOf(root, role, metadata);
  return count >= threshold;
}
