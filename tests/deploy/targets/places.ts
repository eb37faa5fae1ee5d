/** A new place of each kind to publish to, on real servers of loopback. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EnvironmentError } from '../../../build/cli/errors.ts';
import type { TargetOptions } from '../../../build/deploy/targets/options.ts';
import { temporaryFolder } from '../../support/content.ts';
import { startAzureServer } from '../../support/servers/azure-server.ts';
import { startS3Server } from '../../support/servers/s3-server.ts';
import { whyNoS3Server } from '../../support/servers/shared-gateway.ts';
import { startSshServer, whyNoSshServer } from '../../support/servers/ssh-server.ts';

export interface Place {
  /** Without a slash at its end, and nothing there yet. */
  readonly address: string;
  readonly options: TargetOptions;
  /** Where its files can be read by HTTP, with a slash at its end. */
  readonly url?: string;
  /** The folder in which the server has its files. */
  readonly folder?: string;
}

export interface PlaceKind {
  readonly kind: string;
  /** Why it cannot be tried here. */
  readonly whyNot: string | undefined;
  start(): Promise<{ readonly place: () => Promise<Place>; readonly stop: () => Promise<void> }>;
}

export const withoutWaiting: TargetOptions = {
  environment: {},
  random: () => 0.5,
  sleep: async (_, signal) => signal?.throwIfAborted(),
};

export const placeKinds: readonly PlaceKind[] = [
  {
    kind: 'a folder',
    whyNot: undefined,
    start: async () => ({
      async place() {
        const folder = path.join(await temporaryFolder(), 'site');
        return { address: pathToFileURL(folder).href, options: withoutWaiting, folder };
      },
      async stop() {},
    }),
  },
  {
    kind: 'a server over SSH',
    whyNot: await whyNoSshServer(),
    async start() {
      const server = await startSshServer();
      return {
        async place() {
          const { address, folder } = server.site(randomBytes(6).toString('hex'));
          return { address, options: { ...withoutWaiting, environment: server.environment }, folder };
        },
        stop: server.stop,
      };
    },
  },
  {
    kind: 'Azure',
    whyNot: undefined,
    async start() {
      const { endpoint, environment, account, container, stop } = await startAzureServer();
      return {
        async place() {
          const name = `site-${randomBytes(6).toString('hex')}`;
          const url = `${await container(name)}public/kg/`;
          return {
            address: `azure://${account}/${name}/public/kg`,
            options: { ...withoutWaiting, endpoint, environment },
            url,
          };
        },
        stop,
      };
    },
  },
  {
    kind: 'S3',
    whyNot: await whyNoS3Server(),
    async start() {
      const { endpoint, environment, bucket } = await startS3Server();
      return {
        async place() {
          const { name, url } = await bucket();
          const options = { ...withoutWaiting, endpoint, environment };
          return { address: `s3://${name}/public/kg`, options, url: `${url}public/kg/` };
        },
        async stop() {},
      };
    },
  },
];

/** The message of what is expected to fail, in words for users. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EnvironmentError)) throw new Error('it did not fail with words', { cause: error });
  // What is printed with PASSPORT_DEBUG, or by whoever catches it.
  if (error.cause !== undefined) throw new Error('its cause may hold what nobody should read');
  return error.message;
}

/** Pauses that take no time, and how long they would have been. */
export function recordedWaits() {
  const ms: number[] = [];
  return {
    ms,
    sleep: async (pauseMs: number): Promise<void> => {
      ms.push(pauseMs);
    },
  };
}
