/** Root metadata: the first one, and what makes the next one of it. */
import { Metadata, Root } from '@tufjs/models';
import { EnvironmentError, UsageError } from '../cli/errors.ts';
import { type PublicKey, shortId, tufKey } from './key-pair.ts';
import { remarksOf, specVersion, validityOf } from './metadata.ts';
import { type Role, roles } from './roles.ts';

export interface RootKeys {
  readonly keys: readonly PublicKey[];
  /** How many of them must sign. */
  readonly threshold: number;
}

export interface NewRoot {
  readonly country: string;
  readonly roles: Readonly<Record<Role, RootKeys>>;
  readonly now: Date;
  readonly lifetimeDays: number;
  readonly isTrial?: boolean;
}

/** @throws UsageError when a role needs more signatures than it has keys */
export function firstRoot({
  country,
  roles: rolesOf,
  now,
  lifetimeDays,
  isTrial = false,
}: NewRoot): Metadata<Root> {
  return rootOf(1, { country, isTrial }, rolesOf, now, lifetimeDays);
}

export type RootChange =
  /** Puts a key into the place of another one, or beside those that the role has. */
  | { readonly kind: 'replace'; readonly role: Role; readonly gone?: string; readonly key: PublicKey }
  | { readonly kind: 'revoke'; readonly gone: string }
  /** The same keys for another year. */
  | { readonly kind: 'extend' };

/** @throws UsageError when a role would have fewer keys than must sign */
export function nextRoot(current: Root, change: RootChange, now: Date, lifetimeDays: number): Metadata<Root> {
  const changed = roles.map((role) => {
    const { keyIDs = [], threshold = 1 } = current.roles[role] ?? {};
    const gone = change.kind === 'extend' ? undefined : change.gone;
    const isOfRole = change.kind === 'revoke' || (change.kind === 'replace' && change.role === role);
    const kept = keyIDs.filter((id) => !(isOfRole && id === gone)).map((id) => publicKeyOf(current, id));
    const added = change.kind === 'replace' && change.role === role ? [change.key] : [];
    return [role, { keys: [...kept, ...added], threshold }] as const;
  });
  const rolesOf = Object.fromEntries(changed) as Record<Role, RootKeys>;
  return rootOf(current.version + 1, remarksOf(current), rolesOf, now, lifetimeDays);
}

function rootOf(
  version: number,
  { country, isTrial }: { readonly country: string; readonly isTrial: boolean },
  rolesOf: Readonly<Record<Role, RootKeys>>,
  now: Date,
  lifetimeDays: number,
): Metadata<Root> {
  for (const role of roles) {
    const { keys, threshold } = rolesOf[role];
    if (keys.length < threshold || threshold < 1)
      throw new UsageError(
        `of the ${role} keys ${threshold} must sign, and there would be ${keys.length}. Put a new key into the place of an old one: npm run keys -- rotate --role ${role}`,
      );
  }
  const { issued, expires } = validityOf(now, lifetimeDays);
  const keys = roles.flatMap((role) =>
    rolesOf[role].keys.map((key) => [key.id, tufKey(key).toJSON()] as const),
  );
  const keyIds = roles.map((role) => {
    const { keys: ofRole, threshold } = rolesOf[role];
    return [role, { keyids: ofRole.map(({ id }) => id), threshold }] as const;
  });
  return new Metadata(
    Root.fromJSON({
      _type: 'root',
      spec_version: specVersion,
      version,
      expires,
      consistent_snapshot: true,
      keys: Object.fromEntries(keys),
      roles: Object.fromEntries(keyIds),
      country,
      issued,
      ...(isTrial && { trial: true }),
    }),
  );
}

const publicKeyOf = (root: Root, id: string): PublicKey => ({
  id,
  public: root.keys[id]?.keyVal.public ?? '',
});

/** The roles that a root gives to a key. */
export const rolesOfKey = (root: Root, id: string): readonly Role[] =>
  roles.filter((role) => root.roles[role]?.keyIDs.includes(id));

/** @param start of a key id, at least six digits. @throws UsageError unless it means one key of the root */
export function findKey(root: Root, start: string): string {
  const all = roles.flatMap((role) => root.roles[role]?.keyIDs ?? []);
  const found = [...new Set(all)].filter((id) => start.length >= 6 && id.startsWith(start));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const known = roles.map((role) => `${role} ${(root.roles[role]?.keyIDs ?? []).map(shortId).join(' ')}`);
  throw new UsageError(
    `"${start}" does not name a key of the newest root (six digits of its id do). The keys are: ${known.join(', ')}`,
  );
}

/** @throws EnvironmentError once the root is out of date: nobody accepts what its keys sign */
export function requireCurrent(root: Root, now: Date): void {
  if (root.isExpired(now))
    throw new EnvironmentError(
      `${root.version}.root.json expired on ${root.expires.slice(0, 10)}: nobody accepts what its keys sign. Those who keep the root keys sign it for another year: npm run keys -- extend --country ${remarksOf(root).country}`,
    );
}
