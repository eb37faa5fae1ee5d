/**
 * One deployer at a time. A lock is a file `locks/<number>.json` that only one can create; the one with the highest number holds.
 *
 * To take over from a deployer that died is to create the next number, so that of two who want to only one can, and the one before,
 * should it live after all, sees that it has been overtaken. It needs nothing of a target but that creating is one step.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import { countOf, FormatError, fieldsOf, parseJson, textOf } from '../model/release/plain-json.ts';
import type { Target } from './targets/target.ts';

export interface DeployLock {
  /** Counts up with every deployment to the target. */
  readonly number: number;
  /** What the holder before has left. */
  readonly before: LockState | undefined;
  /** @throws EnvironmentError when somebody else has taken over */
  requireHeld(): Promise<void>;
  /** Says that this deployer lives. */
  beat(): Promise<void>;
  /** @param cleanedThrough see `LockState` */
  free(cleanedThrough: number): Promise<void>;
}

export interface LockState {
  readonly isFree: boolean;
  /** Tells this deployer from any other. */
  readonly holder: string;
  /** Who that is, in words. */
  readonly by: string;
  readonly beatAt: string;
  /** Files that were last part of this release, or of an earlier one, have been removed. */
  readonly cleanedThrough: number;
}

export interface LockRequest {
  readonly holder: string;
  readonly by: string;
  readonly now: () => Date;
  /** Whether another holder is known to be dead: a process of this machine that has ended. */
  readonly isDead: (holder: string) => Promise<boolean>;
  /** A folder for what is written to the target. */
  readonly scratch: string;
  /** Takes over whoever holds. */
  readonly isForced: boolean;
  readonly signal: AbortSignal;
}

/** Returns what the last deployment has left, and locks nothing. */
export async function readLastLock(target: Target, signal: AbortSignal): Promise<LockState | undefined> {
  const last = (await lockNumbers(target, signal)).at(-1);
  return last === undefined ? undefined : readState(target, last, signal);
}

/** @throws EnvironmentError while somebody else holds it */
export async function lockTarget(target: Target, request: LockRequest): Promise<DeployLock> {
  const { holder, by, now, signal } = request;
  const numbers = await lockNumbers(target, signal);
  const last = numbers.at(-1) ?? 0;
  const before = last === 0 ? undefined : await readState(target, last, signal);
  if (before !== undefined && !before.isFree) await requireDead(before, target, request);
  const number = last + 1;
  const stateOf = (isFree: boolean, cleanedThrough: number): LockState => ({
    isFree,
    holder,
    by,
    beatAt: now().toISOString(),
    cleanedThrough,
  });
  const cleaned = before?.cleanedThrough ?? 0;
  const created = await target.create(lockPath(number), bytesOf(stateOf(false, cleaned)), json, signal);
  if (!created)
    throw new EnvironmentError(
      `Somebody else began to deploy to ${target.name} at the same moment. Wait until that has ended, and run the command again.`,
    );
  // Locks of earlier deployments say nothing that this one does not.
  await target.remove(numbers.slice(0, -1).map(lockPath), signal);
  const write = async (state: LockState): Promise<void> => {
    const bytes = bytesOf(state);
    const source = path.join(request.scratch, `lock-${number}.json`);
    await mkdir(request.scratch, { recursive: true });
    await writeFile(source, bytes);
    const file = {
      path: lockPath(number),
      source,
      bytes: bytes.length,
      type: json,
      cacheControl: 'no-cache',
    };
    await target.write([file], () => {});
    await rm(source, { force: true });
  };
  return {
    number,
    before,
    async requireHeld() {
      const newest = (await lockNumbers(target, signal)).at(-1) ?? 0;
      if (newest === number) return;
      const other = await readState(target, newest, signal);
      throw new EnvironmentError(
        `${other === undefined ? 'Another deployer' : described(other)} took over the deployment to ${target.name}. This one has stopped; nothing more is needed when the other one ends well.`,
      );
    },
    beat: () => write(stateOf(false, cleaned)),
    free: (cleanedThrough) => write(stateOf(true, cleanedThrough)),
  };
}

async function requireDead(
  before: LockState,
  target: Target,
  { now, isDead, isForced }: LockRequest,
): Promise<void> {
  if (isForced || now().getTime() - Date.parse(before.beatAt) > silenceMs) return;
  if (await isDead(before.holder)) return;
  throw new EnvironmentError(
    `${described(before)} is deploying to ${target.name}, and was last heard of at ${before.beatAt}. Wait until that has ended. Where it is known to be dead, take over with --take-over; without it that is possible ${silenceMs / 60_000} minutes after it fell silent.`,
  );
}

/** A deployer that has not been heard of for so long is dead. */
const silenceMs = 10 * 60_000;

/** How often a deployer says that it lives. */
export const beatEveryMs = 60_000;

async function lockNumbers(target: Target, signal: AbortSignal): Promise<readonly number[]> {
  const paths = await target.list('locks/', signal);
  return paths
    .flatMap((name) => {
      const [, digits] = /^locks\/([1-9]\d*)\.json$/.exec(name) ?? [];
      return digits === undefined ? [] : [Number(digits)];
    })
    .toSorted((a, b) => a - b);
}

/** A state that cannot be read is that of a holder that nobody has heard of. */
async function readState(
  target: Target,
  number: number,
  signal?: AbortSignal,
): Promise<LockState | undefined> {
  const bytes = await target.read(lockPath(number), signal);
  if (bytes === undefined) return undefined;
  try {
    const fields = fieldsOf(parseJson(bytes), 'it');
    return {
      isFree: fields.isFree === true,
      holder: textOf(fields.holder, 'holder'),
      by: textOf(fields.by, 'by'),
      beatAt: textOf(fields.beatAt, 'beatAt'),
      cleanedThrough: countOf(fields.cleanedThrough, 'cleanedThrough'),
    };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { isFree: false, holder: '', by: '', beatAt: new Date(0).toISOString(), cleanedThrough: 0 };
  }
}

const described = ({ by }: LockState): string => (by === '' ? 'Another deployer' : by);

const lockPath = (number: number): string => `locks/${number}.json`;

const json = 'application/json; charset=utf-8';

const bytesOf = (state: LockState): Uint8Array => Buffer.from(`${JSON.stringify(state)}\n`);
