/** nginx and Caddy as `mirror config` configures them, started before the folder of a mirror. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caddySite } from '../../../build/mirror/servers/caddy-site.ts';
import { nginxServer } from '../../../build/mirror/servers/nginx-server.ts';
import { describeMirror, type ServedMirror } from '../../../build/mirror/servers/served-mirror.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { securityHeaders } from '../../../build/model/security-headers.ts';
import { ask, type Reply } from '../../support/servers/ask.ts';
import { findCaddy, startCaddy } from '../../support/servers/caddy-server.ts';
import type { FoundProgram } from '../../support/servers/debian-program.ts';
import { findNginx, startNginx } from '../../support/servers/nginx-server.ts';
import type { RunningServer } from '../../support/servers/server-process.ts';
import { filesOf, health, makeServedFolder, metrics, serveRelease } from './served-folder.ts';

let folder: string;
let mirror: ServedMirror;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'passport-mirror-'));
  await makeServedFolder(folder);
  mirror = describeMirror(folder, ['mirror.example.org'], 'kg');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Without its own frame: a test has an address of its own. */
const blockOf = (text: string): string =>
  text
    .slice(text.indexOf('{\n') + 2, text.lastIndexOf('}'))
    .replaceAll(/^(?:listen|server_name) .*$/gm, '')
    // As its comment says to an administrator.
    .replace('#   brotli_static on;', 'brotli_static on;');

type Found = Exclude<FoundProgram, { missing: string }>;
const variants = [
  {
    name: 'nginx',
    found: await findNginx(),
    start: (found: Found, own: string) =>
      startNginx(found, { folder: own, block: blockOf(nginxServer(mirror)) }),
  },
  {
    name: 'Caddy',
    found: await findCaddy(),
    start: (found: Found, own: string) =>
      startCaddy(found, { folder: own, block: blockOf(caddySite(mirror)) }),
  },
];

describe.each(variants)('$name', ({ name, found, start }) => {
  const reason = 'missing' in found ? ` (left out: ${found.missing})` : '';
  describe.skipIf('missing' in found)(`is started${reason}`, () => {
    let server: RunningServer;
    const get = (address: string, headers?: Record<string, string>): Promise<Reply> =>
      ask(server.url + address, headers);
    const contentOf = (file: string, release = 1): string => filesOf(release)[file] ?? '';

    beforeAll(async () => {
      if ('missing' in found) throw new Error(found.missing);
      server = await start(found, path.join(folder, `server-${name}`));
    });
    afterAll(() => server?.stop());
    beforeEach(() => serveRelease(folder, 1));

    test('sends a page of the current release with all that protects a reader', async () => {
      const { status, headers, body } = await get('ru/');
      expect([status, body.toString()]).toEqual([200, contentOf('ru/index.html')]);
      const expected = Object.entries(securityHeaders).map(([header, value]) => [
        header.toLowerCase(),
        value,
      ]);
      expect(headers).toMatchObject(Object.fromEntries(expected));
      expect(headers['cache-control']).toBe('public, max-age=300');
    });

    test.each([
      ['gzip, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const)('sends the copy for a browser that accepts %s', async (accepted, encoding, unpack) => {
      const { headers, body } = await get('ru/', { 'Accept-Encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(unpack(body).toString()).toBe(contentOf('ru/index.html'));
    });

    test('shows a new release with the next request', async () => {
      await get('ru/');
      await serveRelease(folder, 2);
      expect((await get('ru/')).body.toString()).toBe(contentOf('ru/index.html', 2));
      await serveRelease(folder, 1);
      expect((await get('ru/')).body.toString()).toBe(contentOf('ru/index.html'));
    });

    test.each([
      ['ru/none/', 'ru/404.html'],
      ['uz-latn/none/', 'uz-latn/404.html'],
      ['tg/none/', '404.html'],
      ['none/', '404.html'],
      ['objects/', '404.html'],
      ['_mirror/', '404.html'],
      ['_mirror/none.json', '404.html'],
      // What a site says of servers is not for this one.
      ['_server/nginx.conf', '404.html'],
    ])('answers %s, which is not there, with %s', async (address, file) => {
      const { status, headers, body } = await get(address);
      expect([status, body.toString()]).toEqual([404, contentOf(file)]);
      expect(headers['cache-control'] ?? 'no-cache').toBe('no-cache');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    });

    test('gives contents to other mirrors, for ever', async () => {
      const content = contentOf('ru/index.html');
      const { headers, body } = await get(`objects/${sha256(content)}`);
      expect(body.toString()).toBe(content);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const packed = await get(`objects/${sha256(content)}.br`);
      expect(brotliDecompressSync(packed.body).toString()).toBe(content);
      expect((await get('metadata/timestamp.json')).headers['cache-control']).toBe('no-cache');
    });

    test('says how the mirror is, anew each time, and to no page of another site', async () => {
      const json = await get('_mirror/health.json');
      expect([json.status, json.body.toString()]).toEqual([200, health]);
      const text = await get('_mirror/metrics');
      expect([text.status, text.body.toString()]).toEqual([200, metrics]);
      expect(text.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      for (const { headers } of [json, text]) {
        expect(headers['cache-control']).toBe('no-cache');
        expect(headers['access-control-allow-origin']).toBeUndefined();
        expect(headers['x-content-type-options']).toBe('nosniff');
      }
    });

    test('sends programs and pictures with their types and lifetimes', async () => {
      const program = await get('mirror/passport-mirror.mjs');
      expect(program.headers['content-type']).toBe('text/javascript; charset=utf-8');
      const picture = await get('assets/cover.0a1b2c3d.svg');
      expect(picture.headers).toMatchObject({
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "frame-ancestors 'none'; script-src 'none'",
      });
    });
  });
});

test('the frame names the server, and reads nothing of the site', () => {
  const nginx = nginxServer(mirror);
  expect(nginx).toContain('\nlisten 80;\nlisten [::]:80;\nserver_name mirror.example.org;\n');
  expect(caddySite(mirror)).toContain(`\nmirror.example.org {\nroot * ${folder}/current\n`);
  for (const text of [nginx, caddySite(mirror)]) expect(text).not.toMatch(/^\s*(?:include|import) /m);
});

test('without a name it answers for every one', () => {
  const unnamed = describeMirror(folder, [], undefined);
  expect(nginxServer(unnamed)).toContain('\nserver_name _;\n');
  expect(nginxServer(unnamed)).toContain('sudo rm -f /etc/nginx/sites-enabled/default');
  expect(caddySite(unnamed)).toContain('\n:80 {\n');
});
