import { describe, expect, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import { fileKindOf } from '../../build/model/release/file-kind.ts';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { assetPolicy, cacheControlOf, headersOf } from '../../build/model/security-headers.ts';
import { serverFiles } from '../../build/pages/files/servers/server-files.ts';
import { headersFor, parseHeaders } from '../support/servers/headers-file.ts';
import { filesOf } from './made-site.ts';

const files = serverFiles({ url: 'https://kg.example.org/', languageFolders: ['ru', 'en'] });
const read = (name: string): string => files.get(name) ?? '';

/** As the file of each server writes it. */
const written = {
  '/_headers': (name: string, value: string) => `\n  ${name}: ${value}\n`,
  '/_server/nginx.conf': (name: string, value: string) => `\nadd_header ${name} "${value}" always;\n`,
  '/_server/Caddyfile': (name: string, value: string) => `	${name} "${value}"\n`,
};

describe.each(Object.entries(written))('%s', (file, line) => {
  test.each([
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Referrer-Policy', 'same-origin'],
    ['X-Content-Type-Options', 'nosniff'],
  ])('%s', (name, value) => {
    expect(read(file)).toContain(line(name, value));
  });

  test('nobody frames a page, pages ask for no camera, place or microphone, and the line stays encrypted', () => {
    expect(read(file)).toContain("frame-ancestors 'none'");
    for (const feature of ['camera', 'geolocation', 'microphone'])
      expect(read(file)).toContain(`${feature}=()`);
    expect(read(file)).toMatch(/max-age=31536000(?!,)/);
  });

  test('the digests of sheets are in the pages, and nothing inline is allowed', () => {
    expect(read(file)).not.toMatch(/unsafe-inline|style-src|default-src/);
  });

  test('files that are named by their digest are kept for a year', () => {
    expect(read(file)).toContain('public, max-age=31536000, immutable');
  });
});

describe.each(['Netlify', 'Cloudflare Pages'] as const)('_headers, as read by %s', (host) => {
  const rules = parseHeaders(read('/_headers'));
  const digest = sha256('');
  const paths = [
    'ru/courses/play/index.html',
    'assets/cover.054108b3.svg',
    'ru/pagefind/fragment/ru_15e4ac9.pf_fragment',
    'ru/pagefind/index/ru_15e4ac9.pf_index',
    releasePaths.object(digest),
    releasePaths.manifest(digest),
    releasePaths.delta(digest),
    releasePaths.patches(digest),
    releasePaths.record(1),
    releasePaths.signedPointer(digest),
    releasePaths.pointer,
    releasePaths.timestamp,
    'sw.js',
  ];

  test.each(paths)('/%s has its headers, each once', (path) => {
    const kind = fileKindOf(path);
    const expected: Record<string, string> = { ...headersOf(kind), 'Cache-Control': cacheControlOf(path) };
    // Of two policies both hold; and a page is asked for anew each time, as these hosts do by themselves.
    if (kind === 'asset' && host === 'Cloudflare Pages')
      expected['Content-Security-Policy'] = `frame-ancestors 'none', ${assetPolicy}`;
    const { 'Cache-Control': lifetime, ...others } = expected;
    const wanted = kind === 'page' ? others : { ...others, 'Cache-Control': lifetime };
    expect(headersFor(rules, `/${path}`, host)).toEqual(
      Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name.toLowerCase(), value])),
    );
  });

  test('a lifetime that could outlive what it is for is nowhere', () => {
    for (const path of ['index.html', 'ru/index.html', 'ru/objects/', 'metadata/2.root.json', 'robots.txt'])
      expect(headersFor(rules, `/${path}`, host)['cache-control']).toBeUndefined();
  });

  test.each([
    ['  X-Y: z\n', 'no pattern above'],
    ['/*\n X-Y: z\n', 'no header'],
    ['/a*b\n  X-Y: z\n', 'no pattern'],
    ['/*\n', 'nothing for'],
  ])('what a host would pass over is a fault: %j', (file, message) => {
    expect(() => parseHeaders(file)).toThrow(message);
  });
});

test('a missing page is answered in its language, also below a path', () => {
  const [, nginx = ''] =
    /"(\^[^"]*)"\) \{\n {2}set \$passport_missing \$1404/.exec(read('/_server/nginx.conf')) ?? [];
  const [, caddy = ''] = /path_regexp passport (\S+)/.exec(read('/_server/Caddyfile')) ?? [];
  for (const pattern of [nginx, caddy]) {
    const folder = (path: string): string | undefined => new RegExp(pattern).exec(path)?.[1];
    expect(folder('/ru/courses/none/')).toBe('/ru/');
    expect(folder('/passport/kg/en/none')).toBe('/passport/kg/en/');
    expect(folder('/none/')).toBeUndefined();
  }
});

test('every site has them, with the folders of its languages', async () => {
  const made = await filesOf({});
  for (const [name, content] of files) expect(made.get(name), name).toBe(content);
});

test('servers are told the types that they would not guess', () => {
  for (const file of Object.keys(written)) expect(read(file)).toContain('application/manifest+json');
  expect(read('/_server/nginx.conf')).toContain('image/avif avif;');
});
