/** Azurite, which speaks the protocol of Azure Blob Storage. */
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { freePort } from './free-port.ts';
import { keepRunning, waitForPort } from './keep-running.ts';

export interface AzureServer {
  /** For `--endpoint`: `http://127.0.0.1:10000`. */
  readonly endpoint: string;
  readonly account: string;
  readonly key: string;
  /** What a deployment needs to be let in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes a container that everybody may read. @returns the address of its files, with a slash at its end */
  container(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startAzureServer(): Promise<AzureServer> {
  const account = 'passporttests';
  const key = Buffer.from('a key of these tests, which opens nothing else').toString('base64');
  const port = await freePort();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-azure-'));
  const server = keepRunning(
    process.execPath,
    [
      'node_modules/azurite/dist/src/blob/main.js',
      '--silent',
      '--inMemoryPersistence',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      '--disableProductStyleUrl',
      '--blobPort',
      String(port),
    ],
    { folder, ownerPid: process.pid, environment: { AZURITE_ACCOUNTS: `${account}:${key}` } },
  );
  await waitForPort(port, server);
  const endpoint = `http://127.0.0.1:${port}`;
  const service = new BlobServiceClient(
    `${endpoint}/${account}`,
    new StorageSharedKeyCredential(account, key),
  );
  return {
    endpoint,
    account,
    key,
    environment: { AZURE_STORAGE_KEY: key },
    async container(name) {
      await service.createContainer(name, { access: 'blob' });
      return `${endpoint}/${account}/${name}/`;
    },
    stop: server.stop,
  };
}
