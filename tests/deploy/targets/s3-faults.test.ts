/** What is said of the faults of S3, by a real server and by one in front of it that misbehaves. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTarget } from '../../../build/deploy/targets/open-target.ts';
import type { TargetOptions } from '../../../build/deploy/targets/options.ts';
import { startFaultyProxy } from '../../support/servers/faulty-proxy.ts';
import { type S3Server, startS3Server } from '../../support/servers/s3-server.ts';
import { whyNoS3Server } from '../../support/servers/shared-gateway.ts';
import { failureOf, recordedWaits, withoutWaiting } from './places.ts';
import { uploadsOf } from './uploads.ts';

const whyNot = await whyNoS3Server();
const ignore = (): void => {};
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe.skipIf(whyNot !== undefined)(
  whyNot === undefined ? 'faults of S3' : `faults of S3 (not tried: ${whyNot})`,
  () => {
    let server: S3Server;
    beforeAll(async () => {
      server = await startS3Server();
    });
    afterEach(() => {
      vi.useRealTimers();
      vi.unstubAllEnvs();
    });

    test('each fault of the real server is a sentence of its own, without any key', async () => {
      const { endpoint, environment, stranger, bucket } = server;
      const { name } = await bucket();
      const { name: small } = await bucket(2);
      const { host } = new URL(endpoint);
      const secret = 'A-SECRET-THAT-NOBODY-MAY-READ';
      const failure = async (address: string, given: TargetOptions['environment']): Promise<string> => {
        const target = await openTarget(address, {
          ...withoutWaiting,
          endpoint,
          environment: given,
          atOnce: 1,
        });
        const uploads = await uploadsOf({
          'ru/a.html': 'a',
          'ru/b.html': 'b',
          'ru/c.html': 'c',
          'ru/d.html': 'd',
        });
        const message = await failureOf(target.write(uploads, ignore));
        expect(message).not.toContain(secret);
        expect(message).not.toContain(environment.AWS_SECRET_ACCESS_KEY);
        return message.replace(/writing "[^"]+"/, 'writing "…"');
      };
      const wrong = 'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or AWS_PROFILE.';
      expect(await failure(`s3://${name}`, { ...environment, AWS_ACCESS_KEY_ID: secret })).toBe(
        `s3://${name}: writing "…" failed: the credentials are not accepted (InvalidAccessKeyId, ${host}). ${wrong}`,
      );
      expect(await failure(`s3://${name}`, { ...environment, AWS_SECRET_ACCESS_KEY: secret })).toBe(
        `s3://${name}: writing "…" failed: the credentials are not accepted (SignatureDoesNotMatch, ${host}). ${wrong}`,
      );
      expect(await failure(`s3://${name}`, stranger)).toBe(
        `s3://${name}: writing "…" failed: these credentials may not do this (AccessDenied, ${host}). Give them the rights that "Targets" in scripts/README.md lists.`,
      );
      expect(await failure('s3://no-such-bucket-here/kg', environment)).toBe(
        `s3://no-such-bucket-here/kg: writing "…" failed: there is no such place (NoSuchBucket, ${host}). Make the bucket first, or correct its name, AWS_REGION or --endpoint.`,
      );
      expect(await failure(`s3://${small}`, environment)).toBe(
        `s3://${small}: writing "…" failed: there is no space left, or the quota is used up (QuotaExceeded, ${host}). Make room there, or raise the quota, and run the command again.`,
      );
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      expect(await failure(`s3://${name}`, environment)).toBe(
        `s3://${name}: writing "…" failed: the clock of this computer is wrong (RequestTimeTooSkewed, ${host}). Set it right (on Linux: "timedatectl set-ntp true") and run the command again.`,
      );
    });

    test('a bucket that is missing is a fault also when it is read, listed or created in', async () => {
      const { endpoint, environment } = server;
      const target = await openTarget('s3://no-such-bucket-here', {
        ...withoutWaiting,
        endpoint,
        environment,
      });
      for (const ask of [
        () => target.read('a'),
        () => target.list(''),
        () => target.create('a', text('a'), 'text/plain'),
      ])
        expect(await failureOf(ask())).toContain('there is no such place (NoSuchBucket');
    });

    test('what throttling, broken connections and time-outs hold up succeeds in the end', async () => {
      const { endpoint, environment, bucket } = server;
      const { name } = await bucket();
      const waits = recordedWaits();
      const slowDown = '<Error><Code>SlowDown</Code></Error>';
      const proxy = await startFaultyProxy(endpoint, (_, number) => {
        if (number === 1) return (_request, response) => response.writeHead(503).end(slowDown);
        if (number === 2)
          return (_request, response) => response.writeHead(429, { 'Retry-After': '7' }).end();
        if (number === 3) return 'reset';
        if (number === 4) return 'hang';
        if (number === 5) return 'lose answer';
        return 'pass';
      });
      const target = await openTarget(`s3://${name}`, {
        ...withoutWaiting,
        sleep: waits.sleep,
        endpoint: proxy.endpoint,
        environment,
        timeoutMs: 1000,
      });
      await target.write(await uploadsOf({ 'ru/a.html': 'a' }), ignore);
      expect(proxy.requests()).toBe(6);
      // Half of 250, 500, 1000 … ms, or what the server asks for.
      expect(waits.ms).toEqual([125, 7000, 500, 1000, 2000]);
      expect(Buffer.from((await target.read('ru/a.html')) ?? []).toString()).toBe('a');
    });

    test('a creation whose answer was lost is known as one’s own, and another’s is not', async () => {
      const { endpoint, environment, bucket } = server;
      const { name } = await bucket();
      const proxy = await startFaultyProxy(endpoint, ({ method }, number) =>
        method === 'PUT' && number % 3 === 1 ? 'lose answer' : 'pass',
      );
      const open = (to: string) =>
        openTarget(`s3://${name}`, { ...withoutWaiting, endpoint: to, environment });
      const [lossy, other] = [await open(proxy.endpoint), await open(endpoint)];
      expect(await lossy.create('lock', text('mine'), 'text/plain')).toBe(true);
      expect(await other.create('theirs', text('theirs'), 'text/plain')).toBe(true);
      expect(await lossy.create('theirs', text('mine'), 'text/plain')).toBe(false);
      expect(proxy.requests()).toBe(6);
    });

    test('what does not pass is not tried again, and what does not end fails', async () => {
      const { endpoint, environment, bucket } = server;
      const { name } = await bucket();
      const forbidding = await startFaultyProxy(endpoint, () => (_request, response) => {
        response.writeHead(403).end(`<Error><Code>${environment.AWS_SECRET_ACCESS_KEY}</Code></Error>`);
      });
      const ask = async (to: string) => {
        const options = { ...withoutWaiting, endpoint: to, environment, timeoutMs: 300, mostAttempts: 3 };
        return failureOf((await openTarget(`s3://${name}`, options)).read('a'));
      };
      const forbidden = await ask(forbidding.endpoint);
      expect(forbidden).toContain('these credentials may not do this (403');
      expect(forbidden).not.toContain(environment.AWS_SECRET_ACCESS_KEY);
      expect(forbidding.requests()).toBe(1);
      const silent = await startFaultyProxy(endpoint, () => 'hang');
      expect(await ask(silent.endpoint)).toContain('no answer came in time');
      expect(silent.requests()).toBe(3);
      const broken = await startFaultyProxy(endpoint, () => 'reset');
      expect(await ask(broken.endpoint)).toContain('the connection broke off (ECONNRESET');
      expect(await ask('http://127.0.0.1:1')).toContain('the server accepts no connection (ECONNREFUSED');
      expect(await ask('http://no-such-host.invalid')).toMatch(
        /no computer of this name is known|the connection broke off \(EAI_AGAIN/,
      );
    });

    test('of many files under way, the first fault ends the others', async () => {
      const { endpoint, environment, bucket } = server;
      const { name } = await bucket();
      const proxy = await startFaultyProxy(endpoint, (_, number) =>
        number === 3 ? (_request, response) => response.writeHead(403).end() : 'pass',
      );
      const options = { ...withoutWaiting, endpoint: proxy.endpoint, environment, atOnce: 2 };
      const target = await openTarget(`s3://${name}`, options);
      const uploads = await uploadsOf(
        Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f/${index}`, 'x'])),
      );
      expect(await failureOf(target.write(uploads, ignore))).toContain('403');
      expect(proxy.requests()).toBeLessThan(8);
    });

    test('a region that nobody gave is told, where Amazon has many', async () => {
      vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
      for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE'])
        vi.stubEnv(variable, undefined);
      const { AWS_REGION: _, ...environment } = server.environment;
      const target = await openTarget('s3://bucket', { ...withoutWaiting, environment });
      expect(await failureOf(target.read('a'))).toBe(
        's3://bucket: reading "a" failed: its region is another, or was not given (RegionMissing). Set AWS_REGION to the region of the bucket.',
      );
    });

    test('the rights that the guide lists are enough, and end at the prefix', async () => {
      const { name } = await server.bucket();
      const guide = await readFile('scripts/README.md', 'utf8');
      const [, listed = ''] = /## Targets.*?```json\n(.*?)```/s.exec(guide) ?? [];
      const policy = JSON.parse(listed.replaceAll('BUCKET', name).replaceAll('PREFIX', 'kg'));
      await server.grant(name, policy.Statement);
      const open = (address: string) =>
        openTarget(address, {
          ...withoutWaiting,
          endpoint: server.endpoint,
          environment: server.stranger,
        });
      const target = await open(`s3://${name}/kg`);
      expect(await target.read('a.html')).toBeUndefined();
      expect(await target.create('lock', text('a'), 'text/plain')).toBe(true);
      await target.write(await uploadsOf({ 'a.html': 'a' }), ignore);
      expect((await target.list('')).toSorted()).toEqual(['a.html', 'lock']);
      await target.remove(['a.html', 'lock', 'never.html']);
      expect(await target.list('')).toEqual([]);
      const beside = await open(`s3://${name}/tj`);
      expect(await failureOf(beside.create('lock', text('a'), 'text/plain'))).toContain('may not do this');
    });

    test('nothing is said on the terminal, also when credentials come from two places', async () => {
      const { endpoint, environment, bucket } = server;
      const { name } = await bucket();
      const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
        vi.spyOn(console, method),
      );
      const warn = vi.spyOn(process, 'emitWarning');
      for (const [variable, value] of Object.entries(environment)) vi.stubEnv(variable, value);
      vi.stubEnv('AWS_PROFILE', 'default');
      vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
      vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
      vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
      const chain = await openTarget(`s3://${name}`, {
        ...withoutWaiting,
        endpoint,
        environment: { AWS_PROFILE: 'default' },
      });
      expect(await failureOf(chain.read('a'))).toContain(
        'there are no credentials for it (CredentialsProviderError',
      );
      const named = await openTarget(`s3://${name}`, { ...withoutWaiting, endpoint, environment });
      await named.write(await uploadsOf({ a: 'a' }), ignore);
      for (const spy of [...spies, warn]) expect(spy).not.toHaveBeenCalled();
    });
  },
);
