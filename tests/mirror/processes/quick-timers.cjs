// Loaded before a program: its timeouts and pauses end so many times as fast.
const promises = require('node:timers/promises');
const { syncBuiltinESMExports } = require('node:module');

const factor = Number(process.env.TIMES_AS_FAST);
const [wait, later] = [promises.setTimeout, globalThis.setTimeout];
promises.setTimeout = (ms, ...rest) => wait(ms / factor, ...rest);
globalThis.setTimeout = (work, ms, ...rest) => later(work, ms / factor, ...rest);
syncBuiltinESMExports();
