/** Where tests write: in memory where the machine has room for it, since sites are thousands of small files. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const inMemory = '/dev/shm';
/** Several times what a whole run has lying there at once; twice as much has to be free, for browsers and builds need some as well. */
const roomBytes = 2 * 1024 ** 3;

/** What `TMPDIR` says comes first. */
export async function temporaryRoot(): Promise<string> {
  const isFree = process.env.TMPDIR === undefined && (await hasRoom());
  return isFree && (await runsPrograms()) ? inMemory : os.tmpdir();
}

/** Containers have 64 MB of it, if nobody asks for more. */
async function hasRoom(): Promise<boolean> {
  if (process.platform !== 'linux' || process.availableMemory() < 2 * roomBytes) return false;
  const found = await statfs(inMemory).catch(() => undefined);
  return found !== undefined && found.bavail * found.bsize > roomBytes;
}

/** Tests write programs as well, which some machines forbid to run from there. */
async function runsPrograms(): Promise<boolean> {
  try {
    const folder = await mkdtemp(path.join(inMemory, 'passport-try-'));
    try {
      const program = path.join(folder, 'program');
      await writeFile(program, '#!/bin/sh\n', { mode: 0o700 });
      await promisify(execFile)(program);
      return true;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch {
    return false;
  }
}
