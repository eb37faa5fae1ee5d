/** One radosgw for all files of a run, started by the first that asks. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockCache } from '../../../build/cache/lock.ts';
import { findOrInstall } from './find-or-install.ts';
import { type RadosGateway, startRadosGateway } from './rados-gateway.ts';

/** @returns why there can be none, in a few words; nothing when there can */
export const whyNoS3Server = (): Promise<string | undefined> =>
  findOrInstall(
    ['radosgw', 'radosgw-admin', 'ceph', 'ceph-mon', 'ceph-osd', 'monmaptool'],
    ['radosgw', 'ceph-mon', 'ceph-osd'],
  );

/** @throws Error with what its programs printed, when it does not come up */
export async function sharedGateway(runFolder: string): Promise<RadosGateway> {
  const shared = path.join(runFolder, 's3');
  const lock = await lockCache(shared, () => {});
  try {
    const file = path.join(shared, 'gateway.json');
    const known = await readFile(file, 'utf8').catch(() => undefined);
    const ownerPid = Number(await readFile(path.join(runFolder, 'pid'), 'utf8'));
    const gateway = await startRadosGateway(ownerPid, known === undefined ? undefined : JSON.parse(known));
    if (known === undefined) await writeFile(file, JSON.stringify(gateway.place));
    return gateway;
  } finally {
    await lock.free();
  }
}
