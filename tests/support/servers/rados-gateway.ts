/** The three processes of a radosgw: a monitor, a store in memory, and the gateway that speaks S3. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram, serverPath } from './find-or-install.ts';
import { freePort } from './free-port.ts';
import { keepRunning, type RunningServer, waitForPort } from './keep-running.ts';

const runFile = promisify(execFile);

/** Where a running one is, to be handed from one file of tests to another. */
export interface GatewayPlace {
  readonly folder: string;
  readonly port: number;
}

export interface RadosGateway {
  readonly place: GatewayPlace;
  readonly endpoint: string;
  /** Names that are also the access key and the secret. */
  readonly users: { readonly owner: string; readonly stranger: string };
  /** Sets how many objects a bucket may hold. */
  limit(bucket: string, mostObjects: number): Promise<void>;
}

const users = { owner: 'PASSPORTOWNER', stranger: 'PASSPORTSTRANGER' } as const;

/** @param running one that another file of tests has started */
export async function startRadosGateway(ownerPid: number, running?: GatewayPlace): Promise<RadosGateway> {
  const place = running ?? (await startSomewhere(ownerPid));
  return {
    place,
    endpoint: `http://127.0.0.1:${place.port}`,
    users,
    async limit(bucket, mostObjects) {
      const quota = ['--quota-scope=bucket', `--bucket=${bucket}`];
      await ask(place.folder, 'radosgw-admin', 'quota', 'set', ...quota, `--max-objects=${mostObjects}`);
      await ask(place.folder, 'radosgw-admin', 'quota', 'enable', ...quota);
    },
  };
}

/** A start that fails, which a crowded machine makes of one of many, is begun anew. */
async function startSomewhere(ownerPid: number): Promise<GatewayPlace> {
  for (let tries = 1; ; tries++) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-s3-'));
    const started: RunningServer[] = [];
    try {
      return await start(folder, ownerPid, started);
    } catch (error) {
      for (const server of started) await server.stop();
      await rm(folder, { recursive: true, force: true });
      if (tries === 3) throw error;
    }
  }
}

const environmentOf = (folder: string) => ({ CEPH_CONF: path.join(folder, 'ceph.conf'), PATH: serverPath });

/** The monitor refuses for a moment what is asked while it gathers itself. */
async function ask(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  for (let tries = 1; ; tries++)
    try {
      const env = { ...process.env, ...environmentOf(folder) };
      return (await runFile(program, args, { env, timeout: 60_000 })).stdout;
    } catch (error) {
      if (tries === 5) throw error;
      await setTimeout(500);
    }
}

async function start(folder: string, ownerPid: number, started: RunningServer[]): Promise<GatewayPlace> {
  const [port, monitorPort] = [await freePort(), await freePort()];
  const [id, store] = [randomUUID(), randomUUID()];
  const environment = environmentOf(folder);
  // Each process has a folder that goes with it; the configuration goes with the gateway.
  const [monitor, objects] = [await ownFolder('mon'), await ownFolder('osd')];
  await writeFile(environment.CEPH_CONF, configuration({ folder, id, monitor, monitorPort, objects }));
  const run = (program: string, ...args: readonly string[]) => ask(folder, program, ...args);
  const keep = async (program: string, own: string, ...args: readonly string[]): Promise<RunningServer> => {
    const file = (await findProgram(program)) ?? program;
    const server = keepRunning(file, [...args, '-f'], { folder: own, ownerPid, environment });
    started.push(server);
    return server;
  };

  const map = path.join(folder, 'monmap');
  const address = `[v1:127.0.0.1:${monitorPort}/0]`;
  await run('monmaptool', '--create', '--clobber', '--fsid', id, '--addv', 'a', address, map);
  await run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map);
  await keep('ceph-mon', monitor, '-i', 'a');
  await run('ceph', 'osd', 'create', store, '0');
  await run('ceph', 'osd', 'crush', 'add', 'osd.0', '1', 'root=default', 'host=h');
  await run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
  const osd = await keep('ceph-osd', objects, '-i', '0');
  const end = performance.now() + 60_000;
  while (!/\b1 up/.test(await run('ceph', 'osd', 'stat'))) {
    if (performance.now() > end) throw new Error(`no store came up:\n${await osd.printed()}`);
    await setTimeout(200);
  }
  for (const user of Object.values(users)) {
    const keys = [`--access-key=${user}`, `--secret-key=${user}`];
    await run('radosgw-admin', 'user', 'create', `--uid=${user}`, `--display-name=${user}`, ...keys);
  }
  const frontend = ['--rgw-frontends', `beast endpoint=127.0.0.1:${port}`];
  await waitForPort(port, await keep('radosgw', folder, '-n', 'client.rgw', ...frontend));
  return { folder, port };
}

async function ownFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `passport-s3-${name}-`));
  await mkdir(path.join(folder, 'data'));
  return folder;
}

interface Layout {
  readonly folder: string;
  readonly id: string;
  readonly monitor: string;
  readonly monitorPort: number;
  readonly objects: string;
}

const configuration = ({ folder, id, monitor, monitorPort, objects }: Layout): string => `[global]
fsid = ${id}
mon host = [v1:127.0.0.1:${monitorPort}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
ms bind msgr2 = false
mon data avail crit = 1
mon data avail warn = 2
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
mon warn on pool no redundancy = false
mon allow pool size one = true
osd crush chooseleaf type = 0
run dir = ${folder}
log file = ${folder}/$name.log
admin socket = ${folder}/$name.asok
pid file =
[mon.a]
mon data = ${monitor}/data
mon addr = v1:127.0.0.1:${monitorPort}
[osd.0]
osd data = ${objects}/data
osd objectstore = memstore
memstore device bytes = 1073741824
osd max object name len = 256
osd class update on start = false
osd crush update on start = false
[client.rgw]
rgw dns name = localhost
rgw bucket quota ttl = 0
rgw user quota bucket sync interval = 1
rgw enable usage log = false
`;
