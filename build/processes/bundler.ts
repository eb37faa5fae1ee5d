/**
 * esbuild, which ends with the process that asks it.
 *
 * Its program waits for answers of our plugins. When the process that would answer is gone, it prints the stack of all that waits, into the
 * terminal of whoever pressed Ctrl-C. Its own `stop()` is no help: that closes the input first and ends the program after it.
 */
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';

const started = new Set<ChildProcess>();

// Nothing else tells of a process that a package starts.
subscribe('child_process', (message) => {
  const { process: child } = message as { readonly process: ChildProcess };
  started.add(child);
  child.once('exit', () => started.delete(child));
});

process.on('exit', () => {
  for (const child of started) if (/[/\\]esbuild(\.exe)?$/.test(child.spawnfile)) child.kill('SIGKILL');
});

export { type BuildResult, build, type Plugin, transform } from 'esbuild';
