/** What is wrong with a mirror, and the way out, in sentences. */
import { type Role, roles } from '../../trust/roles.ts';
import type { MirrorConfiguration } from '../folder/configuration.ts';
import type { MirrorState } from '../folder/state.ts';
import { ownCommand } from '../program/this-program.ts';
import { clockOf } from '../sync/clock.ts';
import { isDue } from './due.ts';
import { durationInWords, instantInWords } from './durations.ts';
import type { HealthState } from './health.ts';

/** Returns a sentence or two for each state, the most serious first. */
export function adviceOf(
  found: ReadonlySet<HealthState>,
  state: MirrorState,
  configuration: MirrorConfiguration,
  now: Date,
): readonly string[] {
  const { current, newest, error, verified } = state;
  const isFedBySticks = configuration.upstreams.length === 0;
  const sync = isFedBySticks ? `Bring a stick: ${ownCommand} import` : `Run: ${ownCommand} sync`;
  const sentences: string[] = [];
  if (found.has('empty')) sentences.push(`Nothing has come yet. ${sync}.`);
  if (found.has('faulty'))
    sentences.push(
      `${counted(verified?.faults ?? 0)} found that could not be mended. ${
        isFedBySticks
          ? `Bring a stick with the whole release, and run: ${ownCommand} import, then ${ownCommand} verify.`
          : `When the line is back, run: ${ownCommand} verify. If it happens again, check the disk.`
      }`,
    );
  if (found.has('expired'))
    sentences.push(
      `What was signed ${expiredWords(state.expires, now)}. The site is still served; nothing newer is accepted before it is signed anew. ${sync}. Check the clock of this computer; if that is right, ask those who publish the site to sign anew.`,
    );
  if (found.has('failing') && error !== undefined)
    sentences.push(`The last synchronisation failed, ${instantInWords(error.at)}: ${error.message}`);
  if (found.has('stale')) sentences.push(staleWords(state, sync, now));
  if (found.has('behind') && newest !== undefined)
    sentences.push(
      `Release ${newest.sequence} is signed, and not all of its files are here; release ${current?.sequence} is served. ${sync}; what has come is kept.`,
    );
  return sentences;
}

const counted = (faults: number): string => (faults === 1 ? 'A fault was' : `${faults} faults were`);

function expiredWords(expires: MirrorState['expires'], now: Date): string {
  const over = rolesWhere(expires, (_, at) => Date.parse(at) <= now.getTime());
  return over.map(({ role, at }) => `(${role}) expired on ${instantInWords(at)}`).join(', and ');
}

function staleWords({ checked, expires, newest }: MirrorState, sync: string, now: Date): string {
  // By a clock that is wrong nothing else can be told.
  const { warning } = clockOf(now, newest?.released);
  if (warning !== undefined) return warning;
  const soon = rolesWhere(expires, (role, at) => Date.parse(at) > now.getTime() && isDue({ role, at }, now));
  const sentences: string[] = [];
  if (checked === undefined) sentences.push(`It was never looked whether there is a newer release. ${sync}.`);
  else {
    const since = durationInWords(now.getTime() - Date.parse(checked));
    const ends = soon.map(({ role, at }) => `${role} on ${instantInWords(at)}`);
    sentences.push(
      soon.length === 0
        ? `It was last looked ${since} ago whether there is a newer release. ${sync}, and see that its timer runs.`
        : `What was signed ends soon: ${ends.join(', ')}. It was last looked ${since} ago for newer signatures. ${sync}; if that finds none, tell those who publish the site.`,
    );
  }
  return sentences.join(' ');
}

const rolesWhere = (expires: MirrorState['expires'], isMeant: (role: Role, at: string) => boolean) =>
  roles.flatMap((role) => {
    const at = expires?.[role];
    return at !== undefined && isMeant(role, at) ? [{ role, at }] : [];
  });
