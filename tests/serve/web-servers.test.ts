/** The servers that a site configures, started with its files, and asked as browsers and mirrors ask. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mediaTypeOf } from '../../build/model/media-types.ts';
import { fileKindOf } from '../../build/model/release/file-kind.ts';
import { cacheControlOf, headersOf, securityHeaders } from '../../build/model/security-headers.ts';
import { ask, type Reply } from '../support/servers/ask.ts';
import { findCaddy, startCaddy } from '../support/servers/caddy-server.ts';
import { type Certificate, makeCertificate } from '../support/servers/certificate.ts';
import type { FoundProgram } from '../support/servers/debian-program.ts';
import { findNginx, startNginx } from '../support/servers/nginx-server.ts';
import {
  isCompressed,
  makeReleasedSite,
  objectOf,
  type ReleasedSite,
} from '../support/servers/released-site.ts';
import type { RunningServer } from '../support/servers/server-process.ts';

interface Started {
  readonly folder: string;
  /** The folder of documents. */
  readonly root: string;
  /** The folder with the files for servers. */
  readonly files: string;
  readonly certificate?: Certificate;
}

interface Variant {
  readonly name: string;
  readonly found: FoundProgram;
  readonly hasBrotli: boolean;
  readonly start: (
    found: Exclude<FoundProgram, { missing: string }>,
    given: Started,
  ) => Promise<RunningServer>;
}

/** What the file for nginx says in comments that the server block may hold beside its certificate. */
async function linesForHttps({ files, certificate }: Started): Promise<string> {
  if (certificate === undefined) return '';
  const lines = (await readFile(`${files}/nginx.conf`, 'utf8')).match(/(?<=^# {3})ssl_\w+ .*;$/gm) ?? [];
  expect(lines.length).toBeGreaterThan(3);
  return lines.join(' ');
}

const nginx = await findNginx();
const caddy = await findCaddy();

const variants: readonly Variant[] = [
  {
    name: 'nginx with its module for brotli',
    found: nginx,
    hasBrotli: true,
    start: async (found, { root, files, ...rest }) =>
      startNginx(found, {
        ...rest,
        block: `${await linesForHttps({ root, files, ...rest })} root ${root}; include ${files}/nginx.conf; include ${files}/nginx-brotli.conf;`,
      }),
  },
  {
    name: 'nginx without modules, in a location',
    found: nginx,
    hasBrotli: false,
    start: async (found, { root, files, ...rest }) =>
      startNginx(found, {
        ...rest,
        hasBrotli: false,
        block: `${await linesForHttps({ root, files, ...rest })} location / { root ${root}; include ${files}/nginx.conf; }`,
      }),
  },
  {
    name: 'Caddy',
    found: caddy,
    hasBrotli: true,
    start: (found, { root, files, ...rest }) =>
      startCaddy(found, { ...rest, block: `root * ${root}\nimport ${files}/Caddyfile` }),
  },
];

/** What lies there without compressed copies. */
const plain = 'The same words again. '.repeat(100);

let site: ReleasedSite;
let folder: string;
let certificate: Certificate;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'passport-servers-'));
  certificate = await makeCertificate(folder);
  site = await makeReleasedSite();
  await site.writeTo(`${folder}/root`, 'https://kg.example.org/');
  await site.writeTo(`${folder}/below/passport/kg`, 'https://example.org/passport/kg/');
  for (const root of ['root', 'below/passport/kg']) await writeFile(`${folder}/${root}/_plain.txt`, plain);
});

afterAll(async () => {
  await site.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Without the sites’ own names for a request: `index.html` is asked for by its folder. */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

describe.each([
  { place: 'at the root', below: '', root: 'root' },
  { place: 'below a path', below: 'passport/kg/', root: 'below' },
])('$place', ({ below, root }) => {
  describe.each(variants)('$name', ({ name, found, hasBrotli, start }) => {
    const reason = 'missing' in found ? ` (left out: ${found.missing})` : '';
    describe.skipIf('missing' in found)(`is started${reason}`, () => {
      let server: RunningServer;
      const get = (file: string, headers?: Record<string, string>): Promise<Reply> =>
        ask(`${server.url}${below}${addressOf(file)}`, headers);
      const startWith = (more: Partial<Started>): Promise<RunningServer> => {
        if ('missing' in found) throw new Error(found.missing);
        return start(found, {
          folder: path.join(folder, `${name}-${root}`.replaceAll(/\W/g, '')),
          root: `${folder}/${root}`,
          files: `${folder}/${root}/${below}_server`,
          ...more,
        });
      };
      const contentOf = (file: string): Buffer => site.files.get(file) ?? Buffer.alloc(0);
      const fileWith = (pattern: RegExp): string =>
        [...site.files.keys()].find((file) => pattern.test(file)) ?? String(pattern);

      beforeAll(async () => {
        server = await startWith({});
      });
      afterAll(() => server.stop());

      test('sends each file of a site and its releases whole, with its type, its lifetime and all that protects a reader', async () => {
        const faults: string[] = [];
        for (const [file, content] of site.files) {
          if (/^_(?:server|headers)/.test(file)) continue;
          const { status, headers, body } = await get(file);
          const { 'Strict-Transport-Security': _, ...wanted } = headersOf(fileKindOf(file));
          const expected: Record<string, string> = {
            ...wanted,
            'Cache-Control': cacheControlOf(file),
            'Content-Type': mediaTypeOf(path.extname(file)),
          };
          if (status !== 200 || !body.equals(content)) faults.push(`${file}: ${status}`);
          for (const [header, value] of Object.entries(expected))
            if (headers[header.toLowerCase()] !== value)
              faults.push(`${file}: ${header}: ${headers[header.toLowerCase()]}, not ${value}`);
          if (headers['strict-transport-security'] !== undefined) faults.push(`${file}: HSTS without HTTPS`);
          if (isCompressed(file) && !/accept-encoding/i.test(headers.vary ?? ''))
            faults.push(`${file}: Vary`);
        }
        expect(faults).toEqual([]);
      });

      test('sends the copy that a browser can read, and says so to caches', async () => {
        const files = ['ru/index.html', fileWith(/\.svg$/), fileWith(/\.pf_fragment$/), '_release.json'];
        for (const file of [...files, objectOf(contentOf('ru/index.html'))])
          for (const [accepted, encoding] of [
            ['gzip, deflate, br', hasBrotli ? 'br' : 'gzip'],
            ['gzip', 'gzip'],
          ] as const) {
            const { headers, body } = await get(file, { 'Accept-Encoding': accepted });
            expect(headers, file).toMatchObject({
              'content-encoding': encoding,
              'content-type': mediaTypeOf(path.extname(file)),
              'cache-control': cacheControlOf(file),
              vary: expect.stringMatching(/accept-encoding/i),
            });
            expect((encoding === 'br' ? brotliDecompressSync : gunzipSync)(body), file).toEqual(
              contentOf(file),
            );
          }
      });

      test('compresses what nobody has compressed', async () => {
        const { headers, body } = await get('_plain.txt', { 'Accept-Encoding': 'gzip' });
        expect(headers['content-encoding']).toBe('gzip');
        expect(gunzipSync(body).toString()).toBe(plain);
      });

      test('sends a compressed copy that is asked for by its own name as octets', async () => {
        for (const suffix of ['br', 'gz']) {
          const file = `${objectOf(contentOf('ru/index.html'))}.${suffix}`;
          const { status, headers, body } = await get(file, { 'Accept-Encoding': 'gzip, br' });
          expect(status).toBe(200);
          expect(headers['content-encoding']).toBeUndefined();
          expect(headers).toMatchObject({
            'content-type': 'application/octet-stream',
            'cache-control': 'public, max-age=31536000, immutable',
          });
          expect((suffix === 'br' ? brotliDecompressSync : gunzipSync)(body)).toEqual(
            contentOf('ru/index.html'),
          );
        }
      });

      test.each([
        ['ru/courses/none/', 'ru/404.html'],
        ['en/none', 'en/404.html'],
        ['none/', '404.html'],
        ['objects/none', '404.html'],
        ['metadata/99.root.json', '404.html'],
        // Nothing lists a folder.
        ['assets/', '404.html'],
        ['objects/', '404.html'],
        // What configures servers is nobody's business.
        ['_server/nginx.conf', '404.html'],
        ['_server/Caddyfile', '404.html'],
        ['_headers', '404.html'],
      ])('answers %s with the page %s, which nobody keeps', async (address, page) => {
        const { status, headers, body } = await get(address);
        expect(status).toBe(404);
        expect(body.equals(contentOf(page))).toBe(true);
        expect(headers).toMatchObject({
          'content-type': 'text/html; charset=utf-8',
          ...Object.fromEntries(
            Object.entries(securityHeaders).map(([header, value]) => [header.toLowerCase(), value]),
          ),
        });
        expect(headers['cache-control'] ?? 'no-cache').toBe('no-cache');
      });

      test('leads from a folder without its slash to the folder', async () => {
        const { status, headers } = await ask(`${server.url}${below}ru/courses/play`);
        expect([301, 308]).toContain(status);
        expect(new URL(headers.location ?? '', server.url).pathname).toBe(`/${below}ru/courses/play/`);
        // Not by a name and a port that only a proxy in front knows.
        expect(headers.location).not.toContain('://');
        expect(headers['x-content-type-options']).toBe('nosniff');
      });

      test('sends a part of a file, and nothing when the reader has it', async () => {
        const file = fileWith(/^assets\/.*\.svg$/);
        const part = await get(file, { Range: 'bytes=4-13' });
        expect(part).toMatchObject({
          status: 206,
          headers: { 'content-range': `bytes 4-13/${contentOf(file).length}` },
          body: contentOf(file).subarray(4, 14),
        });
        for (const encoding of ['identity', 'gzip, br']) {
          const { headers } = await get(file, { 'Accept-Encoding': encoding });
          const again = [
            { 'If-None-Match': headers.etag },
            { 'If-Modified-Since': headers['last-modified'] },
          ];
          for (const condition of again) {
            const { status, body } = await get(file, { 'Accept-Encoding': encoding, ...condition } as Record<
              string,
              string
            >);
            expect([status, body.length], JSON.stringify(condition)).toEqual([304, 0]);
          }
        }
      });

      test('keeps the line encrypted where it is', async () => {
        const secure = await startWith({ folder: path.join(folder, `${root}-secure`), certificate });
        try {
          const { status, headers } = await ask(`${secure.url}${below}ru/`, {}, certificate.pem);
          expect([status, headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
          const missing = await ask(`${secure.url}${below}ru/none`, {}, certificate.pem);
          expect([missing.status, missing.headers['strict-transport-security']]).toEqual([
            404,
            'max-age=31536000',
          ]);
        } finally {
          await secure.stop();
        }
      });
    });
  });
});
