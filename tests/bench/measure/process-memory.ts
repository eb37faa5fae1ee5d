/**
 * The memory of a program and everything that it starts.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface MemoryUse {
  /** The largest resident set of any one process. */
  readonly peakBytes: number;
  /** The largest sum of the resident sets of all processes at one moment; what they share counts for each of them. */
  readonly totalBytes: number;
}

export interface MemoryWatch {
  /** Ends the watch. Nothing where the system does not say. */
  stop(): MemoryUse | undefined;
}

/** Each look reads some dozens of files, and holds up those who are looked at: twenty in a second took a twentieth from several processes. */
const pollEveryMs = 250;

/** Watches a process and its descendants. Linux keeps the high-water mark of each, so that looking now and then misses little. */
export function watchMemory(pid: number): MemoryWatch {
  if (process.platform !== 'linux') return { stop: () => undefined };
  let [peakBytes, totalBytes] = [0, 0];
  const look = (): void => {
    const statuses = processTree(pid).map(statusOf);
    const sum = statuses.reduce((total, status) => total + bytesOf('VmRSS', status), 0);
    peakBytes = Math.max(peakBytes, ...statuses.map((status) => bytesOf('VmHWM', status)));
    totalBytes = Math.max(totalBytes, sum);
  };
  const timer = setInterval(look, pollEveryMs);
  look();
  return {
    stop() {
      clearInterval(timer);
      return { peakBytes, totalBytes: Math.max(peakBytes, totalBytes) };
    },
  };
}

function processTree(pid: number): number[] {
  const children = unlessGone(() => readdirSync(`/proc/${pid}/task`), []).flatMap((thread) =>
    unlessGone(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'), '')
      .split(' ')
      .filter((word) => word !== '')
      .map(Number),
  );
  return [pid, ...children.flatMap(processTree)];
}

const statusOf = (pid: number): string => unlessGone(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '');

function bytesOf(field: 'VmRSS' | 'VmHWM', status: string): number {
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? '0';
  return Number(kibibytes) * 1024;
}

/** A process can end between two looks. */
function unlessGone<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
