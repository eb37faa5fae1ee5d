import { writeFileSync } from 'node:fs';
import { serveJobs } from '../../build/processes/serve-jobs.ts';

serveJobs<
  {
    double: { input: number; output: { value: number; pid: number } };
    fail: { input: null; output: null };
    die: { input: null; output: null };
    answerAtLength: { input: { marker: string }; output: Uint8Array };
  },
  { factor: number }
>(({ factor }) => ({
  double: (value) => ({ value: value * factor, pid: process.pid }),
  fail: () => {
    throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC', path: 'dist' });
  },
  die: () => process.exit(7),
  answerAtLength({ marker }) {
    // By then the answer is on its way.
    setImmediate(() => writeFileSync(marker, ''));
    return new Uint8Array(64 * 1024 ** 2);
  },
}));
