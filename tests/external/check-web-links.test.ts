import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkWebLinks, type WebLinkOptions } from '../../build/external/check-web-links.ts';
import { openFindingStore } from '../../build/external/finding-store.ts';
import { isPrivateAddress } from '../../build/external/private-address.ts';
import { toSourcePath } from '../../build/model/paths.ts';
import { withExternalLinks } from '../../build/pipeline/check-external.ts';
import { checkContent } from '../../build/pipeline.ts';
import { passport } from '../support/command.ts';
import { contentFolder, lines, minimalContent, temporaryFolder, text } from '../support/content.ts';

const range = { line: 7, column: 3, endLine: 7, endColumn: 9 };

/** Remarks on links to these addresses, with a server on this computer allowed. */
async function remarks(hrefs: readonly string[], options: WebLinkOptions = {}): Promise<string[]> {
  const links = hrefs.map((href) => ({ file: toSourcePath('x.md'), href, range }));
  return lines(await checkWebLinks(links, { allowPrivate: true, pause: async () => {}, ...options }));
}

test('each kind of answer is a remark at the link, or none', async () => {
  const { url } = await serve({
    '/ok': (_, response) => response.end('fine'),
    '/get-only': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
    '/gone': (_, response) => response.writeHead(404).end(),
    '/old': (_, response) => response.writeHead(301, { Location: '/newer' }).end(),
    '/newer': (_, response) => response.writeHead(308, { Location: '/ok' }).end(),
    '/for-now': (_, response) => response.writeHead(302, { Location: '/old' }).end(),
    '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
    '/old-and-gone': (_, response) => response.writeHead(301, { Location: '/gone' }).end(),
    '/to-a-file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    '/busy': (_, response) => response.writeHead(429).end(),
    '/cut': ({ socket }) => socket.destroy(),
    '/silent': () => {},
  });
  const look = 'open it in a browser; write where the page is today, or take the link out';
  const at = (severity: string, code: string, page: string, rest: string): string =>
    `x.md:7:3 ${severity} external/${code}: ${url}${page} ${rest}`;
  const pages = [
    'ok',
    'ok#part',
    'get-only',
    'gone',
    'old',
    'for-now',
    'round',
    'old-and-gone',
    'to-a-file',
    'busy',
    'cut',
    'silent',
  ];
  const asked = pages.map((page) => url + page);
  expect(await remarks(asked, { timeoutMs: 300 })).toEqual([
    at('warning', 'broken', 'gone', `does not work: the server answers 404 (${look})`),
    at('warning', 'moved', 'old', `has moved for good (write ${url}ok)`),
    at('warning', 'broken', 'round', `leads from one address to the next without end (${look})`),
    at('warning', 'broken', 'old-and-gone', `does not work: the server answers 404 (${look})`),
    at('warning', 'broken', 'to-a-file', `does not work: the server answers 302 (${look})`),
    at('info', 'busy', 'busy', 'could not be checked: the server is busy (429) (check again later)'),
    at('warning', 'unreachable', 'cut', `cannot be reached: the server broke the connection off (${look})`),
    at('warning', 'unreachable', 'silent', `cannot be reached: no answer came in time (${look})`),
  ]);
});

test('a server that is not there is said to be so', async () => {
  const { url, close } = await serve({});
  await close();
  expect((await remarks([url]))[0]).toContain('cannot be reached: the server accepts no connection');
});

test('a host is asked one thing at a time, with a pause between two, by whoever says who asks; others meanwhile', async () => {
  let [open, most, pauses] = [0, 0, 0];
  const agents = new Set<string | undefined>();
  const page = ({ headers }: IncomingMessage, response: ServerResponse): void => {
    agents.add(headers['user-agent']);
    most = Math.max(most, ++open);
    // The end of the answer lets the next request come.
    setImmediate(() => {
      open--;
      response.end();
    });
  };
  const pages = Object.fromEntries(['/a', '/b', '/c', '/d'].map((name) => [name, page]));
  const [one, other] = [await serve(pages), await serve({})];
  const held = new Promise<void>((release) => {
    other.pages['/last'] = (_, response) => {
      response.end();
      release();
    };
  });
  one.pages['/a'] = (request, response) => void held.then(() => page(request, response));
  const pause = async (): Promise<void> => void pauses++;
  // The first host answers only when the second has been asked.
  const hrefs = ['a', 'b', 'c', 'd', 'a'].map((name) => one.url + name);
  expect(await remarks([...hrefs, `${other.url}last`], { pause })).toEqual([]);
  expect({ most, pauses }).toEqual({ most: 1, pauses: 3 });
  expect([...agents]).toEqual([expect.stringContaining('learning-passport')]);
});

test('what a server answered is kept for a day; what the network did is not', async () => {
  const folder = await temporaryFolder();
  const day = 24 * 60 * 60 * 1000;
  let asked = 0;
  const count = (status: number) => (_: IncomingMessage, response: ServerResponse) => {
    asked++;
    response.writeHead(status).end();
  };
  const { url } = await serve({
    '/ok': count(200),
    '/gone': count(404),
    '/cut': ({ socket }) => {
      asked++;
      socket.destroy();
    },
  });
  const run = async (nowMs: number): Promise<number> => {
    asked = 0;
    const pages = ['ok', 'gone', 'cut'].map((page) => url + page);
    const found = await remarks(pages, { store: openFindingStore(folder, nowMs) });
    expect(found.map((line) => /external\/\w+/.exec(line)?.[0])).toEqual([
      'external/broken',
      'external/unreachable',
    ]);
    return asked;
  };
  expect(await run(0)).toBe(4);
  expect(await run(day - 1)).toBe(1);
  expect(await run(day)).toBe(4);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
])('%s is an address inside', (ip) => expect(isPrivateAddress(ip)).toBe(true));

test.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'])('%s is an address outside', (ip) => {
  expect(isPrivateAddress(ip)).toBe(false);
});

test('this computer and its network are not asked, under whatever name', async () => {
  let asked = 0;
  const { url } = await serve({ '/': () => asked++ });
  const { port } = new URL(url);
  const hrefs = ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1'].map(
    (host) => `http://${host}:${port}/`,
  );
  for (const remark of await remarks(hrefs, { allowPrivate: false }))
    expect(remark).toContain('external/private');
  expect(await remarks(hrefs, { allowPrivate: false })).toHaveLength(hrefs.length);
  expect(asked).toBe(0);
});

test('links are found in texts, in rules and in the settings of countries, where they stand; the address of a site is not one', async () => {
  const { url } = await serve({});
  const folder = await contentFolder({
    'shared/pages/about/index.en.md': text(
      'title: About\nsummary: About us.\n',
      `We, and [them](${url}a).\n\n<${url}b>\n`,
    ),
    'shared/groups/talk/index.en.md': text(
      `title: Talk\nsummary: A community.\naudience: [educator]\nrules: |\n  Be [kind](${url}c).\n`,
    ),
    'countries/kg/country.yml': `${String(minimalContent['countries/kg/country.yml']).replace('https://kg.example.org/', `${url}own/`)}partners:\n  - name: They\n    url: ${url}d\n`,
  });
  const checked = await checkContent({ contentFolder: folder, drafts: true });
  const { diagnostics, texts } = await withExternalLinks(checked, folder, {
    allowPrivate: true,
    pause: async () => {},
  });
  const found = diagnostics.filter(({ code }) => code === 'external/broken');
  expect(
    found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message.split(' ')[0]}`),
  ).toEqual([
    `countries/kg/country.yml:11:10 ${url}d`,
    `shared/groups/talk/index.en.md:6:13 ${url}c`,
    `shared/pages/about/index.en.md:6:16 ${url}a`,
    `shared/pages/about/index.en.md:8:2 ${url}b`,
  ]);
  expect(texts.get('shared/pages/about/index.en.md')).toContain('We, and');
});

test('check asks nobody unless it is told to, and then never this computer', async () => {
  const { url } = await serve({});
  const page = text('title: About\nsummary: About us.\n', `[They](${url})\n`);
  const content = await contentFolder({ 'shared/pages/about/index.en.md': page });
  expect((await passport(['check', '--content', content])).stdout).not.toContain('external/');
  const { code, stdout } = await passport(['check', '--content', content, '--external', '--format', 'lines']);
  expect(code).toBe(0);
  expect(stdout).toContain(`${path.join(content, 'shared/pages/about/index.en.md')}:6:8-`);
  expect(stdout).toContain('warning external/private: ');
});

type Page = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server on loopback; what it has no page for is 404. */
async function serve(pages: Record<string, Page>) {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, pages, close };
}
