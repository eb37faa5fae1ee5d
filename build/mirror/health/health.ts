/**
 * How a mirror is, in one word and in sentences: for whoever keeps it, for what monitors it, and for readers who ask how old it is.
 *
 * Nothing is looked up: all of it follows from what the commands before have noted.
 */
import { type Role, roles } from '../../trust/roles.ts';
import type { MirrorConfiguration } from '../folder/configuration.ts';
import type { Instant, MirrorState } from '../folder/state.ts';
import { clockOf } from '../sync/clock.ts';
import { adviceOf } from './advice.ts';
import { isDue } from './due.ts';

/**
 * The most serious first. `empty`: never synchronised. `faulty`: files were found that are not what was signed, or, as `status` sees,
 * none are served. `expired`: what was signed is no longer valid, so that nothing newer is accepted on its word. `failing`: the last
 * synchronisation failed. `stale`: nobody has looked for two days, the signatures end soon, or the clock is before the newest release.
 * `behind`: a newer release is signed, and its files have not come.
 */
export const healthStates = ['empty', 'faulty', 'expired', 'failing', 'stale', 'behind', 'ok'] as const;
export type HealthState = (typeof healthStates)[number];

/** `/_mirror/health.json` */
export interface Health {
  readonly format: 1;
  readonly state: HealthState;
  /** What is wrong, and the way out; empty when all is well. */
  readonly advice: readonly string[];
  /** Whether everything is here that the newest signed release has, as far as is known. */
  readonly complete: boolean;
  /** Who keeps the mirror. */
  readonly name?: string;
  readonly country?: string;
  /** Where the site is at home. */
  readonly url?: string;
  readonly sequence?: number;
  readonly released?: Instant;
  readonly files?: number;
  readonly bytes?: number;
  /** When that release began to be served here. */
  readonly updated?: Instant;
  /** When an upstream or a stick last gave valid metadata. */
  readonly checked?: Instant;
  readonly newest?: { readonly sequence: number; readonly released: Instant };
  /** What ends next of what was signed. */
  readonly expires?: Expiry;
  readonly error?: { readonly at: Instant; readonly message: string };
  readonly verified?: { readonly at: Instant; readonly files: number; readonly faults: number };
  /** Since the release, at `written`. */
  readonly ageSeconds?: number;
  readonly written: Instant;
}

export interface Expiry {
  readonly role: Role;
  readonly at: Instant;
}

export function healthOf(state: MirrorState, configuration: MirrorConfiguration, now: Date): Health {
  const { current, newest, checked, error, verified } = state;
  const { name } = configuration;
  const expires = nextExpiry(state.expires);
  const found = statesOf(state, expires, now);
  return {
    format: 1,
    state: healthStates.find((one) => found.has(one)) ?? 'ok',
    advice: adviceOf(found, state, configuration, now),
    complete: current !== undefined && !found.has('behind') && !found.has('faulty'),
    ...(name !== undefined && { name }),
    ...(current !== undefined && {
      country: current.country,
      url: current.url,
      sequence: current.sequence,
      released: current.released,
      files: current.files,
      bytes: current.bytes,
      updated: current.switched,
      ageSeconds: Math.max(0, Math.floor((now.getTime() - Date.parse(current.released)) / 1000)),
    }),
    ...(checked !== undefined && { checked }),
    ...(newest !== undefined && { newest }),
    ...(expires !== undefined && { expires }),
    ...(error !== undefined && { error }),
    ...(verified !== undefined && { verified }),
    written: instantOf(now),
  };
}

/** To the second, as all instants of a release. */
export const instantOf = (now: Date): Instant => `${now.toISOString().slice(0, 19)}Z`;

function statesOf(
  { current, newest, checked, error, verified }: MirrorState,
  expires: Expiry | undefined,
  now: Date,
): ReadonlySet<HealthState> {
  const found = new Set<HealthState>();
  if (current === undefined) found.add('empty');
  if ((verified?.faults ?? 0) > 0) found.add('faulty');
  if (error !== undefined) found.add('failing');
  if (current === undefined) return found;
  if (newest !== undefined && newest.sequence > current.sequence) found.add('behind');
  if (checked === undefined || now.getTime() - Date.parse(checked) > staleMs) found.add('stale');
  if (expires !== undefined && Date.parse(expires.at) <= now.getTime()) found.add('expired');
  else if (expires !== undefined && isDue(expires, now)) found.add('stale');
  if (clockOf(now, newest?.released).warning !== undefined) found.add('stale');
  return found;
}

/** A timer that runs every few hours may miss a day of power cuts, and no more. */
const staleMs = 48 * 60 * 60 * 1000;

function nextExpiry(expires: MirrorState['expires']): Expiry | undefined {
  if (expires === undefined) return undefined;
  return roles
    .map((role) => ({ role, at: expires[role] }))
    .reduce((first, other) => (Date.parse(other.at) < Date.parse(first.at) ? other : first));
}
