/** Says what a synchronisation has found, in `state.json` and in what `/_mirror/` shows. */
import { EnvironmentError, explainSystemError } from '../../cli/errors.ts';
import type { ReleaseRecord } from '../../model/release/release-record.ts';
import { roles } from '../../trust/roles.ts';
import {
  type CurrentRelease,
  type Instant,
  type MirrorState,
  readState,
  writeState,
} from '../folder/state.ts';
import { healthOf } from '../health/health.ts';
import { writeHealth } from '../health/write-health.ts';
import type { NewestRelease } from './find-newest.ts';
import type { SyncRequest } from './sync.ts';

type Reporter = Pick<SyncRequest, 'paths' | 'configuration' | 'now'>;

const instantOf = (date: Date): Instant => `${date.toISOString().slice(0, 19)}Z`;

/** Told as soon as it is known, before a file of it has come. */
export async function tellNewest(reporter: Reporter, { pointer, trust }: NewestRelease): Promise<void> {
  const { paths, now } = reporter;
  const { sequence, released } = pointer;
  const expires = Object.fromEntries(
    roles.map((role) => [role, trust.roles[role].expires]),
  ) as MirrorState['expires'] & object;
  await saveState(reporter, {
    ...(await readState(paths)),
    newest: { sequence, released },
    checked: instantOf(now()),
    expires,
  });
}

/** Told when it is served; the fault of the synchronisation before is over. */
export async function tellServed(
  reporter: Reporter,
  { pointer, trust, source }: NewestRelease,
  { url, counts }: ReleaseRecord,
): Promise<CurrentRelease> {
  const { paths, now } = reporter;
  const { error: _, ...state } = await readState(paths);
  const before = state.current?.sequence === pointer.sequence ? state.current : undefined;
  const current: CurrentRelease = {
    country: pointer.country,
    sequence: pointer.sequence,
    released: pointer.released,
    url,
    manifest: pointer.manifest,
    files: counts.files,
    bytes: counts.bytes,
    switched: before?.switched ?? instantOf(now()),
    source: before?.source ?? source.name,
    isTrial: trust.isTrial,
  };
  await saveState(reporter, { ...state, current });
  return current;
}

/** @returns what went wrong, as sentences */
export async function tellFailure(reporter: Reporter, error: unknown): Promise<string> {
  const { paths, now } = reporter;
  const message =
    (error instanceof EnvironmentError ? error.message : explainSystemError(error)) ??
    `This is a fault of the program: ${error instanceof Error ? error.message : String(error)}`;
  const state = await readState(paths);
  // On a full disk nothing can be written; what went wrong is still told to whoever has started it.
  await saveState(reporter, { ...state, error: { at: instantOf(now()), message } }).catch(() => {});
  return message;
}

async function saveState({ paths, configuration, now }: Reporter, state: MirrorState): Promise<void> {
  await writeState(paths, state);
  await writeHealth(paths, healthOf(state, configuration, now()));
}
