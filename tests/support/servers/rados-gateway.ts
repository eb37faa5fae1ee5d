/** The three processes of a radosgw: a monitor, a store in memory, and the gateway that speaks S3. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram, serverPath } from './find-or-install.ts';
import { freePort } from './free-port.ts';
import { keepRunning, waitForPort } from './keep-running.ts';

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
  const place = running ?? {
    folder: await mkdtemp(path.join(os.tmpdir(), 'passport-s3-')),
    port: await freePort(),
  };
  const { folder, port } = place;
  const environment = { CEPH_CONF: path.join(folder, 'ceph.conf'), PATH: serverPath };
  const run = async (program: string, ...args: readonly string[]): Promise<string> =>
    (await runFile(program, args, { env: { ...process.env, ...environment }, timeout: 60_000 })).stdout;
  /** The monitor refuses for a moment what is asked while it gathers itself. */
  const ceph = async (...args: readonly string[]): Promise<string> => {
    for (let tries = 1; ; tries++)
      try {
        return await run('ceph', ...args);
      } catch (error) {
        if (tries === 10) throw error;
        await setTimeout(500);
      }
  };
  if (running === undefined) await start();
  return {
    place,
    endpoint: `http://127.0.0.1:${port}`,
    users,
    async limit(bucket, mostObjects) {
      const quota = ['--quota-scope=bucket', `--bucket=${bucket}`];
      await run('radosgw-admin', 'quota', 'set', ...quota, `--max-objects=${mostObjects}`);
      await run('radosgw-admin', 'quota', 'enable', ...quota);
    },
  };

  async function start(): Promise<void> {
    const monitorPort = await freePort();
    const id = randomUUID();
    const store = randomUUID();
    // Each process has a folder that goes with it; the configuration goes with the gateway.
    const own = (name: string) => mkdtemp(path.join(os.tmpdir(), `passport-s3-${name}-`));
    const [monitor, objects] = [await own('mon'), await own('osd')];
    await writeFile(environment.CEPH_CONF, configuration({ folder, id, monitor, monitorPort, objects }));
    const keep = async (program: string, from: string, ...args: readonly string[]) =>
      keepRunning((await findProgram(program)) ?? program, [...args, '-f'], {
        folder: from,
        ownerPid,
        environment,
      });
    const map = path.join(folder, 'monmap');
    await run('monmaptool', '--create', '--fsid', id, '--addv', 'a', `[v1:127.0.0.1:${monitorPort}/0]`, map);
    await mkdir(path.join(monitor, 'data'));
    await mkdir(path.join(objects, 'data'));
    await run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map);
    await keep('ceph-mon', monitor, '-i', 'a');
    await ceph('osd', 'create', store, '0');
    await ceph('osd', 'crush', 'add-bucket', 'h', 'host');
    await ceph('osd', 'crush', 'add', 'osd.0', '1', 'root=default', 'host=h');
    await run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
    await keep('ceph-osd', objects, '-i', '0');
    while (!/\b1 up/.test(await ceph('osd', 'stat'))) await setTimeout(200);
    for (const user of Object.values(users))
      await run(
        'radosgw-admin',
        'user',
        'create',
        `--uid=${user}`,
        `--display-name=${user}`,
        `--access-key=${user}`,
        `--secret-key=${user}`,
      );
    const frontend = ['--rgw-frontends', `beast endpoint=127.0.0.1:${port}`];
    await waitForPort(port, await keep('radosgw', folder, '-n', 'client.rgw', ...frontend));
  }
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
mon addr = 127.0.0.1:${monitorPort}
[osd.0]
osd data = ${objects}/data
osd objectstore = memstore
memstore device bytes = 1073741824
osd max object name len = 256
[client.rgw]
rgw dns name = localhost
rgw bucket quota ttl = 0
rgw user quota bucket sync interval = 1
rgw enable usage log = false
`;
