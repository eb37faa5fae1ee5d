/** Which keys sign for a country, whether they are at hand, and until when what they signed holds. */
import { wordTable } from '../cli/format-table.ts';
import { fingerprintOf } from './create-keys.ts';
import { type Expiry, expiriesOf, expiryWarnings } from './expiries.ts';
import { shortId } from './key-pair.ts';
import { remarksOf } from './metadata.ts';
import type { SigningKeys } from './open-keys.ts';
import { type Role, roles } from './roles.ts';
import type { RootChain } from './root-chain.ts';

export interface KeysStatus {
  readonly country: string;
  readonly isTrial: boolean;
  /** Of the first root, by which mirrors begin. */
  readonly fingerprint: string;
  readonly rootVersion: number;
  readonly roles: readonly RoleStatus[];
  readonly warnings: readonly string[];
}

interface RoleStatus {
  readonly role: Role;
  readonly threshold: number;
  readonly keys: readonly { readonly id: string; readonly isAtHand: boolean }[];
  /** Absent where nothing was signed yet. */
  readonly expiry?: Expiry;
}

/** @param metadata files of a release by their paths; may be empty */
export function keysStatus(
  country: string,
  chain: RootChain,
  keys: SigningKeys,
  metadata: ReadonlyMap<string, Uint8Array>,
  now: Date,
): KeysStatus {
  const root = chain.newest.signed;
  const expiries = expiriesOf(chain, metadata, now);
  return {
    country,
    isTrial: remarksOf(root).isTrial,
    fingerprint: fingerprintOf(chain.all[0] ?? new Uint8Array()),
    rootVersion: root.version,
    roles: roles.map((role) => {
      const { keyIDs = [], threshold = 1 } = root.roles[role] ?? {};
      const expiry = expiries.find((one) => one.role === role);
      return {
        role,
        threshold,
        keys: keyIDs.map((id) => ({ id, isAtHand: keys.roleOf(id) === role })),
        ...(expiry !== undefined && { expiry }),
      };
    }),
    warnings: [...expiryWarnings(expiries, country, now), ...keys.warnings],
  };
}

/** Whether something has expired, or is past half of its life. */
export const isDue = (status: KeysStatus): boolean =>
  status.roles.some(({ expiry }) => expiry !== undefined && expiry.state !== 'good');

export function formatKeysStatus(status: KeysStatus): string {
  const rows = status.roles.flatMap(({ role, threshold, keys, expiry }) =>
    keys.map(({ id, isAtHand }, index) => [
      index === 0 ? role : '',
      index === 0 ? `${threshold} of ${keys.length}` : '',
      shortId(id),
      isAtHand ? 'at hand' : 'elsewhere',
      index > 0 ? '' : expiry === undefined ? 'nothing signed' : `version ${expiry.version}`,
      index > 0 || expiry === undefined ? '' : `${words[expiry.state]} ${expiry.expires.slice(0, 10)}`,
    ]),
  );
  return [
    `${status.country}: version ${status.rootVersion} of the root${status.isTrial ? ', with keys for trying out: nothing for the public' : ''}`,
    '',
    ...wordTable(rows),
    '',
    `For mirrors: --root ${status.fingerprint}`,
  ].join('\n');
}

const words = { good: 'until', due: 'due, until', expired: 'expired on' } as const;
