import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPreviewServer } from '../../build/serve/preview-server.ts';
import { temporaryFolder } from '../support/content.ts';

async function serve(faults?: string) {
  const root = path.join(await temporaryFolder(), 'sites');
  await mkdir(path.join(root, 'kg', 'ru'), { recursive: true });
  await writeFile(path.join(root, 'kg', 'ru', 'index.html'), '<p>Главная</p>');
  await writeFile(path.join(root, 'kg', '404.html'), '<p>Not here</p>');
  await writeFile(path.join(path.dirname(root), 'secret.txt'), 'secret');
  const server = await startPreviewServer({
    root,
    host: '127.0.0.1',
    port: 0,
    frontPage: () => '<p>Sites</p>',
    faultsPage: () => faults,
  });
  onTestFinished(() => server.close());
  return server;
}

test('folders answer with their index, and are redirected to their slash', async () => {
  const { url } = await serve();
  expect(await (await fetch(`${url}kg/ru/`)).text()).toContain('<p>Главная</p>');
  const redirect = await fetch(`${url}kg/ru`, { redirect: 'manual' });
  expect([redirect.status, redirect.headers.get('location')]).toEqual([301, '/kg/ru/']);
});

test('"/" lists the sites, and a page that does not exist answers 404 with the page of its site', async () => {
  const { url } = await serve();
  expect(await (await fetch(url)).text()).toContain('<p>Sites</p>');
  const missing = await fetch(`${url}kg/xx/`);
  expect([missing.status, (await missing.text()).includes('<p>Not here</p>')]).toEqual([404, true]);
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
  expect((await rawGet(url, '/', 'evil.example.org')).status).toBe(403);
  expect((await rawGet(url, '/', new URL(url).host)).status).toBe(200);
});

test('faults are told to open pages at once', async () => {
  const server = await serve('3 faults');
  const response = await fetch(`${server.url}_preview/events`);
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  expect(first).toContain('event: faults');
});

function rawGet(
  url: string,
  pathname: string,
  host = 'localhost',
): Promise<{ status: number; body: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path: pathname, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
