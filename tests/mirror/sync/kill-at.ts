/** Loaded before a program: kills it just before the call that `KILL_AT` numbers. */
import { beforeCalls } from '../support/before-calls.ts';

let left = Number(process.env.KILL_AT);

await beforeCalls(() => {
  if (--left === 0) process.kill(process.pid, 'SIGKILL');
});
