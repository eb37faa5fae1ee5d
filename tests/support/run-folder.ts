/** A folder for the whole run of tests, in which files of tests share what is expensive to make. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareServers } from './servers/prepare-servers.ts';
import { temporaryRoot } from './temporary-root.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly runFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // For this process, those of the tests, and the programs that they start.
  process.env.TMPDIR = await temporaryRoot();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-run-'));
  // What is to end with the run asks whether this process still lives.
  await writeFile(path.join(folder, 'pid'), String(process.pid));
  project.provide('runFolder', folder);
  const prepared = prepareServers(folder, project.vitest.state.getPaths());
  return async () => {
    await prepared;
    await rm(folder, { recursive: true, force: true });
  };
}
