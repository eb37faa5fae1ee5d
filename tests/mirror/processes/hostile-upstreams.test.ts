/** The program with upstreams that no honest one is like: alone nothing of them is taken, and the next one is asked where there is one. */
import { cp, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { page, picture } from '../../support/publish.ts';
import { startHostileServer } from '../../support/servers/hostile-server.ts';
import { expectSentences, makeMinistry, ministryIn, type Preload, today } from '../support/ministry.ts';
import { faultsOfServed } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

/** Its timeouts and pauses pass at once, as far as a test is concerned. */
const impatient: Preload = { file: 'quick-timers.cjs', env: { TIMES_AS_FAST: '30' } };

/** What is wrong with an answer: it is given what an honest server has there. */
type Answer = (bytes: Uint8Array, request: IncomingMessage, response: ServerResponse) => void;

const zeros = new Uint8Array(16 * 1024 * 1024);
const [brotlied, gzipped] = [
  brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzipSync(zeros),
];
const isContent = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/objects/');
const isMetadata = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/metadata/');

/** Answers honestly where it is not about this. */
const onlyWhere =
  (isMeant: (request: IncomingMessage) => boolean, answer: Answer): Answer =>
  (bytes, request, response) => {
    if (isMeant(request)) answer(bytes, request, response);
    else response.end(bytes);
  };

const honest: Answer = (bytes, _, response) => void response.end(bytes);
const hang: Answer = () => {};
const truncate: Answer = (bytes, _, response) => {
  response.writeHead(200, { 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
};
const fail: Answer = (_, __, response) => void response.writeHead(500).end('<h1>Sorry</h1>');
const lie: Answer = (bytes, _, response) => void response.end(bytes.map((byte) => byte ^ 1));
const goOn: Answer = (_, __, response) => {
  const piece = Buffer.alloc(64 * 1024, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};
const lead: Answer = (_, __, response) =>
  void response.writeHead(302, { Location: 'https://elsewhere.example/' }).end();
const brotliBomb: Answer = (bytes, { url = '' }, response) =>
  void response.end(url.endsWith('.br') ? brotlied : bytes);
const gzipBomb: Answer = (_, __, response) =>
  void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipped);

const hostile: Readonly<Record<string, readonly [answer: Answer, words: RegExp]>> = {
  'that hangs when it is asked for contents': [
    onlyWhere(isContent, hang),
    /nothing, or next to nothing, came/,
  ],
  'that truncates contents': [onlyWhere(isContent, truncate), /broken off/],
  'that answers 500': [fail, /the server answers 500/],
  'with wrong bytes in metadata': [onlyWhere(isMetadata, lie), /timestamp\.json/],
  'with wrong bytes in contents': [onlyWhere(isContent, lie), /wrong bytes/],
  'with endless metadata': [onlyWhere(isMetadata, goOn), /longer than/],
  'with endless contents': [onlyWhere(isContent, goOn), /longer than/],
  'with a bomb of brotli for each content': [onlyWhere(isContent, brotliBomb), /wrong bytes|longer than/],
  'with a bomb of gzip for metadata': [onlyWhere(isMetadata, gzipBomb), /longer than|unpack|gzip/],
  'that leads elsewhere': [lead, /leads to https:\/\/elsewhere\.example\/, which is not followed/],
};

const serve = (folder: string, answer: Answer) =>
  startHostileServer(async (request, response) => {
    const bytes = await readFile(folder + request.url).catch(() => undefined);
    if (bytes === undefined) response.writeHead(404).end();
    else answer(bytes, request, response);
  });

/** Words that no dictionary has, so that a page is longer than what is new in it. */
const longPage = page('c', Array.from({ length: 200 }, (_, at) => (at * 7919).toString(36)).join(' '));

test('whatever an upstream does: alone it is refused in sentences, and with an honest one beside it the new release comes', async () => {
  const published = await publishedSite(today);
  let answer: Answer = honest;
  const bad = await serve(published.live, (...what) => answer(...what));
  const good = await serve(published.live, honest);
  const before = await makeMinistry(published, [bad.url]);
  expect(await before.run('sync')).toMatchObject({ code: 0 });
  await published.publish({ 'ru/c/index.html': longPage, ...picture('c', 'one') }, today);
  for (const [name, [hostility, words]] of Object.entries(hostile)) {
    const folder = path.join(published.top, name);
    await cp(before.folder, folder, { recursive: true, verbatimSymlinks: true });
    const ministry = ministryIn(folder);
    answer = hostility;
    const refused = await ministry.run('sync', [], impatient);
    expect(refused.code, name).toBe(3);
    expectSentences(refused);
    expect(refused.stderr, name).toMatch(words);
    expect(refused.stderr, name).toMatch(/\nRelease 1 is served as before\.\n$/);
    expect(await faultsOfServed(folder), name).toEqual([]);
    await ministry.configure({ upstreams: [bad.url, good.url] });
    const taken = await ministry.run('sync', [], impatient);
    expect(taken.stdout, name + taken.stderr).toContain('Release 2 of kg is served');
    expect(taken.code, name).toBe(0);
    expect(await faultsOfServed(folder), name).toEqual([]);
  }
});
