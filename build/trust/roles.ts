/**
 * Who signs what (The Update Framework, 2.1), and for how long it holds.
 *
 * The root names the keys of all roles; targets vouches for a release, snapshot and timestamp for its being the newest.
 */
import { UsageError } from '../cli/errors.ts';

export const roles = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof roles)[number];
/** Roles whose keys lie on a computer with a network. */
export type OnlineRole = Exclude<Role, 'root'>;
export const onlineRoles = ['targets', 'snapshot', 'timestamp'] as const satisfies readonly OnlineRole[];

/** For how many days what a role signs is valid. */
export type LifetimesDays = Readonly<Record<Role, number>>;
export const defaultLifetimesDays: LifetimesDays = { root: 365, targets: 180, snapshot: 30, timestamp: 14 };

export const isRole = (text: unknown): text is Role => roles.some((role) => role === text);

/**
 * Reads `targets=90,timestamp=7`; what it does not name stays as usual.
 *
 * @throws UsageError when it names anything else
 */
export function parseLifetimes(text = ''): LifetimesDays {
  const given = text === '' ? [] : text.split(',').map((part) => part.trim());
  const pairs = given.map((part) => {
    const [role, days = ''] = part.split('=');
    if (!isRole(role) || !/^[1-9]\d{0,3}$/.test(days))
      throw new UsageError(
        `--lifetimes: "${part}" does not name a role and its days, such as timestamp=7; the roles are: ${roles.join(', ')}`,
      );
    return [role, Number(days)] as const;
  });
  return { ...defaultLifetimesDays, ...Object.fromEntries(pairs) };
}
