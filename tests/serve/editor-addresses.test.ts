/** The editor on a real server: who gets it, and what its page may ask of whom. */
import { type OutgoingHttpHeaders, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { editorBackendOf } from '../../build/editor/config/backend.ts';
import { editorFile } from '../../build/editor/editor.ts';
import { localBackend } from '../../build/editor/local-backend.ts';
import type { EditorPageData } from '../../build/editor/page-data.ts';
import { createLocalRepository, repositoryPath } from '../../build/editor/repository/repository.ts';
import { startPreviewServer } from '../../build/serve/preview-server.ts';
import { check, contentFolder, temporaryFolder } from '../support/content.ts';

const token = 'a-token-of-this-preview';

/** The minimal content with a title that would end a script, as `npm start` serves it. */
async function serve(host = '127.0.0.1') {
  const files = {
    'shared/materials/sack/index.en.md': `---\ntitle: ${JSON.stringify(hostile)}\nsummary: S.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n---\n\nTouch.\n`,
  };
  const content = await check(files);
  const folder = await contentFolder(files);
  const repository = createLocalRepository({
    contentFolder: folder,
    countryFolders: new Map(),
    keptFolder: await temporaryFolder(),
    token,
    isOwnOrigin: (origin) => new URL(origin).port === new URL(server.url).port,
    check: async () => [],
    print: () => {},
  });
  const server = await startPreviewServer({
    host,
    port: 0,
    answer: async () => ({ kind: 'nothing' }),
    explain: String,
    frontPage: () => '<p>Sites</p>',
    faults: () => undefined,
    faultsPage: (report) => report,
    galleryPage: async () => undefined,
    translationPage: async () => undefined,
    panel: async () => undefined,
    editor: {
      repository,
      file: (pathname, origin) => editorFile(content, pathname, { backend: localBackend(origin), token }),
    },
  });
  onTestFinished(() => server.close());
  const { port } = new URL(server.url);
  return {
    port,
    get: (pathname: string, sent: Sent = {}) => ask(port, pathname, sent),
  };
}

const hostile = '</script><script>alert(1)</script><!--';

interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** The address to connect to. */
  readonly to?: string;
  readonly from?: string;
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const ask = (port: string, path: string, { method = 'GET', headers, to = '127.0.0.1', from }: Sent) =>
  new Promise<Got>((resolve, reject) => {
    const sent = { host: `localhost:${port}`, ...headers };
    request(
      { host: to, port, path, method, headers: sent, ...(from !== undefined && { localAddress: from }) },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    )
      .on('error', reject)
      .end();
  });

const addresses = ['/admin/', '/admin/kg/', '/admin/site.css', `${repositoryPath}version`] as const;

test.each(addresses)('%s answers to names of this computer only', async (address) => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const { get } = await serve(host);
    const headers = { authorization: `token ${token}` };
    expect((await get(address, { headers })).status).toBe(200);
    for (const name of ['evil.example.org', '192.168.0.7', 'localhost.example.org', '127.0.0.1.nip.io'])
      expect([name, (await get(address, { headers: { ...headers, host: name } })).status]).toEqual([
        name,
        403,
      ]);
  }
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

test.runIf(elsewhere !== undefined)(
  'others in the network may look at sites, and neither edit nor read texts',
  async () => {
    const { get } = await serve('0.0.0.0');
    const peer = { ...(elsewhere !== undefined && { to: elsewhere, from: elsewhere }) };
    expect((await get('/', peer)).status).toBe(200);
    for (const address of addresses) {
      const { status, body } = await get(address, { ...peer, headers: { authorization: `token ${token}` } });
      expect([address, status]).toEqual([address, 403]);
      expect(body).toBe(
        'The editor answers only to the computer that it runs on: open it there, at http://localhost.\n',
      );
    }
  },
);

test('its addresses without a slash lead to those with one, and only reading is allowed there', async () => {
  const { get } = await serve();
  for (const address of ['/admin', '/admin/kg']) {
    const { status, headers } = await get(address);
    expect([status, headers.location]).toEqual([301, `${address}/`]);
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    expect((await get('/admin/', { method })).status).toBe(405);
  expect((await get('/admin/', { method: 'HEAD' })).body).toBe('');
});

test('a country that is none has no editor, nor are there other files', async () => {
  const { get } = await serve();
  for (const address of [
    '/admin/xx/',
    '/admin/kg/editor.js',
    '/admin/../package.json',
    '/admin/%2e%2e/x',
    '/admin/nothing.js',
  ])
    expect([address, (await get(address)).status]).toEqual([address, 404]);
});

/** What the head of the page says, by directive. */
const policyOf = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (/<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(page)?.[1] ?? '')
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  );

test('the page may ask nothing of other hosts, and make no program of a text', async () => {
  const { get } = await serve();
  for (const address of ['/admin/', '/admin/kg/']) {
    const { body } = await get(address);
    expect(policyOf(body)).toEqual({
      'default-src': "'none'",
      'base-uri': "'self'",
      'form-action': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'font-src': "'self'",
      'img-src': "'self' data: blob:",
      'media-src': "'self' blob:",
      'frame-src': 'blob:',
      'connect-src': "'self' blob: data:",
    });
    expect(body.indexOf('http-equiv')).toBeLessThan(body.indexOf('<script'));
  }
});

test('words of the content cannot end the data of the page', async () => {
  const { get } = await serve();
  const { body } = await get('/admin/');
  expect(body.match(/<script\b/g)).toHaveLength(2);
  expect(body).not.toContain('<!--');
  const [, json = ''] = /<script type="application\/json" id="editor">(.*?)<\/script>/s.exec(body) ?? [];
  const { config } = JSON.parse(json) as EditorPageData;
  const labels: string[] = [];
  JSON.stringify(config, (key, value) => {
    if (key === 'label') labels.push(String(value));
    return value;
  });
  expect(labels.filter((label) => label.includes('<'))).toContain(hostile);
});

test.each([
  [{ backend: 'gitlab', repo: 'a/b' }, 'https://gitlab.com'],
  [{ backend: 'github', repo: 'a/b' }, 'https://api.github.com https://github.com'],
  [{ backend: 'gitea', repo: 'a/b' }, 'https://gitea.com'],
  [{ backend: 'gitlab', repo: 'a/b', apiRoot: 'https://git.edu.kg/api/v4/' }, 'https://git.edu.kg'],
  [
    { backend: 'gitea', repo: 'a/b', apiRoot: 'https://api.edu.kg:8443/v1', baseUrl: 'https://git.edu.kg/' },
    'https://api.edu.kg:8443 https://git.edu.kg',
  ],
] as const)('with %j the page reaches exactly that service', async (editor, origins) => {
  const backend = editorBackendOf({ editor });
  if (backend === undefined) throw new TypeError('no backend');
  const file = await editorFile(await check(), '/admin/', { backend });
  const page = new TextDecoder().decode(file?.bytes);
  const { 'connect-src': reached, 'img-src': pictures, ...others } = policyOf(page);
  expect(reached).toBe(`'self' blob: data: ${origins}`);
  // Portraits of those who have changed a text.
  expect(pictures).toBe(`'self' data: blob: ${origins}`);
  expect(JSON.stringify(others)).not.toContain('http');
  expect(page).not.toContain('"token":');
});
