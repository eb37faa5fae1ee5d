/** A mirror as a ministry keeps it: the one file in its folder, run by the Node of the machine, with a web server as upstream. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { type MirrorPaths, mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { bundleMirrorProgram } from '../../../build/mirror-program/mirror-program.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { type Outcome, runCommand } from '../../support/command.ts';
import { firstDay } from '../../support/publish.ts';
import { findNginx, startNginx } from '../../support/servers/nginx-server.ts';
import type { RunningServer } from '../../support/servers/server-process.ts';
import type { PublishedSite } from './published.ts';
import { systemNode } from './system-node.ts';

export const nginx = await findNginx();

/** For the name of a test that is left out without it. */
export const withoutNginx = 'missing' in nginx ? ` (left out: ${nginx.missing})` : '';

/** Until the test has finished. */
export async function startUpstream(folder: string, block: string): Promise<RunningServer> {
  if ('missing' in nginx) throw new Error(nginx.missing);
  const server = await startNginx(nginx, { folder, block });
  onTestFinished(() => server.stop());
  return server;
}

let bundled: Promise<string> | undefined;

/** The program itself; bundled once for each file of tests. */
export async function programText(): Promise<string> {
  bundled ??= bundleMirrorProgram().then(({ bytes }) => Buffer.from(bytes).toString());
  return bundled;
}

/** Today, as `publishedSite` counts days: programs have the real clock. */
export const today = (Date.now() - firstDay.getTime()) / (24 * 60 * 60 * 1000);

export interface Ministry {
  readonly folder: string;
  readonly paths: MirrorPaths;
  /** Runs `passport-mirror.mjs COMMAND --dir FOLDER …`. */
  run(command: string, args?: readonly string[], preload?: Preload): Promise<Outcome>;
  /** The same, for a test that ends it itself. */
  start(command: string, args?: readonly string[]): ChildProcess;
  /** Changes fields of `mirror.json`, as its administrator does. */
  configure(fields: Readonly<Record<string, unknown>>): Promise<void>;
}

/** A file beside the tests that is loaded before the program, and what it reads of the environment. */
export interface Preload {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface MinistryWishes {
  readonly folder?: string;
  readonly options?: readonly string[];
  readonly preload?: Preload;
}

/** Makes a mirror by `init`. @param upstreams addresses, in their order */
export async function makeMinistry(
  { top, live }: Pick<PublishedSite, 'top' | 'live'>,
  upstreams: readonly string[],
  { folder = path.join(top, 'ministry'), options = [], preload }: MinistryWishes = {},
): Promise<Ministry> {
  const download = path.join(top, 'download');
  await mkdir(download, { recursive: true });
  const program = path.join(download, 'passport-mirror.mjs');
  await writeFile(program, await programText());
  const root = path.join(live, releasePaths.root(1));
  const from = upstreams.length === 0 ? [] : ['--from', upstreams.join(',')];
  const trusted = upstreams.length === 0 ? root : `sha256:${sha256(await readFile(root))}`;
  const words = ['init', '--dir', folder, ...from, '--root', trusted, ...options];
  const made = await runProgram(program, words, preload);
  expect(made, made.stderr).toMatchObject({ code: 0 });
  return ministryIn(folder);
}

export function ministryIn(folder: string): Ministry {
  const paths = mirrorPaths(folder);
  return {
    folder,
    paths,
    run: (command, args = [], preload) =>
      runProgram(paths.program, [command, '--dir', folder, ...args], preload),
    async configure(fields) {
      const before: object = JSON.parse(await readFile(paths.configuration, 'utf8'));
      await writeFile(paths.configuration, JSON.stringify({ ...before, ...fields }, null, 2));
    },
    start: (command, args = []) =>
      spawn(systemNode(), [paths.program, command, '--dir', folder, ...args], {
        stdio: 'ignore',
        env: cleanEnvironment(),
      }),
  };
}

export function runProgram(program: string, args: readonly string[], preload?: Preload): Promise<Outcome> {
  const before =
    preload === undefined
      ? []
      : ['--require', fileURLToPath(new URL(`../processes/${preload.file}`, import.meta.url))];
  return runCommand(systemNode(), [...before, program, ...args], {
    NODE_OPTIONS: '',
    ...preload?.env,
  });
}

/** Without what a test runner tells Node. */
const cleanEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: '' });

/** What people get to see of a failure is sentences. */
export function expectSentences({ stderr, stdout }: Outcome): void {
  expect(stderr + stdout).not.toMatch(/^ {2,}at |fault of the program|undefined|\[object/m);
  expect(stderr.trim()).toMatch(/[.?…)]$/);
}
