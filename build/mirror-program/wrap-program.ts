/**
 * The frame of the one file: an old Node gets to see a sentence.
 *
 * A module is read as a whole before its first line runs, so that all of it is written for the oldest Node that reads modules. It is
 * only told what a newer one can do after the version was looked at: programs ask for modules of Node where they begin.
 */

/** The oldest Node that reads a `.mjs` without a flag. */
export const oldestParser = 'node12.17';

/** As tuf-js asks for. */
const leastNode = { major: 20, minor: 17 } as const;

/** @param code a CommonJS program, which finds its own address in `programUrl` */
export const wrapProgram = (code: string, licences: string): string => `#!/usr/bin/env node
// The program of a mirror of a Learning Passport site. "node passport-mirror.mjs --help" says what it does.
import { createRequire } from 'module';
const programUrl = import.meta.url;
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < ${leastNode.major} || (major === ${leastNode.major} && minor < ${leastNode.minor})) {
  console.error(
    \`passport-mirror needs Node ${leastNode.major}.${leastNode.minor} or newer, and this is Node \${process.versions.node}: on Debian 13 "apt install nodejs" brings a newer one, for other systems there is https://nodejs.org/en/download.\`,
  );
  process.exitCode = 3;
} else {
  program(createRequire(programUrl), { exports: {} });
}
function program(require, module) {
${code.trim()}
}
${licences}`;
