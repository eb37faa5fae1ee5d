import { describe, expect, test } from 'vitest';
import { serverFiles } from '../../build/pages/files/servers/server-files.ts';
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

describe('rules for files that are named by their digest', () => {
  const [, nginx = ''] = /if \(\$uri ~ "(\/assets[^"]*)"/.exec(read('/_server/nginx.conf')) ?? [];
  const [, caddy = ''] = /@passport_hashed path_regexp (\S+)/.exec(read('/_server/Caddyfile')) ?? [];

  test.each([
    ['/assets/cover.054108b3.svg', true],
    ['/passport/kg/assets/icon-full-180.ad9614e6.png', true],
    ['/ru/', false],
    ['/assets/cover.svg', false],
    ['/favicon.ico', false],
    ['/ru/manifest.webmanifest', false],
  ])('%s', (path, isHashed) => {
    for (const pattern of [nginx, caddy]) expect(new RegExp(pattern).test(path), pattern).toBe(isHashed);
  });

  test('the one file of a search bundle without a digest is asked for anew', () => {
    expect(new RegExp(caddy).test('/ru/pagefind/fragment/ru_15e4ac9.pf_fragment')).toBe(true);
    expect(new RegExp(caddy).test('/ru/pagefind/pagefind-entry.json')).toBe(false);
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
