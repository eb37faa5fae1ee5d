/**
 * Names the build that a temporary folder belongs to, so that another build can tell whether it still runs.
 *
 * A process id alone does not do: it is given anew, and in a container every build may have the same one.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hasCode } from '../cli/errors.ts';

/** `<pid>-p<start of the process>-<token>`, or `<pid>-d<seconds since 1970>-<token>` where no start is known. */
export type Owner = string;

export const ownerPattern = '\\d+-[pd]\\d+-[0-9a-f]{8}';

/** Owners of this very process that are at work. */
const live = new Set<Owner>();

export async function claim(): Promise<Owner> {
  const start = (await readProcess(process.pid))?.start;
  const born = start === undefined ? `d${Math.floor(Date.now() / 1000)}` : `p${start}`;
  const owner = `${process.pid}-${born}-${randomBytes(4).toString('hex')}`;
  live.add(owner);
  return owner;
}

export const release = (owner: Owner): boolean => live.delete(owner);

export async function isRunning(owner: Owner): Promise<boolean> {
  const [, pidDigits, kind, digits] = /^(\d+)-([pd])(\d+)/.exec(owner) ?? [];
  const pid = Number(pidDigits);
  if (pid === process.pid) return live.has(owner);
  if (!answers(pid)) return false;
  if (kind === 'd') return Date.now() / 1000 - Number(digits) < longestBuildSeconds;
  const found = await readProcess(pid);
  return found === undefined || (found.start === digits && !found.ended);
}

const longestBuildSeconds = 24 * 60 * 60;

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** What Linux says in fields 3 (state) and 22 (start, in ticks since the machine started) of proc_pid_stat(5). */
async function readProcess(pid: number): Promise<{ start: string; ended: boolean } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 2, the name, may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  return state === undefined || start === undefined ? undefined : { start, ended: /[ZXx]/.test(state) };
}
