import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { addressOf, probe, probedFiles } from '../../build/deploy/probe.ts';
import { type Sha256, sha256 } from '../../build/model/paths.ts';
import type { ManifestFile } from '../../build/model/release/manifest.ts';

/** @param answer the body for a path, from the how-manyeth request on */
async function served(answer: (path: string, request: number) => string | undefined): Promise<string> {
  const seen = new Map<string, number>();
  const server = createServer(({ url = '/' }, response) => {
    const count = (seen.get(url) ?? 0) + 1;
    seen.set(url, count);
    const body = answer(url, count);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/kg/`;
}

const ask = (url: string, files: readonly { readonly path: string; readonly sha256: Sha256 }[]) =>
  probe({ url, files, fetch, pause: async () => {}, signal: new AbortController().signal });

const home = { path: 'ru/index.html', sha256: sha256('new') };

test('a page is asked for by its folder, below the address of the site', async () => {
  const url = await served((path) => (path === '/kg/ru/' ? 'new' : undefined));
  expect(await ask(url, [home])).toEqual([]);
});

test('another page than was published is told', async () => {
  const url = await served(() => 'old');
  expect(await ask(url, [home])).toEqual(['ru/index.html is another one than was published']);
});

test('a page that is missing is told', async () => {
  const url = await served(() => undefined);
  expect(await ask(url, [home])).toEqual(['ru/index.html is answered with 404']);
});

test('a cache is given time to forget', async () => {
  const url = await served((_, request) => (request === 1 ? 'old' : 'new'));
  expect(await ask(url, [home])).toEqual([]);
});

test('a server that is not there is told, and not asked for everything', async () => {
  const url = await served(() => 'new');
  const files = Array.from({ length: 20 }, (_, at) => ({ path: `ru/${at}.txt`, sha256: sha256('') }));
  const faults = await ask(url.replace(/:\d+/, ':1'), files);
  expect(faults).toHaveLength(5);
  expect(faults[0]).toMatch(/^ru\/0\.txt cannot be fetched \(/);
});

const files = Array.from(
  { length: 100 },
  (_, at): ManifestFile => ({
    path: `ru/${at}/index.html`,
    sha256: sha256(`${at}`),
    bytes: 1,
    type: 'text/html',
    kind: 'page',
  }),
);
const config: ManifestFile = {
  ...home,
  path: '_server/nginx.conf',
  bytes: 1,
  type: 'text/plain',
  kind: 'file',
};

test('of many changes some are asked for, and nothing that servers keep to themselves', () => {
  const asked = probedFiles(
    [...files, config],
    [...files, config].map(({ path }) => path),
    10,
  );
  expect(asked.length).toBeLessThanOrEqual(11);
  expect(asked).not.toContain(config);
});

test.each([
  ['index.html', './'],
  ['ru/index.html', 'ru/'],
  ['ru/feed.xml', 'ru/feed.xml'],
])('%s is asked for as %s', (path, address) => {
  expect(addressOf(path)).toBe(address);
});
