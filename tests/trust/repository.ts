/**
 * Metadata of TUF as anybody might sign it: what this project's own publisher would never make, under keys that the root names.
 */
import { sign } from 'node:crypto';
import { sha256 } from '../../build/model/paths.ts';
import { type KeyPair, newKeyPair, tufKey } from '../../build/trust/key-pair.ts';
import { type OnlineRole, type Role, roles } from '../../build/trust/roles.ts';
import { TrustError, type TrustFault } from '../../build/trust/trust-error.ts';
import type { TrustRequest } from '../../build/trust/verify-trust.ts';
import { dayOf, follow, pointerOf } from './publisher.ts';

type Json = Readonly<Record<string, unknown>>;

/** What one piece of metadata says other than usual, and who signs it. */
export interface Deviation {
  readonly fields?: Json;
  readonly signers?: readonly KeyPair[];
}

export interface RootDeviation extends Deviation {
  /** The keys of roles, where they change. */
  readonly keys?: Partial<Record<Role, readonly KeyPair[]>>;
  readonly thresholds?: Partial<Record<Role, number>>;
}

export interface Repository {
  /** What is published, by its path. */
  readonly files: Map<string, Uint8Array>;
  /** Version 1, which a client brings along. */
  readonly first: Uint8Array;
  /** The keys that sign for each role now. */
  readonly keys: Readonly<Record<Role, readonly KeyPair[]>>;
  /** The versions that were published last. */
  readonly versions: Readonly<Record<Role, number>>;
  /** Publishes the next root, signed by the keys before and after. */
  nextRoot(deviation?: RootDeviation): void;
  /** Publishes targets, a snapshot and a timestamp, each with the next version. */
  release(pointer: string, deviations?: Partial<Record<OnlineRole, Deviation>>): void;
  /** Publishes a snapshot and a timestamp for the targets that are there. */
  snapshot(deviations?: Partial<Record<'snapshot' | 'timestamp', Deviation>>): void;
  timestamp(deviation?: Deviation): void;
}

/** For a year in days; all of them begin on day 0. */
const lifetimesDays: Readonly<Record<Role, number>> = {
  root: 365,
  targets: 180,
  snapshot: 30,
  timestamp: 14,
};

const instant = (day: number): string => `${dayOf(day).toISOString().slice(0, 19)}Z`;

export function repository(): Repository {
  const files = new Map<string, Uint8Array>();
  const keys: Record<Role, readonly KeyPair[]> = {
    root: [newKeyPair(), newKeyPair(), newKeyPair()],
    targets: [newKeyPair()],
    snapshot: [newKeyPair()],
    timestamp: [newKeyPair()],
  };
  const thresholds: Record<Role, number> = { root: 2, targets: 1, snapshot: 1, timestamp: 1 };
  const versions: Record<Role, number> = { root: 0, targets: 0, snapshot: 0, timestamp: 0 };
  const publish = (
    role: Role,
    path: (version: number) => string,
    deviation: Deviation,
    fields: Json,
  ): Json => {
    const version = versions[role] + 1;
    const common = { _type: role, spec_version: '1.0.31', expires: instant(lifetimesDays[role]) };
    const signed = { ...common, version, ...fields, ...deviation.fields };
    versions[role] = Number.isSafeInteger(signed.version) ? signed.version : version;
    const bytes = signedBytes(signed, deviation.signers ?? keys[role]);
    files.set(path(signed.version), bytes);
    return { version: signed.version, length: bytes.length, hashes: { sha256: sha256(bytes) } };
  };
  let [targetsMeta, snapshotMeta]: Json[] = [];
  const self: Repository = {
    files,
    keys,
    versions,
    get first() {
      return files.get('metadata/1.root.json') ?? Buffer.of();
    },
    nextRoot({ keys: changed = {}, thresholds: changedThresholds = {}, ...deviation } = {}) {
      const before = keys.root;
      Object.assign(keys, changed);
      Object.assign(thresholds, changedThresholds);
      const signers = deviation.signers ?? [...new Set([...before, ...keys.root])];
      publish(
        'root',
        (version) => `metadata/${version}.root.json`,
        { ...deviation, signers },
        rootFields(keys, thresholds),
      );
    },
    release(pointer, deviations = {}) {
      const hash = sha256(pointer);
      files.set(`targets/${hash}.release.json`, Buffer.from(pointer));
      const targets = { 'release.json': { length: pointer.length, hashes: { sha256: hash } } };
      targetsMeta = publish(
        'targets',
        (version) => `metadata/${version}.targets.json`,
        deviations.targets ?? {},
        {
          targets,
        },
      );
      self.snapshot(deviations);
    },
    snapshot(deviations = {}) {
      snapshotMeta = publish(
        'snapshot',
        (version) => `metadata/${version}.snapshot.json`,
        deviations.snapshot ?? {},
        { meta: { 'targets.json': targetsMeta } },
      );
      self.timestamp(deviations.timestamp);
    },
    timestamp(deviation = {}) {
      publish('timestamp', () => 'metadata/timestamp.json', deviation, {
        meta: { 'snapshot.json': snapshotMeta },
      });
    },
  };
  self.nextRoot();
  return self;
}

function rootFields(
  keys: Readonly<Record<Role, readonly KeyPair[]>>,
  thresholds: Readonly<Record<Role, number>>,
): Json {
  const named = roles.flatMap((role) => keys[role].map((pair) => [pair.id, tufKey(pair).toJSON()]));
  const given = roles.map((role) => [
    role,
    { keyids: keys[role].map(({ id }) => id), threshold: thresholds[role] },
  ]);
  return {
    consistent_snapshot: true,
    country: 'kg',
    keys: Object.fromEntries(named),
    roles: Object.fromEntries(given),
  };
}

export function signedBytes(signed: Json, signers: readonly KeyPair[]): Buffer {
  const data = Buffer.from(canonical(signed));
  const signatures = signers.map(({ id, privateKey }) => ({
    keyid: id,
    sig: sign(null, data, privateKey).toString('hex'),
  }));
  return Buffer.from(JSON.stringify({ signatures, signed }));
}

/** Canonical JSON, as far as texts have no quotes in them. */
const canonical = (value: unknown): string => JSON.stringify(value, sortedKeys);

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** A client, which remembers what counted for it, as the specification demands. */
export interface Client {
  readonly known: Map<string, Uint8Array>;
  /** Returns the pointer, or the fault that was found. */
  refresh(day?: number, request?: Partial<TrustRequest>): Promise<string>;
  /** The versions that it trusts, after a fault as well; 0 where it has none. */
  trusted(): Readonly<Record<Role, number>>;
  /** What it asked for last. */
  readonly asked: string[];
}

export function clientOf({ files, first }: Pick<Repository, 'files' | 'first'>): Client {
  const known = new Map<string, Uint8Array>();
  const asked: string[] = [];
  return {
    known,
    asked,
    async refresh(day = 0, request = {}) {
      asked.splice(0);
      const read = async (name: string): Promise<Uint8Array | undefined> => {
        asked.push(name);
        return files.get(name);
      };
      const onAccepted = (name: string, bytes: Uint8Array): void => void known.set(name, bytes);
      try {
        return pointerOf(
          await follow(files, first, day, { known: new Map(known), read, onAccepted, ...request }),
        );
      } catch (error) {
        if (error instanceof TrustError) return `${error.fault}: ${error.message}`;
        throw error;
      }
    },
    trusted: () => ({
      root: highest(known, 'root') || 1,
      targets: highest(known, 'targets'),
      snapshot: highest(known, 'snapshot'),
      timestamp: versionIn(known.get('metadata/timestamp.json')),
    }),
  };
}

const highest = (known: ReadonlyMap<string, Uint8Array>, role: Role): number =>
  Math.max(
    0,
    ...[...known.keys()].map((name) => Number(new RegExp(`/(\\d+)\\.${role}\\.json$`).exec(name)?.[1] ?? 0)),
  );

const versionIn = (bytes: Uint8Array | undefined): number =>
  bytes === undefined ? 0 : Number(JSON.parse(Buffer.from(bytes).toString()).signed.version);

/** The beginning of what `refresh` returns. */
export const fault = (name: TrustFault): RegExp => new RegExp(`^${name}: `);
