import { readFileSync } from 'node:fs';

/** What the kernel counts in, on every Linux since 2.6 (`USER_HZ`). */
const ticksPerSecond = 100;

/**
 * The processor time of all programs that this one has started and that have ended, with all that they started themselves; nothing
 * where the system does not say. See proc_pid_stat(5), `cutime` and `cstime`.
 */
export function childrenCpuSeconds(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program stands in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}
