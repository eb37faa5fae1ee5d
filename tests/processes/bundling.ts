/** A process that bundles, is busy with something else, and is ended. */
import { build, type Plugin } from '../../build/processes/bundler.ts';

const unanswered: Plugin = { name: 'unanswered', setup: ({ onStart }) => onStart(() => {}) };

void build({ stdin: { contents: '' }, write: false, plugins: [unanswered] });
setImmediate(() => {
  // esbuild asks every second whether it is still heard, and finds out that it waits for ever once that is not answered either.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
  process.exit(4);
});
