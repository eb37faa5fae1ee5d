#!/usr/bin/env node
/**
 * `passport <command>`: runs a file of this folder under the pinned Node.
 *
 * Plain JavaScript that any Node since 18 can read: an old Node gets to see a sentence, not a stack trace.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { findProgram } from './program/find-program.mjs';

const commands = {
  start: 'show every national site on this computer, and follow what is saved',
  build: 'build the national sites into dist/',
  editor: 'write the editor for authors who work in the browser into dist/admin/',
  check: 'report every fault of every file',
  new: 'make a course, lesson, material, group, page, country, translation or patch to begin with',
  format: 'put the fields of texts and data files into their usual order and quotation marks',
  status: 'list translations and national versions that need attention',
  release: 'turn built sites into signed releases, in releases/',
  keys: 'make, replace and renew the keys that sign releases',
  deploy: 'publish a release',
  rollback: 'publish an earlier release again',
  withdraw: 'take a page or picture out of everything that is published',
  mirror: 'keep a mirror of a site: a copy that proves itself, on a server or behind a memory stick',
  bench: 'measure the build, and others, on a made-up catalogue',
  'bench-search': 'measure how well search finds what teachers type',
  screenshots: 'take the pictures of README.md and of the guide for authors',
  schemas:
    'write what is made of the JSON Schemas (types, .vscode/) and of the countries (reviewers, templates of proposals)',
  types: 'check the types',
  lint: 'check the style of the code',
  test: 'run all tests',
};

const [command = '', ...args] = process.argv.slice(2);

if (!Object.keys(commands).includes(command)) {
  const wanted = command === '' || command === 'help' || command === '--help';
  const list = Object.entries(commands).map(([name, text]) => `  ${name.padEnd(14)}${text}`);
  const usage = ['usage: npx passport <command> [options]', '', ...list, ''].join('\n');
  if (wanted && command !== '') process.stdout.write(usage);
  else process.stderr.write(`${command === '' ? '' : `there is no command "${command}"\n\n`}${usage}`);
  process.exit(wanted && command !== '' ? 0 : 2);
}

const node = findNode();
if (node === undefined) {
  process.stderr.write(
    `Node ${process.versions.node} is too old to run this, and the Node that the project brings along is not installed.\n` +
      'Run "npm ci" in the folder of the project; it installs Node 24 beside the other packages.\n',
  );
  process.exit(3);
}

const { file, compiled } = findProgram(command, node);
// Compiling our own code anew takes a third of a second each time; the processes that it starts keep what they compile, too.
process.env.NODE_COMPILE_CACHE = compiled;
if (node === process.execPath) {
  module.enableCompileCache(compiled);
  process.argv.splice(1, 2, file);
  await import(pathToFileURL(file).href);
} else runInChild(node, [file, ...args]);

/**
 * As `npm` runs this, the Node that runs is the pinned one; for who runs it by hand it may be any.
 *
 * @param {string} node
 * @param {readonly string[]} args
 */
function runInChild(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child cleans up and decides how this ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`Node could not be started: ${error.message}\n`);
    process.exit(3);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 3)));
}

/** The pinned Node; else the running one, if it reads TypeScript. */
function findNode() {
  const require = createRequire(import.meta.url);
  for (const name of ['node/bin/node', 'node/bin/node.exe']) {
    try {
      const file = require.resolve(name);
      if (existsSync(file)) return file;
    } catch {
      // not installed
    }
  }
  return process.features.typescript ? process.execPath : undefined;
}
