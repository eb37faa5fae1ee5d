/** A publisher for tests: keys of a country in a folder, and what was published, in memory. */
import path from 'node:path';
import { type ChangedRoot, changeRoot } from '../../build/trust/change-root.ts';
import { type Ceremony, type CreatedKeys, createKeys } from '../../build/trust/create-keys.ts';
import { readRoots } from '../../build/trust/key-folder.ts';
import { newKeyPair } from '../../build/trust/key-pair.ts';
import { type KeyRequest, openKeys, type SigningKeys } from '../../build/trust/open-keys.ts';
import { renewTimestamp } from '../../build/trust/renew-timestamp.ts';
import type { LifetimesDays, Role } from '../../build/trust/roles.ts';
import type { RootChange } from '../../build/trust/root.ts';
import { rootChain } from '../../build/trust/root-chain.ts';
import { signRelease } from '../../build/trust/sign-release.ts';
import { type Trust, type TrustRequest, verifyTrust } from '../../build/trust/verify-trust.ts';
import { temporaryFolder } from '../support/content.ts';

/** Nothing that protects anybody; many keys are made quickly. */
export const cheapCost = { N: 2, r: 1, p: 1 } as const;
export const passphrase = 'seven swans in spring';
export const firstDay = new Date('2026-11-29T12:00:00Z');

export const dayMs = 24 * 60 * 60 * 1000;

export const dayOf = (days: number): Date => new Date(firstDay.getTime() + days * dayMs);

export interface Publisher {
  /** The folder of the keys. */
  readonly folder: string;
  readonly created: CreatedKeys;
  /** Files by their paths below the release. */
  readonly published: Map<string, Uint8Array>;
  keys(request?: Partial<KeyRequest>): Promise<SigningKeys>;
  /** @param keys those of the folder, unless others are handed in */
  release(pointer: string, day: number, keys?: SigningKeys): Promise<ReadonlyMap<string, Uint8Array>>;
  renew(day: number, keys?: SigningKeys): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Changes the root with all root keys of the folder. */
  change(change: RootChange | { rotate: Role; gone?: string }, options?: ChangeOptions): Promise<ChangedRoot>;
  /** The ids of the keys that the newest root names for a role. */
  ids(role: Role): Promise<readonly string[]>;
}

export interface ChangeOptions {
  readonly day?: number;
  readonly keys?: SigningKeys;
  readonly isProposal?: boolean;
}

export async function publisher({
  lifetimesDays,
  ...options
}: Partial<Ceremony> & { lifetimesDays?: LifetimesDays } = {}): Promise<Publisher> {
  const country = options.country ?? 'kg';
  const folder = options.folder ?? path.join(await temporaryFolder(), 'keys', country);
  const created = await createKeys({
    country,
    folder,
    now: firstDay,
    rootLifetimeDays: 365,
    rootKeys: 3,
    rootThreshold: 2,
    passphrase: async () => passphrase,
    cost: cheapCost,
    ...options,
  });
  const published = new Map<string, Uint8Array>();
  const keys = (request: Partial<KeyRequest> = {}): Promise<SigningKeys> =>
    openKeys({
      country,
      folder,
      env: { PASSPORT_KEYS_PASSPHRASE: passphrase },
      platform: process.platform,
      ...request,
    });
  const request = async (day: number, given?: SigningKeys) => ({
    country,
    metadata: published,
    roots: await readRoots(folder),
    keys: given ?? (await keys()),
    now: dayOf(day),
    ...(lifetimesDays !== undefined && { lifetimesDays }),
  });
  const publish = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> => {
    for (const [name, bytes] of files) published.set(name, bytes);
    return files;
  };
  const newest = async () => rootChain(new Map(), await readRoots(folder), country).newest.signed;
  return {
    folder,
    created,
    published,
    keys,
    release: async (pointer, day, given) =>
      publish(await signRelease({ ...(await request(day, given)), pointer: Buffer.from(pointer) })),
    renew: async (day, given) => publish(await renewTimestamp(await request(day, given))),
    async change(change, { day = 0, keys: given, isProposal = false } = {}) {
      const rotation = 'rotate' in change ? { role: change.rotate, pair: newKeyPair() } : undefined;
      const root = await newest();
      const gone = 'rotate' in change ? (change.gone ?? root.roles[change.rotate]?.keyIDs[0] ?? '') : '';
      return changeRoot({
        folder,
        newest: root,
        keys: given ?? (await keys()),
        isProposal,
        now: dayOf(day),
        lifetimeDays: 365,
        cost: cheapCost,
        change:
          'kind' in change
            ? change
            : { kind: 'replace', role: change.rotate, gone, key: rotation?.pair ?? newKeyPair() },
        ...(rotation !== undefined && { fresh: { ...rotation, passphrase } }),
      });
    },
    ids: async (role) => (await newest()).roles[role]?.keyIDs ?? [],
  };
}

/** Reads what was published as a mirror does. */
export const follow = (
  files: ReadonlyMap<string, Uint8Array>,
  root: Uint8Array,
  day: number,
  request: Partial<TrustRequest> = {},
): Promise<Trust> =>
  verifyTrust({ read: async (name) => files.get(name), root, now: dayOf(day), ...request });

/** The text of what a mirror got. */
export const pointerOf = ({ pointer }: Trust): string => Buffer.from(pointer).toString();
