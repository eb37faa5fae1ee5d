/**
 * Measures a mirror: what an update takes on the line after one lesson was edited, beside rsync and wget; and what a first
 * synchronisation and a look through all files take where there are very many. The program is the file that ministries get.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../../../build/cli/errors.ts';
import { programPath } from '../../../build/mirror/program/this-program.ts';
import { findProgram } from '../../support/servers/find-or-install.ts';
import { freePort } from '../../support/servers/free-port.ts';
import { findNginx, startNginx } from '../../support/servers/nginx-server.ts';
import { startProgram } from '../../support/servers/server-process.ts';
import { generateContent } from '../content/generate-content.ts';
import { type Measurement, runMeasured } from '../measure/run-measured.ts';
import { editLesson } from '../own/edit-lesson.ts';
import { startCountingProxy, type Traffic } from './counting-proxy.ts';
import { writeManyFiles } from './many-files.ts';

export interface MirrorBenchOptions {
  /** An empty folder. */
  readonly work: string;
  /** Of the sites of all countries; one of them is mirrored. */
  readonly pages: number;
  /** Of the site with very many. */
  readonly files: number;
  readonly seed: number;
  /** How many lessons are edited, one after the other. */
  readonly runs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

export interface MirrorReport {
  /** Updates of a site as authors write it. */
  readonly updates: SiteFigures & { readonly cases: readonly UpdateCase[] };
  /** Of a site with very many files. */
  readonly many: SiteFigures & { readonly cases: readonly ManyCase[] };
}

export interface SiteFigures {
  readonly files: number;
  readonly bytes: number;
}

export interface UpdateCase extends Traffic {
  readonly name: string;
  readonly seconds: number;
}

export interface ManyCase extends Measurement {
  readonly name: string;
}

interface ReleaseAnswer {
  readonly record: { readonly counts: SiteFigures };
}

const country = 'kg';
const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

export async function benchMirror(options: MirrorBenchOptions): Promise<MirrorReport> {
  const { work } = options;
  const program = path.join(work, 'dist', country, programPath);
  const updates = await measureUpdates(options, program);
  return { updates, many: await measureMany(options, program) };
}

async function measureUpdates(
  { work, pages, seed, runs, signal, onProgress }: MirrorBenchOptions,
  program: string,
): Promise<MirrorReport['updates']> {
  const at = (name: string): string => path.join(work, name);
  const [content, folder, live] = [at('content'), at('releases'), at('live')];
  const run = commandIn(signal);
  const publish = async (): Promise<SiteFigures> => {
    await run('build', [
      ...['--country', country, '--content', content, '--out', at('dist'), '--cache', at('cache')],
    ]);
    const released = await run('release', [
      ...['--country', country, '--from', at(`dist/${country}`), '--out', folder],
      ...['--keys', at('keys'), '--json'],
    ]);
    await run('deploy', ['--from', folder, '--to', `file://${live}`]);
    const [answer] = JSON.parse(released.stdout) as ReleaseAnswer[];
    if (answer === undefined) throw new TypeError('release told nothing');
    return answer.record.counts;
  };
  onProgress(`writing, building and publishing a site for ${pages} pages …`);
  await generateContent({ folder: content, pages, seed });
  const { files, bytes } = await publish();

  const server = await serve(live, at('nginx'), `include ${live}/_server/nginx.conf;`);
  const daemon = await startRsync(live, at('rsync'));
  const lines = [await startCountingProxy(server.port), await startCountingProxy(daemon.port)] as const;
  const address = `http://127.0.0.1:${lines[0].port}/`;
  const cases: UpdateCase[] = [];
  const measure = async (
    name: string,
    line: number,
    file: string,
    args: readonly string[],
  ): Promise<void> => {
    onProgress(`${name} …`);
    const { seconds } = await runMeasured({ file, args, cwd: work }, signal);
    const traffic = lines[line]?.take();
    if (traffic !== undefined) cases.push({ name, seconds, ...traffic });
  };
  const mirror = (name: string) =>
    measure(`passport-mirror sync, ${name}`, 0, process.execPath, [program, 'sync', '--dir', at('mirror')]);
  const rsync = (name: string) =>
    measure(`rsync -az, ${name}`, 1, daemon.program, [
      ...['-az', '--delete', ...notOfTheSite.map((pattern) => `--exclude=${pattern}`)],
      ...[`rsync://127.0.0.1:${lines[1].port}/site/`, at('copy-rsync')],
    ]);
  const wget = (name: string) =>
    measure(`wget -N, ${name}`, 0, daemon.wget, [
      ...['-q', '-r', '-N', '-l', 'inf', '-nH', '-e', 'robots=off', '-P', at('copy-wget'), address],
    ]);
  try {
    const root = path.join(folder, 'metadata/1.root.json');
    await runMeasured(
      {
        file: process.execPath,
        args: [program, 'init', '--dir', at('mirror'), '--from', address, '--root', root],
        cwd: work,
      },
      signal,
    );
    lines[0].take();
    for (const copy of [mirror, rsync, wget]) await copy('the first time');
    for (let edition = 0; edition < runs; edition++) {
      await editLesson(content, edition);
      await publish();
      for (const copy of [mirror, rsync, wget]) await copy('after one lesson was edited');
      for (const copy of [mirror, rsync, wget]) await copy('when nothing has changed');
    }
  } finally {
    for (const line of lines) await line.stop();
    await Promise.all([server.stop(), daemon.stop()]);
  }
  return { files, bytes, cases };
}

/** Compressed copies and parts of releases, which only mirrors take. */
const notOfTheSite = [
  '*.br',
  '*.gz',
  ...['objects', 'manifests', 'deltas', 'patches', 'releases', 'targets', 'metadata', 'locks'].map(
    (name) => `/${name}`,
  ),
];

async function measureMany(
  { work, files, seed, signal, onProgress }: MirrorBenchOptions,
  program: string,
): Promise<MirrorReport['many']> {
  const at = (name: string): string => path.join(work, 'many', name);
  onProgress(`writing and releasing a site of ${files} files …`);
  await mkdir(at('.'), { recursive: true });
  writeManyFiles(at('site'), files, seed);
  const { stdout } = await commandIn(signal)('release', [
    ...['--country', country, '--from', at('site'), '--out', at('releases'), '--keys', at('keys'), '--json'],
  ]);
  const [answer] = JSON.parse(stdout) as ReleaseAnswer[];
  const server = await serve(at('releases'), at('nginx'), 'default_type application/octet-stream;');
  const mirror = at('mirror');
  const cases: ManyCase[] = [];
  const measure = async (name: string, file: string, args: readonly string[]): Promise<void> => {
    onProgress(`${name} …`);
    cases.push({ name, ...(await runMeasured({ file, args, cwd: work }, signal)) });
  };
  const own = (name: string, ...args: readonly string[]) =>
    measure(name, process.execPath, [program, ...args, '--dir', mirror]);
  try {
    await own(
      'init',
      ...['init', '--from', `http://127.0.0.1:${server.port}/`],
      ...['--root', at('releases/metadata/1.root.json')],
    );
    await own('the first synchronisation', 'sync');
    await own('another one, when nothing has changed', 'sync');
    await own('verify', 'verify');
    await measure('beside it: sha256sum of every content', 'sh', [
      '-c',
      `find "${mirror}/objects" -type f -print0 | xargs -0 sha256sum > "${at('sums')}"`,
    ]);
    await measure('beside it: cp of every content', 'cp', ['-R', `${mirror}/objects`, at('copy')]);
  } finally {
    await server.stop();
  }
  return { files: answer?.record.counts.files ?? 0, bytes: answer?.record.counts.bytes ?? 0, cases };
}

const commandIn = (signal: AbortSignal) => (command: string, args: readonly string[]) =>
  runMeasured(
    {
      file: process.execPath,
      args: [path.join(projectFolder, 'scripts', `${command}.ts`), ...args],
      cwd: projectFolder,
    },
    signal,
  );

async function serve(root: string, folder: string, more: string) {
  const nginx = await findNginx();
  if ('missing' in nginx) throw new EnvironmentError(`The mirror is fed by nginx: ${nginx.missing}.`);
  const { url, stop } = await startNginx(nginx, {
    folder,
    block: `root ${root};\n${more}`,
    hasBrotli: false,
  });
  return { port: Number(new URL(url).port), stop };
}

async function startRsync(root: string, folder: string) {
  const [program, wget] = await Promise.all([findProgram('rsync'), findProgram('wget')]);
  if (program === undefined || wget === undefined)
    throw new EnvironmentError(
      'A mirror is measured beside rsync and wget. Install both: apt install rsync wget',
    );
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  const configuration = path.join(folder, 'rsyncd.conf');
  const user = process.getuid?.() === 0 ? 'uid = root\ngid = root\n' : '';
  await writeFile(
    configuration,
    `use chroot = no\n${user}pid file = ${folder}/pid\n[site]\npath = ${root}\nread only = yes\n`,
  );
  // What it is started with as its output is a socket, which cannot be opened as a file of a log.
  const log = path.join(folder, 'log');
  await writeFile(log, '');
  const stop = await startProgram({
    program: '/bin/sh',
    args: [
      ...['-c', 'log=$1; shift; tail --pid=$$ -n +1 -f "$log" >&2 & exec "$@"', 'sh', log],
      ...[program, '--daemon', '--no-detach', `--config=${configuration}`, `--port=${port}`],
      `--log-file=${log}`,
    ],
    ready: /starting, listening/,
  });
  return { port, program, wget, stop };
}
