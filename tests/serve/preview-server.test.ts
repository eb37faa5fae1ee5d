import { mkdir, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPreviewServer } from '../../build/serve/preview-server.ts';
import { answerFrom } from '../support/built-sites.ts';
import { temporaryFolder } from '../support/content.ts';

async function serve(faults?: string, host = '127.0.0.1') {
  const root = path.join(await temporaryFolder(), 'sites');
  await mkdir(path.join(root, 'kg', 'ru'), { recursive: true });
  await writeFile(path.join(root, 'kg', 'ru', 'index.html'), '<p>Главная</p>');
  await writeFile(path.join(root, 'kg', 'song.mp3'), '0123456789');
  await writeFile(path.join(root, 'kg', 'empty.mp3'), '');
  await writeFile(path.join(root, 'kg', '404.html'), '<p>Not here</p>');
  await writeFile(path.join(path.dirname(root), 'secret.txt'), 'secret');
  const state = { faults, front: '<p>Sites</p>' };
  const server = await startPreviewServer({
    answer: (pathname) =>
      pathname === '/kg/broken/' ? Promise.reject(new Error('a broken page')) : answerFrom(root)(pathname),
    explain: (error) => `Explained: ${(error as Error).message}`,
    host,
    port: 0,
    frontPage: () => state.front,
    faults: () => state.faults,
    faultsPage: (report) => `<pre>${report}</pre>`,
    galleryPage: async () => undefined,
    translationPage: async () => undefined,
    panel: async () => undefined,
  });
  onTestFinished(() => server.close());
  return { ...server, root, state };
}

test('folders answer with their index, and are redirected to their slash', async () => {
  const { url } = await serve();
  expect(await (await fetch(`${url}kg/ru/`)).text()).toContain('<p>Главная</p>');
  const redirect = await fetch(`${url}kg/ru`, { redirect: 'manual' });
  expect([redirect.status, redirect.headers.get('location')]).toEqual([301, '/kg/ru/']);
});

test('a redirect keeps the query, and stays on this computer', async () => {
  const { url } = await serve();
  const location = async (pathname: string) => (await rawGet(url, pathname)).headers.location;
  expect(await location('/kg/ru?q=a%20b&x=?')).toBe('/kg/ru/?q=a%20b&x=?');
  expect(await location('//kg')).toBe('/kg/');
});

test('"/" lists the sites, and a page that does not exist answers 404 with the page of its site', async () => {
  const { url } = await serve();
  expect(await (await fetch(url)).text()).toContain('<p>Sites</p>');
  const missing = await fetch(`${url}kg/xx/`);
  expect([missing.status, (await missing.text()).includes('<p>Not here</p>')]).toEqual([404, true]);
});

test('a page that cannot be made says why, and no page that is open is in its way', async () => {
  const server = await serve();
  const answer = await fetch(`${server.url}kg/broken/`);
  expect([answer.status, await answer.text()]).toEqual([500, 'Explained: a broken page\n']);
  const broken = await listen(server.url, 'kg/broken/', 'data-seen="before"');
  expect(await broken.next()).toEqual(['reload', '']);
  const front = await listen(server.url, '');
  server.state.front = '<p>More sites</p>';
  await server.update();
  expect(await front.next()).toEqual(['reload', '']);
});

test('no path leads out of the folder', async () => {
  const { url } = await serve();
  for (const attempt of [
    '/../secret.txt',
    '/kg/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/kg/%00',
    '/..%5csecret.txt',
    '/%',
  ]) {
    const { status, body } = await rawGet(url, attempt);
    expect(body).not.toContain('secret');
    expect(status).not.toBe(200);
  }
});

test('only names of this computer are answered, so that no other site can read a draft', async () => {
  const { url } = await serve();
  expect((await rawGet(url, '/', { host: 'evil.example.org' })).status).toBe(403);
  expect((await rawGet(url, '/', { host: new URL(url).host })).status).toBe(200);
});

test.runIf(hasIPv6())('an address of IPv6 is written in brackets, and answered to', async () => {
  const { url } = await serve(undefined, '::1');
  expect(url).toMatch(/^http:\/\/\[::1\]:\d+\/$/);
  expect(await (await fetch(`${url}kg/ru/`)).text()).toContain('Главная');
});

describe('parts of a recording', () => {
  test.each([
    ['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=-', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=0-1', 200, '0123456789', undefined],
    [undefined, 200, '0123456789', undefined],
  ])('%s', async (range, status, body, contentRange) => {
    const { url } = await serve();
    const answer = await rawGet(url, '/kg/song.mp3', range === undefined ? {} : { range });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([
      status,
      body,
      contentRange,
    ]);
    if (status !== 416)
      expect(answer.headers).toMatchObject({
        'content-type': 'audio/mpeg',
        'content-length': String(body.length),
        'accept-ranges': 'bytes',
      });
  });

  test('a range of what may have changed is answered with the whole, and an empty file has none', async () => {
    const { url } = await serve();
    expect((await rawGet(url, '/kg/song.mp3', { range: 'bytes=2-4', 'if-range': '"x"' })).status).toBe(200);
    expect((await rawGet(url, '/kg/empty.mp3', { range: 'bytes=0-' })).status).toBe(416);
    expect(await rawGet(url, '/kg/empty.mp3')).toMatchObject({ status: 200, body: '' });
  });
});

describe('open pages', () => {
  test('hear of faults at once, and once, and that they are mended', async () => {
    const server = await serve('3 faults\nin 2 lines');
    const events = await listen(server.url, 'kg/ru/');
    expect(await events.next()).toEqual(['faults', '3 faults\nin 2 lines']);
    await server.update();
    server.state.faults = undefined;
    await server.update();
    expect(await events.next()).toEqual(['mended', '']);
  });

  test('load anew when they look otherwise, and are left in peace when others do', async () => {
    const server = await serve();
    const front = await listen(server.url, '');
    const home = await listen(server.url, 'kg/ru/');
    server.state.front = '<p>More sites</p>';
    await server.update();
    expect(await front.next()).toEqual(['reload', '']);
    await writeFile(path.join(server.root, 'kg', 'ru', 'index.html'), '<p>Главная, заново</p>');
    server.state.faults = 'a fault';
    await server.update();
    expect(await home.next()).toEqual(['reload', '']);
  });

  test('that connect late hear of what they missed', async () => {
    const server = await serve();
    const page = await (await fetch(server.url)).text();
    server.state.front = '<p>More sites</p>';
    expect(await (await listen(server.url, '', page)).next()).toEqual(['reload', '']);
  });

  test('that are gone load anew, into the page that says so', async () => {
    const server = await serve();
    const home = await listen(server.url, 'kg/ru/');
    await rm(path.join(server.root, 'kg', 'ru'), { recursive: true });
    await server.update();
    expect(await home.next()).toEqual(['reload', '']);
  });
});

/** Listens as the script of a page does. */
async function listen(url: string, address: string, loaded?: string) {
  const page = loaded ?? (await (await fetch(url + address)).text());
  const seen = /data-seen="(\w+)"/.exec(page)?.[1] ?? 'no digest';
  const query = new URLSearchParams({ seen, page: `/${address}` });
  const { body } = await fetch(`${url}_preview/events?${query}`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(() => reader?.cancel().catch(() => undefined));
  let received = '';
  return {
    async next(): Promise<[event: string, data: unknown]> {
      for (;;) {
        const [whole, event = '', data = ''] = /^event: (\w+)\ndata: (.*)\n\n/m.exec(received) ?? [];
        if (whole !== undefined) {
          received = received.slice(received.indexOf(whole) + whole.length);
          return [event, JSON.parse(data)];
        }
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error('the preview ended the events');
        received += value;
      }
    },
  };
}

function hasIPv6(): boolean {
  return Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
}

function rawGet(
  url: string,
  pathname: string,
  headers: OutgoingHttpHeaders = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path: pathname, headers: { host: 'localhost', ...headers } },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}
