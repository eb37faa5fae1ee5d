import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/run-folder.ts'],
    setupFiles: ['tests/support/fuzz-seed.ts'],
    reporters: ['default', './tests/support/counts-reporter.ts'],
    // Of two cores a third is idle with two of them: much of a test waits for browsers, servers and other processes.
    maxWorkers: 3,
    // Files that follow each other in a process share what they have loaded, which halves the time of small ones.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Whatever waits for ever; how long something takes is for the bench.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
