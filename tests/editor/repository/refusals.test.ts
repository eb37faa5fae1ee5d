import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mostBodyBytes } from '../../../build/editor/repository/read-body.ts';
import { temporaryFolder, text } from '../../support/content.ts';
import { base64, keptIn, own, type Served, serve, token } from './support.ts';

const about = 'content/shared/pages/about/index.en.md';

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** What the server took of the body. */
  readonly sentBytes: number;
}

/** A request whose address and headers are sent as they are written. */
function ask(
  { port }: Served,
  address: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
  body?: { readonly chunk: Buffer; readonly count: number },
): Promise<Raw> {
  const sender = request({
    host: '127.0.0.1',
    port,
    path: `/_editor/api/v1/${address}`,
    method,
    headers: { Authorization: `token ${token}`, ...headers },
  });
  return new Promise((resolve, reject) => {
    sender.on('error', reject);
    sender.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data: string) => (text += data));
      response.on('end', () => {
        const sentBytes = sender.socket?.bytesWritten ?? 0;
        sender.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, sentBytes });
      });
    });
    let left = body?.count ?? 0;
    const send = (): void => {
      while (body !== undefined && left > 0 && !sender.destroyed) {
        left--;
        if (!sender.write(body.chunk)) return void sender.once('drain', send);
      }
      if (!sender.destroyed) sender.end();
    };
    send();
  });
}

const messageOf = ({ body }: Raw): string => (JSON.parse(body) as { message: string }).message;

test.each([
  ['another site', { Origin: 'https://evil.example.org' }],
  ['another port of this computer', { Origin: 'http://localhost:1' }],
  ['a file or a sandboxed frame', { Origin: 'null' }],
  ['another site, without its name', { 'Sec-Fetch-Site': 'cross-site' }],
  ['another port, without its name', { 'Sec-Fetch-Site': 'same-site' }],
  ['a name that was made to point here', { Host: 'evil.example.org' }],
])('%s is refused, whatever token it has', async (_, headers) => {
  const served = await serve();
  for (const [method, address] of [
    ['GET', 'version'],
    ['GET', `${own}/raw/${about}`],
    ['OPTIONS', `${own}/contents`],
    ['POST', `${own}/contents`],
  ] as const) {
    const answer = await ask(served, address, headers, method);
    expect([method, answer.status]).toEqual([method, 403]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  expect(served.lines.at(-1)).toMatch(/^editor: refused POST .*: 403 Only the editor of this preview/);
});

test('the editor itself is answered, without a header that lets anybody else read', async () => {
  const served = await serve();
  const headers = { Origin: `http://localhost:${served.port}`, 'Sec-Fetch-Site': 'same-origin' };
  const answer = await ask(served, 'version', headers);
  expect(answer.status).toBe(200);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test.each([
  ['none', undefined],
  ['an empty one', 'token '],
  ['another one', 'token another'],
  ['a longer one', `token ${token}x`],
  ['a shorter one', `token ${token.slice(1)}`],
  ['the right one in another scheme', `Basic ${token}`],
])('a request with a wrong token is refused: %s', async (_, authorization) => {
  const served = await serve();
  const response = await fetch(`${served.api}version`, {
    ...(authorization !== undefined && { headers: { Authorization: authorization } }),
  });
  expect([response.status, await response.json()]).toEqual([
    401,
    { message: expect.stringContaining('load this page anew') },
  ]);
  expect(served.lines.join()).not.toContain(token);
});

test('what is not there is not found, and what cannot be done there is not allowed', async () => {
  const served = await serve();
  for (const address of ['', 'versions', 'repos/other/content', `${own}/branches/other`, `${own}/hooks`])
    expect([address, (await ask(served, address)).status]).toEqual([address, 404]);
  const put = await ask(served, `${own}/contents`, {}, 'PUT');
  expect([put.status, put.headers.allow]).toEqual([405, 'POST']);
  expect((await ask(served, 'version', {}, 'DELETE')).status).toBe(405);
  expect((await ask(served, `${own}/file-contents`)).status).toBe(405);
  expect((await ask(served, `${own}/raw/content/shared/pages/no/index.en.md`)).status).toBe(404);
});

const badPaths = [
  '',
  '/etc/passwd',
  'site.yml',
  '../content/site.yml',
  'content/../package.json',
  'content/shared/../../package.json',
  'content/./site.yml',
  'content//site.yml',
  'content\\site.yml',
  'content/shared\\pages\\about\\index.en.md',
  'C:\\content\\site.yml',
  'content/site.yml\0',
  'content/shared/pages/about/index.en.md\0.svg',
  'content/%2e%2e/package.json',
  'content/shared/pages/%2e%2e/index.en.md',
  'content/shared/pages/about%2findex.en.md',
  'content/shared/pages/about/',
  'content/shared/pages/about/.htaccess',
  'content/shared/pages/.git/index.en.md',
  'content/shared/pages/about/.gitkeep',
  'content/shared/pages/about/index.html',
  'content/shared/pages/about/page.html',
  'content/shared/pages/about/run.js',
  'content/shared/pages/about/run.mjs',
  'content/shared/pages/about/style.css',
  'content/shared/pages/about/data.json',
  'content/shared/pages/about/run.exe',
  'content/shared/pages/about/cover',
  'content/shared/pages/about/cover.svg~',
  'content/shared/pages/about/Обложка.svg',
  'content/shared/pages/about/my cover.svg',
  'content/shared/pages/about/con.svg',
  'content/shared/pages/about/index.md',
  'content/shared/pages/about/index.EN.md',
  'content/shared/pages/about/notes.md',
  'content/shared/pages/About/index.en.md',
  'content/shared/pages/about/deep/index.en.md',
  'content/shared/pages/about/deep/cover.svg',
  'content/shared/pages/cover.svg',
  'content/shared/cover.svg',
  'content/cover.svg',
  'content/README.md',
  'content/countries/kg/film.mp4',
  'content/countries/kyrgyzstan/country.yml',
  'content/taxonomy/domains.yaml',
  'content/strings/russian.po',
  `content/shared/pages/about/${'a'.repeat(200)}.svg`,
];

test.each(badPaths)('%j is not written, not deleted, not moved, not read', async (bad) => {
  const { save, sha, ask, folder, lines } = await serve({ 'README.md': '# Content\n' });
  const known = await sha(about);
  const content = base64('x');
  for (const change of [
    { operation: 'create', path: bad, content },
    { operation: 'delete', path: bad, sha: known },
    { operation: 'update', path: bad, from_path: about, sha: known, content },
    {
      operation: 'update',
      path: 'content/shared/pages/new/index.en.md',
      from_path: bad || ' ',
      sha: known,
      content,
    },
  ]) {
    const { status, message } = await save(change);
    expect([status, message]).toEqual([422, expect.stringMatching(/\.$/)]);
    expect(lines.at(-1)).toContain('editor: refused POST');
  }
  const body = JSON.stringify({ files: [bad] });
  expect((await ask(`${own}/file-contents`, { method: 'POST', body })).status).toBe(422);
  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => /new|x$/.test(name))).toEqual([]);
  expect(await sha(about)).toBe(known);
});

test.each([
  'content/../../../etc/passwd',
  'content/..%2f..%2f..%2fetc/passwd',
  'content/%2e%2e/%2e%2e/etc/passwd',
  'content/%252e%252e/etc/passwd',
  'content/shared%5cpages%5cabout%5cindex.en.md',
  'content/site.yml%00',
  'content/%',
  '%2fetc%2fpasswd',
  '/etc/passwd',
])('no address leads out of the content: %s', async (bad) => {
  const served = await serve();
  for (const call of [`${own}/raw/`, `${own}/media/main/`]) {
    const answer = await ask(served, call + bad);
    expect([answer.status, answer.body]).toEqual([422, expect.not.stringContaining('root:')]);
  }
  expect((await ask(served, `${own}/commits?path=${bad}`)).status).toBe(422);
});

test('nothing is written by way of a link, be it a file or a folder', async () => {
  const { folder, save, sha } = await serve();
  const outside = await temporaryFolder();
  await writeFile(path.join(outside, 'index.en.md'), 'outside');
  await symlink(outside, path.join(folder, 'shared/pages/linked'));
  await mkdir(path.join(folder, 'shared/pages/half'));
  await symlink(path.join(outside, 'index.en.md'), path.join(folder, 'shared/pages/half/index.en.md'));
  await symlink(path.join(outside, 'nowhere.md'), path.join(folder, 'shared/pages/half/index.ru.md'));
  const known = await sha(about);
  for (const name of ['linked/index.en.md', 'linked/index.ru.md', 'half/index.en.md', 'half/index.ru.md']) {
    const file = `content/shared/pages/${name}`;
    for (const change of [
      { operation: 'create', path: file, content: base64('x') },
      { operation: 'update', path: file, sha: known, content: base64('x') },
      { operation: 'delete', path: file, sha: known },
      { operation: 'update', path: file, from_path: about, sha: known, content: base64('x') },
    ]) {
      const { status, message } = await save(change);
      expect([status, message]).toEqual([422, expect.stringContaining('links are not followed')]);
    }
  }
  expect(await readdir(outside)).toEqual(['index.en.md']);
  expect(await readFile(path.join(outside, 'index.en.md'), 'utf8')).toBe('outside');
});

test('a file where a folder is needed, and a folder where a file is, are refused', async () => {
  const { folder, save } = await serve();
  await writeFile(path.join(folder, 'shared/pages/flat'), 'a file');
  await mkdir(path.join(folder, 'shared/pages/about/cover.svg'));
  for (const name of ['flat/index.en.md', 'about/cover.svg'])
    expect(
      (await save({ operation: 'create', path: `content/shared/pages/${name}`, content: base64('x') }))
        .status,
    ).toBe(422);
});

test('a name that differs from another only in case is refused', async () => {
  const { save } = await serve({ 'shared/pages/about/cover.svg': '<svg/>' });
  const create = (name: string) => ({
    operation: 'create',
    path: `content/shared/pages/about/${name}`,
    content: base64('x'),
  });
  const { status, message } = await save(create('Cover.svg'));
  expect([status, message]).toEqual([422, expect.stringContaining('only in case')]);
  expect((await save(create('a.svg'), create('A.svg'))).status).toBe(422);
});

test.each([
  ['no JSON', 400, '{"files": ['],
  ['no UTF-8', 400, Buffer.from([0x22, 0xff, 0x22])],
  ['no files', 422, '{}'],
  ['an empty list', 422, '{"files": []}'],
  ['no object', 422, '[1]'],
  ['null', 422, 'null'],
  ['a file that is none', 422, '{"files": [null]}'],
  ['no operation', 422, JSON.stringify({ files: [{ path: about, content: '' }] })],
  ['another operation', 422, JSON.stringify({ files: [{ operation: 'chmod', path: about, content: '' }] })],
  ['a path that is none', 422, JSON.stringify({ files: [{ operation: 'create', path: 1, content: '' }] })],
])('a save that says %s is refused', async (_, status, body) => {
  const { ask, lines } = await serve();
  const response = await ask(`${own}/contents`, { method: 'POST', body });
  expect([response.status, await response.json()]).toEqual([
    status,
    { message: expect.stringMatching(/\.$/) },
  ]);
  expect(lines).toHaveLength(1);
});

test.each(['not base64!', 'YQ', 'YQ=a', 'Y===', '====', 1, null, undefined])(
  'content that is no base64 is refused: %j',
  async (content) => {
    const { save, sha } = await serve();
    const path = 'content/shared/pages/new/index.en.md';
    const { status, message } = await save({ operation: 'create', path, content });
    expect([status, message]).toEqual([422, expect.stringContaining('base64')]);
    expect(await sha(path)).toBe('');
  },
);

test('without the version that the author opened nothing is replaced or deleted', async () => {
  const { save } = await serve();
  for (const sha of [undefined, null, '', 'main', 1])
    for (const operation of ['update', 'delete']) {
      const { status, message } = await save({ operation, path: about, content: base64('x'), sha });
      expect([status, message]).toEqual([422, expect.stringContaining('which version')]);
    }
});

test('a file may be changed once in a save', async () => {
  const { save, sha } = await serve();
  const change = { operation: 'update', path: about, content: base64('x'), sha: await sha(about) };
  expect((await save(change, change)).status).toBe(422);
});

test.each([
  ['UTF-16', Buffer.from('\uFEFFtitle', 'utf16le'), 'UTF-16'],
  ['no UTF-8', Buffer.from([0x61, 0xe4, 0x62]), 'not valid UTF-8'],
  ['a NUL', Buffer.from('a\0b'), 'NUL'],
  ['more than 1 MB', Buffer.alloc(1024 * 1024 + 1, 'a'), 'longer than 1 MB'],
])('a text with %s is refused', async (_, bytes, said) => {
  const { save, sha } = await serve();
  const known = await sha(about);
  const outcome = await save({ operation: 'update', path: about, content: base64(bytes), sha: known });
  expect([outcome.status, outcome.message]).toEqual([422, expect.stringContaining(said)]);
  expect(outcome.message).toContain(`${about} line 1: `);
  expect(await sha(about)).toBe(known);
});

test('faults refuse the save: all of its files stay as they are, and the author reads what to correct', async () => {
  const fault = (line: number, severity: 'error' | 'warning') => ({
    code: 'front-matter/enum',
    severity,
    file: 'shared/pages/about/index.en.md',
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    message: 'nav: "foter" is not one of: footer, header, none',
    hint: 'did you mean "footer"?',
  });
  const found = [fault(3, 'error'), fault(2, 'warning')];
  const { save, sha, head, lines, keptFolder } = await serve({}, { check: async () => found });
  const before = await head();
  const update = { operation: 'update', path: about, content: base64('x'), sha: await sha(about) };
  const create = { operation: 'create', path: 'content/shared/pages/new/index.en.md', content: base64('x') };
  const { status, message } = await save(create, update);
  expect([status, message]).toEqual([
    422,
    `Nothing was saved yet. Correct this and save again: ${about} line 3: nav: "foter" is not one of: footer, header, none – did you mean "footer"?`,
  ]);
  expect(lines.at(-1)).toContain(message);
  expect([await head(), await keptIn(keptFolder)]).toEqual([before, []]);
  found.push(...Array.from({ length: 13 }, (_, index) => fault(index + 10, 'error')));
  const many = await save(create, update);
  expect(many.message).toMatch(/^Nothing was saved yet\..* \(1\) .* \(10\) .*; and 4 more\.$/);
  expect(many.message).not.toContain('(11)');
});

const chunk = Buffer.alloc(1024 * 1024, ' ');

test('a body that says that it is too long is refused before it is read', async () => {
  const served = await serve();
  const headers = { 'Content-Length': mostBodyBytes + 1 };
  const answer = await ask(served, `${own}/contents`, headers, 'POST', { chunk, count: 1 });
  expect([answer.status, messageOf(answer)]).toEqual([413, expect.stringContaining('64 MB')]);
  expect(answer.headers.connection).toBe('close');
  expect(answer.sentBytes).toBeLessThan(4 * chunk.length);
});

test('a body of 1 GB that does not say how long it is is read no further than the limit', async () => {
  const served = await serve();
  const headers = { 'Transfer-Encoding': 'chunked' };
  const answer = await ask(served, `${own}/contents`, headers, 'POST', { chunk, count: 1024 });
  expect(answer.status).toBe(413);
  // What was taken: the limit, and what fits into the buffers on the way.
  expect(answer.sentBytes).toBeGreaterThan(mostBodyBytes);
  expect(answer.sentBytes).toBeLessThan(mostBodyBytes + 32 * chunk.length);
  expect((await ask(served, 'version')).status).toBe(200);
});

test('a stranger’s body of 1 GB is not read', async () => {
  const served = await serve();
  const headers = { 'Transfer-Encoding': 'chunked', Authorization: 'token another' };
  const answer = await ask(served, `${own}/contents`, headers, 'POST', { chunk, count: 1024 });
  expect(answer.status).toBe(401);
  expect(answer.sentBytes).toBeLessThan(32 * chunk.length);
});

test('a browser that sends all before it reads anything still reads why', async () => {
  const { port } = await serve();
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  const head = [
    'POST /_editor/api/v1/repos/local/content/contents HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Authorization: token ${token}`,
    `Content-Length: ${mostBodyBytes + chunk.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.write(Buffer.alloc(mostBodyBytes + chunk.length, ' '), () => resolve());
  });
  let answer = '';
  for await (const data of socket.setEncoding('utf8')) answer += data;
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('nothing was saved');
});

test('a fault of the disk is a sentence, and no stack trace', async () => {
  const served = await serve({}, { contentFolder: path.join(await temporaryFolder(), 'gone') });
  const answer = await ask(served, `${own}/branches/main`);
  expect([answer.status, messageOf(answer)]).toEqual([500, expect.stringContaining('there is no such file')]);
  expect(answer.body).not.toContain(' at ');
});

test('text that is printed plays no tricks with the terminal', async () => {
  const { save, lines } = await serve({ 'shared/pages/help/index.en.md': text('title: Help\n') });
  await save({ operation: 'create', path: 'content/\u001b[2J\nfake line', content: '' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\u001b');
  expect(lines[0]).not.toContain('\n');
});
