/**
 * Finds the bundled program of these sources, or has it made: a command starts in half the time that its sources take.
 *
 * Plain JavaScript that any Node since 18 can read, as is the command that imports it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const cache = path.join(project, '.cache', 'program');

/** Others are for whoever develops, take their time anyway, and have their own programs. */
const bundledCommands = [
  'start',
  'build',
  'editor',
  'check',
  'new',
  'format',
  'status',
  'release',
  'keys',
  'deploy',
  'rollback',
  'withdraw',
  'mirror',
];

/** Of earlier sources, for processes that still run: `npm start` may for days. */
const keptPrograms = 4;

/**
 * @param {string} command
 * @param {string} node the Node that will run it
 * @returns {{ readonly file: string, readonly compiled: string }} the module to run, and the folder for what Node compiles of it
 */
export function findProgram(command, node) {
  const sources = {
    file: path.join(project, 'scripts', `${command}.ts`),
    compiled: path.join(project, '.cache', 'node'),
  };
  // Whoever looks for a fault wants to see where in the sources it is.
  if (!bundledCommands.includes(command) || process.env.PASSPORT_DEBUG !== undefined) return sources;
  try {
    const state = stateOfSources(node);
    const folder = path.join(cache, state);
    const bundled = {
      file: path.join(folder, 'scripts', `${command}.js`),
      compiled: path.join(folder, 'compiled'),
    };
    if (existsSync(bundled.file)) return bundled;
    mkdirSync(cache, { recursive: true });
    spawnSync(
      node,
      [path.join(project, 'scripts', 'program', 'bundle-program.ts'), folder, ...bundledCommands],
      {
        stdio: 'ignore',
      },
    );
    removeOld(state);
    // Not when somebody has saved a source meanwhile.
    return existsSync(bundled.file) && stateOfSources(node) === state ? bundled : sources;
  } catch {
    // A folder that cannot be written, for example: it only takes longer.
    return sources;
  }
}

/**
 * What tells one state of the sources from another: names, sizes and times, as for Git.
 *
 * @param {string} node
 */
function stateOfSources(node) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ file) => {
    const { size, mtimeMs, ctimeMs } = lstatSync(path.resolve(project, file));
    hash.update(`${file} ${size} ${mtimeMs} ${ctimeMs}\n`);
  };
  const addFolder = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(path.join(project, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addFolder(name);
      else if (!name.endsWith('.md')) add(name);
    }
  };
  for (const folder of ['build', 'schemas', 'scripts', 'templates']) addFolder(folder);
  for (const file of ['package-lock.json', 'node_modules/.package-lock.json', node])
    if (existsSync(path.resolve(project, file))) add(file);
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} state the one that stays in any case */
function removeOld(state) {
  const others = readdirSync(cache)
    .filter((name) => name !== state)
    .map((name) => ({ folder: path.join(cache, name), at: lstatSync(path.join(cache, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { folder } of others.slice(keptPrograms)) rmSync(folder, { recursive: true, force: true });
}
