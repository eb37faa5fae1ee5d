/** Programs of servers: installed ones, else Debian's packages. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { lockCache } from '../../../build/cache/lock.ts';

const runFile = promisify(execFile);

/**
 * @param packages Debian's, which are installed when a program is missing; takes a minute for some
 * @returns nothing when all are there, else why they are not, in a few words
 */
export async function findOrInstall(
  programs: readonly string[],
  packages: readonly string[],
): Promise<string | undefined> {
  const lock = await lockPackages();
  try {
    if ((await missingOf(programs)).length === 0) return undefined;
    const fault = await install(packages);
    const missing = await missingOf(programs);
    if (missing.length === 0) return undefined;
    return `${missing.join(' and ')} not installed${fault === undefined ? '' : `: ${fault}`}`;
  } finally {
    await lock.free();
  }
}

/** apt and dpkg have one lock for all and do not wait for it, and files of tests run side by side. */
export const lockPackages = () => lockCache(path.join(os.tmpdir(), 'passport-packages'), () => {});

/** Where servers lie is not on the path of every user. */
export const serverPath = [process.env.PATH ?? '', '/usr/local/sbin', '/usr/sbin', '/sbin'].join(
  path.delimiter,
);

export async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of serverPath.split(path.delimiter)) {
    const file = path.join(folder, name);
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return undefined;
}

async function missingOf(programs: readonly string[]): Promise<string[]> {
  const found = await Promise.all(programs.map(findProgram));
  return programs.filter((_, index) => found[index] === undefined);
}

/** @returns why not, or nothing */
async function install(packages: readonly string[]): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || (await findProgram('apt-get')) === undefined)
    return `as root on Debian the tests install ${packages.join(' ')}`;
  const apt = (...args: readonly string[]) =>
    runFile('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    await apt('update', '-qq');
    // Without waiting for the disk after each file, which takes most of the time.
    await apt(
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      '-o',
      'Dpkg::Options::=--force-unsafe-io',
      ...packages,
    );
    return undefined;
  } catch {
    return `apt-get could not install ${packages.join(' ')}`;
  }
}
