import { serveJobs } from '../../build/processes/serve-jobs.ts';

serveJobs<
  {
    double: { input: number; output: { value: number; pid: number } };
    fail: { input: null; output: null };
    die: { input: null; output: null };
  },
  { factor: number }
>(({ factor }) => ({
  double: (value) => ({ value: value * factor, pid: process.pid }),
  fail: () => {
    throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC', path: 'dist' });
  },
  die: () => process.exit(7),
}));
