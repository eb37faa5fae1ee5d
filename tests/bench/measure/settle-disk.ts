import { spawn } from 'node:child_process';

/** Waits until what was written before is on the disk: nobody shall pay for the files of another. */
export function settleDisk(): Promise<void> {
  if (process.platform === 'win32') return Promise.resolve();
  const child = spawn('sync', { stdio: 'ignore' });
  return new Promise((resolve) => {
    // Without the program the measurement is a little less even, no more.
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
}
