/** Until when the metadata of a release holds, and what to do before. */
import type { Metadata } from '@tufjs/models';
import { currentMetadata } from './current-metadata.ts';
import type { Signed } from './key-pair.ts';
import { halfLifeOf } from './metadata.ts';
import { type Role, roles } from './roles.ts';
import type { RootChain } from './root-chain.ts';

export interface Expiry {
  readonly role: Role;
  readonly version: number;
  /** An instant: `2026-12-13T22:30:00Z`. */
  readonly expires: string;
  /** Past half of its life it is time to sign anew: then a fault can still be mended before anybody notices. */
  readonly state: 'good' | 'due' | 'expired';
}

/**
 * @param metadata files of a release by their paths; without a timestamp there is only the root to tell of
 * @throws EnvironmentError when what is there is damaged
 */
export function expiriesOf(
  chain: RootChain,
  metadata: ReadonlyMap<string, Uint8Array>,
  now: Date,
): readonly Expiry[] {
  const current = currentMetadata(metadata);
  const found: Partial<Record<Role, Metadata<Signed>>> = { root: chain.newest, ...current };
  return roles.flatMap((role) => {
    const signed = found[role]?.signed;
    if (signed === undefined) return [];
    const state = signed.isExpired(now) ? 'expired' : now >= halfLifeOf(signed) ? 'due' : 'good';
    return [{ role, version: signed.version, expires: signed.expires, state } as const];
  });
}

/** Says what is past half of its life, or over, and what to do: a sentence each. */
export function expiryWarnings(expiries: readonly Expiry[], country: string, now: Date): readonly string[] {
  return expiries
    .filter(({ state }) => state !== 'good')
    .map(({ role, version, expires, state }) => {
      const file = role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`;
      const what =
        state === 'expired'
          ? `${file} expired on ${expires.slice(0, 10)}: mirrors take nothing from here until it is signed anew.`
          : `${file} is past half of its life: it expires on ${expires.slice(0, 10)}, ${daysBetween(now, expires)}.`;
      return `${what} ${remedyOf(role, country)}`;
    });
}

function daysBetween(now: Date, expires: string): string {
  const days = Math.floor((Date.parse(expires) - now.getTime()) / (24 * 60 * 60 * 1000));
  return days === 0 ? 'within a day' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
}

function remedyOf(role: Role, country: string): string {
  if (role === 'root')
    return `Those who keep the root keys sign it for another year: npm run keys -- extend --country ${country}`;
  const needed = role === 'timestamp' ? '' : ` with the ${role} key at hand`;
  return `Sign it anew${needed}, and deploy: npm run keys -- renew --country ${country} --from releases/${country}`;
}
