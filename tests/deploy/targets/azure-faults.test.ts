/** What is said of the faults of Azure, by Azurite and by a server in front of it that misbehaves. */
import {
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTarget } from '../../../build/deploy/targets/open-target.ts';
import type { TargetOptions } from '../../../build/deploy/targets/options.ts';
import { type AzureServer, startAzureServer } from '../../support/servers/azure-server.ts';
import { startFaultyProxy } from '../../support/servers/faulty-proxy.ts';
import { failureOf, recordedWaits, withoutWaiting } from './places.ts';
import { uploadsOf } from './uploads.ts';

const ignore = (): void => {};
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('faults of Azure', () => {
  let server: AzureServer;
  beforeAll(async () => {
    server = await startAzureServer();
    await server.container('$web');
  });
  afterAll(() => server.stop());

  const open = (
    container: string,
    environment: TargetOptions['environment'],
    more: Partial<TargetOptions> = {},
  ) =>
    openTarget(`azure://${server.account}/${container}`, {
      ...withoutWaiting,
      endpoint: server.endpoint,
      environment,
      ...more,
    });
  const signature = (permissions: string, expires: Date): string =>
    generateBlobSASQueryParameters(
      {
        containerName: '$web',
        permissions: ContainerSASPermissions.parse(permissions),
        startsOn: new Date(expires.getTime() - 86_400_000),
        expiresOn: expires,
      },
      new StorageSharedKeyCredential(server.account, server.key),
    ).toString();
  const tomorrow = new Date(Date.now() + 86_400_000);

  test('a key, a connection string and a shared access signature all open the container $web', async () => {
    const { account, key, endpoint } = server;
    const connections = {
      AZURE_STORAGE_CONNECTION_STRING: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};BlobEndpoint=${endpoint}/${account};`,
    };
    const environments: readonly TargetOptions['environment'][] = [
      server.environment,
      connections,
      { AZURE_STORAGE_SAS_TOKEN: `?${signature('rwdlc', tomorrow)}` },
    ];
    for (const [index, environment] of environments.entries()) {
      const target = await openTarget(`azure://${account}/$web/kg`, {
        ...withoutWaiting,
        environment,
        ...(environment !== connections && { endpoint }),
      });
      await target.write(await uploadsOf({ 'index.html': `by ${index}` }), ignore);
      expect(Buffer.from((await target.read('index.html')) ?? []).toString()).toBe(`by ${index}`);
      expect(await target.create('index.html', text('x'), 'text/html')).toBe(false);
      expect(await target.list('')).toEqual(['index.html']);
      await target.remove(['index.html']);
      await target.remove(['index.html']);
    }
  });

  test('each fault is a sentence of its own, without any key or signature', async () => {
    const { account, endpoint } = server;
    const { host } = new URL(endpoint);
    const key = Buffer.from('a secret that nobody may read').toString('base64');
    const failure = async (container: string, environment: TargetOptions['environment']): Promise<string> => {
      const target = await open(container, environment);
      const message = await failureOf(target.write(await uploadsOf({ 'ru/a.html': 'a' }), ignore));
      for (const value of Object.values(environment)) expect(message).not.toContain(value);
      expect(message).not.toMatch(/sig=|AccountKey|SharedKey/);
      return message;
    };
    const what = `azure://${account}/$web: writing "ru/a.html" failed:`;
    expect(await failure('$web', { AZURE_STORAGE_KEY: key })).toBe(
      `${what} these credentials may not do this (AuthorizationFailure, ${host}). Check the key; give whoever signs in the role that "Targets" in scripts/README.md lists; and let the firewall of the account admit this computer.`,
    );
    expect(await failure('no-such-place', server.environment)).toBe(
      `azure://${account}/no-such-place: writing "ru/a.html" failed: there is no such place (ContainerNotFound, ${host}). Make the container first, or correct its name.`,
    );
    expect(await failure('$web', { AZURE_STORAGE_SAS_TOKEN: signature('rl', tomorrow) })).toMatch(
      /these credentials may not do this \(AuthorizationPermissionMismatch/,
    );
    expect(await failure('$web', { AZURE_STORAGE_SAS_TOKEN: signature('rwl', new Date(1)) })).toMatch(
      /failed: .*credentials/,
    );
    const missing = await open('no-such-place', server.environment);
    for (const ask of [() => missing.read('a'), () => missing.list(''), () => missing.remove(['a'])])
      expect(await failureOf(ask())).toContain('there is no such place (ContainerNotFound');
  });

  test('Azure’s one name for wrong keys, old signatures and wrong clocks is told apart', async () => {
    const say = async (words: string): Promise<string> => {
      const proxy = await startFaultyProxy(server.endpoint, () => (_request, response) => {
        response.writeHead(403, {
          'x-ms-error-code': 'AuthenticationFailed',
          'Content-Type': 'application/xml',
        });
        response.end(
          `<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request.</Message><AuthenticationErrorDetail>${words}</AuthenticationErrorDetail></Error>`,
        );
      });
      return failureOf((await open('$web', server.environment, { endpoint: proxy.endpoint })).read('a'));
    };
    expect(await say("Request date header too old: 'Sun, 29 Nov 2026 10:00:00 GMT'")).toContain(
      'the clock of this computer is wrong',
    );
    expect(
      await say('Signature not valid in the specified time frame: Start [a] - Expiry [b] - Current [c]'),
    ).toContain('the credentials have expired');
    expect(await say(`The MAC signature found is not the same. ${server.key}`)).toContain(
      'the credentials are not accepted',
    );
  });

  test('what throttling, broken connections and time-outs hold up succeeds in the end', async () => {
    const waits = recordedWaits();
    const proxy = await startFaultyProxy(server.endpoint, (_, number) => {
      if (number === 1)
        return (_request, response) => response.writeHead(503, { 'x-ms-error-code': 'ServerBusy' }).end();
      if (number === 2) return (_request, response) => response.writeHead(429, { 'Retry-After': '7' }).end();
      if (number === 3) return 'reset';
      if (number === 4) return 'hang';
      if (number === 5) return 'lose answer';
      return 'pass';
    });
    const more = { endpoint: proxy.endpoint, sleep: waits.sleep, timeoutMs: 1000 };
    const target = await open('$web', server.environment, more);
    await target.write(await uploadsOf({ 'throttled.html': 'a' }), ignore);
    expect(proxy.requests()).toBe(6);
    expect(waits.ms).toEqual([125, 7000, 500, 1000, 2000]);
    expect(Buffer.from((await target.read('throttled.html')) ?? []).toString()).toBe('a');
  });

  test('a creation whose answer was lost is known as one’s own, and another’s is not', async () => {
    const proxy = await startFaultyProxy(server.endpoint, ({ method }, number) =>
      method === 'PUT' && number % 3 === 1 ? 'lose answer' : 'pass',
    );
    const lossy = await open('$web', server.environment, { endpoint: proxy.endpoint });
    const other = await open('$web', server.environment);
    expect(await lossy.create('lock', text('mine'), 'text/plain')).toBe(true);
    expect(await other.create('theirs', text('theirs'), 'text/plain')).toBe(true);
    expect(await lossy.create('theirs', text('mine'), 'text/plain')).toBe(false);
  });

  test('a server that never answers, breaks off, or is not there ends in a sentence', async () => {
    const ask = async (endpoint: string): Promise<string> =>
      failureOf(
        (await open('$web', server.environment, { endpoint, timeoutMs: 300, mostAttempts: 2 })).list(''),
      );
    expect(await ask((await startFaultyProxy(server.endpoint, () => 'hang')).endpoint)).toContain(
      'no answer came in time',
    );
    expect(await ask((await startFaultyProxy(server.endpoint, () => 'reset')).endpoint)).toContain(
      'the connection broke off (ECONNRESET',
    );
    expect(await ask('http://127.0.0.1:1')).toContain('the server accepts no connection (ECONNREFUSED');
  });

  test('a connection string that is none, or of another account, is told without its key', async () => {
    const failure = (AZURE_STORAGE_CONNECTION_STRING: string): Promise<string> =>
      failureOf(open('$web', { AZURE_STORAGE_CONNECTION_STRING }));
    expect(await failure('AccountName=other;AccountKey=c2VjcmV0')).toBe(
      `AZURE_STORAGE_CONNECTION_STRING is for the account "other", and the address names "${server.account}". Correct one of them.`,
    );
    expect(await failure('c2VjcmV0')).toMatch(/^AZURE_STORAGE_CONNECTION_STRING is not a connection string/);
    expect(await failure('c2VjcmV0')).not.toContain('c2VjcmV0');
  });

  test('nobody is signed in over a connection that others can read', async () => {
    expect(await failureOf(open('$web', {}))).toBe(
      `There are no credentials for the account "${server.account}". Set AZURE_STORAGE_KEY; whoever is signed in is believed only over https.`,
    );
  });
});
