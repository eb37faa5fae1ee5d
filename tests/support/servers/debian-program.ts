/**
 * A server program for tests: that of the machine, else Debian's packages, unpacked below `.cache/`.
 *
 * Unpacked and not installed: no service starts, nothing of the machine changes, and nobody has to be its administrator.
 */
import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { lockCache } from '../../../build/cache/lock.ts';
import { lockPackages } from './find-or-install.ts';

/** `root`: the folder that its packages are unpacked in, `/` where they are installed. `missing`: why there is none, in a line. */
export type FoundProgram = { readonly program: string; readonly root: string } | { readonly missing: string };

export interface WantedProgram {
  /** `usr/sbin/nginx` */
  readonly program: string;
  /** What else has to be there, below the same root. */
  readonly beside?: readonly string[];
  readonly packages: readonly string[];
  /** Arguments with which it only tells that it works. */
  readonly trial: readonly string[];
}

/** The fetched packages take some seconds the first time, and are kept. */
export async function findOrUnpack(wanted: WantedProgram): Promise<FoundProgram> {
  const unpacked = path.resolve('.cache/tests/servers', path.basename(wanted.program));
  const installed = (await isWhole('/', wanted)) ?? (await isWhole(unpacked, wanted));
  if (installed !== undefined) return installed;
  const lock = await lockCache(`${unpacked}.lock`, () => {});
  try {
    const byOther = await isWhole(unpacked, wanted);
    if (byOther !== undefined) return byOther;
    await unpack(wanted.packages, unpacked);
    return (
      (await isWhole(unpacked, wanted)) ?? { missing: `${path.basename(wanted.program)} does not run here` }
    );
  } catch {
    return { missing: `install ${wanted.packages.join(', ')}: Debian’s packages could not be fetched` };
  } finally {
    await lock.free();
  }
}

async function isWhole(root: string, wanted: WantedProgram): Promise<FoundProgram | undefined> {
  const program = path.join(root, wanted.program);
  try {
    await access(program, constants.X_OK);
    for (const file of wanted.beside ?? []) await access(path.join(root, file));
    await run(program, wanted.trial);
    return { program, root };
  } catch {
    return undefined;
  }
}

async function unpack(packages: readonly string[], folder: string): Promise<void> {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const fetched = await mkdtemp(path.join(parent, 'fetched-'));
  const lock = await lockPackages();
  try {
    const download = () => run('apt-get', ['download', '-qq', ...packages], { cwd: fetched });
    // A machine that was just set up has no list of packages.
    await download().catch(() => run('apt-get', ['update', '-qq']).then(download));
    const whole = path.join(fetched, 'whole');
    for (const name of await readdir(fetched))
      if (name.endsWith('.deb')) await run('dpkg-deb', ['-x', path.join(fetched, name), whole]);
    await rm(folder, { recursive: true, force: true });
    await rename(whole, folder);
  } finally {
    await lock.free();
    await rm(fetched, { recursive: true, force: true });
  }
}

const execute = promisify(execFile);

const run = (program: string, args: readonly string[], options: { readonly cwd?: string } = {}) =>
  execute(program, args, { ...options, timeout: 120_000 });
