import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openHttpSource } from '../../../build/mirror/sources/http-source.ts';
import { type Line, openLine } from '../../../build/mirror/sources/line.ts';
import type { Source, SourceError } from '../../../build/mirror/sources/source.ts';
import { freePort } from '../../support/servers/free-port.ts';
import { startHostileServer, startRawServer } from '../../support/servers/hostile-server.ts';

const fullSpeed = (): Line =>
  openLine(undefined, { nowMs: () => performance.now(), pause: (ms) => setTimeout(ms) });

function sourceAt(
  url: string,
  options: { line?: Line; timeoutMs?: number; signal?: AbortSignal } = {},
): Source {
  const source = openHttpSource(url, {
    line: fullSpeed(),
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    pausesMs: [],
    ...options,
  });
  onTestFinished(() => source.close());
  return source;
}

async function readAll(source: Source, path: string, offset: number, maxBytes: number): Promise<string> {
  const opened = await source.open(path, offset, maxBytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  return `${opened.offset}:${Buffer.concat(pieces)}`;
}

const faultOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: SourceError) => reason,
  );
  return error === undefined ? 'no fault' : `${error.fault}: ${error.message}`;
};

describe('small files', () => {
  test('are asked for compressed, below the path of the site', async () => {
    const { url, requests } = await startHostileServer((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip');
      expect(request.headers['user-agent']).toBe('passport-mirror');
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('{"a":1}'));
    });
    const line = fullSpeed();
    const source = sourceAt(`${url}kg/`, { line });
    expect(String(await source.read('metadata/timestamp.json', 100))).toBe('{"a":1}');
    expect(requests).toEqual(['GET /kg/metadata/timestamp.json']);
    expect(line.requests).toBe(1);
    expect(line.received).toBeGreaterThan(100);
    expect(line.received).toBeLessThan(400);
  });

  test.each([403, 404, 410])(
    'are missing where a server answers %i, and the connection is used again',
    async (status) => {
      const sockets = new Set<unknown>();
      const { url } = await startHostileServer((request, response) => {
        sockets.add(request.socket);
        response.writeHead(status).end('nothing here');
      });
      const source = sourceAt(url);
      expect(await source.read('_release.json', 100)).toBeUndefined();
      expect(await source.read('_release.json', 100)).toBeUndefined();
      expect(sockets.size).toBe(1);
    },
  );

  test('a later root is looked for without the page that says that there is none', async () => {
    const { url, requests } = await startHostileServer((request, response) => {
      if (request.url === '/metadata/3.root.json') response.end('root');
      else response.writeHead(404).end('x'.repeat(5000));
    });
    const line = fullSpeed();
    const source = sourceAt(url, { line });
    expect(await source.read('metadata/2.root.json', 100)).toBeUndefined();
    expect(requests).toEqual(['HEAD /metadata/2.root.json']);
    expect(line.received).toBeLessThan(400);
    expect(String(await source.read('metadata/3.root.json', 100))).toBe('root');
  });

  test('a server that does not know HEAD is asked for the root itself', async () => {
    const { url } = await startHostileServer((request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end();
      else response.end('root');
    });
    expect(String(await sourceAt(url).read('metadata/2.root.json', 100))).toBe('root');
  });

  test('nothing is read of one that is longer, in whichever way it is so', async () => {
    const { url } = await startHostileServer(({ url: path }, response) => {
      if (path === '/announced') response.writeHead(200, { 'Content-Length': 1e12 }).write('x');
      else if (path === '/bomb')
        response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(1e7)));
      else {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(1000)));
        };
        response.on('drain', more);
        more();
      }
    });
    const line = fullSpeed();
    const source = sourceAt(url, { line });
    for (const path of ['announced', 'bomb', 'endless'])
      expect(await faultOf(source.read(path, 20_000)), path).toContain(
        `refused: ${url}${path} is longer than the 20000 bytes that it can have.`,
      );
    expect(line.received).toBeLessThan(500_000);
  });

  test('what was not asked for compressed in this way, or came damaged, is refused', async () => {
    const { url } = await startHostileServer(({ url: path }, response) => {
      if (path === '/br') response.setHeader('Content-Encoding', 'br').end(brotliCompressSync('x'));
      else response.setHeader('Content-Encoding', 'gzip').end(gzipSync('x'.repeat(99)).subarray(0, 15));
    });
    const source = sourceAt(url);
    expect(await faultOf(source.read('br', 100))).toContain('is sent compressed (br)');
    expect(await faultOf(source.read('cut', 100))).toBe(
      `unreachable: ${url}cut came damaged: it cannot be decompressed.`,
    );
  });

  test('a busy server is asked again, as soon as it allows', async () => {
    let count = 0;
    const { url } = await startHostileServer((_, response) => {
      count++;
      if (count < 3) response.writeHead(503, { 'Retry-After': '0' }).end();
      else response.end('now');
    });
    const signal = new AbortController().signal;
    const source = openHttpSource(url, { line: fullSpeed(), timeoutMs: 20_000, signal, pausesMs: [1, 1] });
    onTestFinished(() => source.close());
    expect(String(await source.read('x', 100))).toBe('now');
    count = -10;
    expect(await faultOf(source.read('x', 100))).toContain('unreachable');
  });
});

describe('large files', () => {
  test('go on from where they were cut off, where the server can', async () => {
    const { url } = await startHostileServer(({ url: path, headers }, response) => {
      expect(headers['accept-encoding']).toBe('identity');
      const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
      if (path === '/ranges' && from >= 10) response.writeHead(416).end();
      else if (path === '/ranges' && from > 0)
        response.writeHead(206, { 'Content-Range': `bytes ${from}-9/10` }).end('0123456789'.slice(from));
      else response.end('0123456789');
    });
    const source = sourceAt(url);
    expect(await readAll(source, 'ranges', 0, 10)).toBe('0:0123456789');
    expect(await readAll(source, 'ranges', 4, 10)).toBe('4:456789');
    expect(await readAll(source, 'whole', 4, 10)).toBe('0:0123456789');
  });

  test('that have nothing further begin anew', async () => {
    const { url } = await startHostileServer(({ headers }, response) => {
      if (headers.range === undefined) response.end('0123');
      else response.writeHead(416, { 'Content-Range': 'bytes */4' }).end();
    });
    expect(await readAll(sourceAt(url), 'x', 4, 10)).toBe('0:0123');
  });

  test('another part than the one that was asked for is refused', async () => {
    for (const range of ['bytes 0-9/10', 'bytes 5-9/10', 'bytes 4-9/11', '4-9', undefined]) {
      const { url } = await startHostileServer((_, response) => {
        response.writeHead(206, range === undefined ? {} : { 'Content-Range': range }).end('456789');
      });
      expect(await faultOf(sourceAt(url).open('x', 4, 10)), range).toContain('refused: ');
    }
  });

  test('an endless one ends where it can be no longer, and a missing one is said to be missing', async () => {
    const { url } = await startHostileServer(({ url: path }, response) => {
      if (path === '/missing') {
        response.writeHead(404).end();
        return;
      }
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    const line = fullSpeed();
    const source = sourceAt(url, { line });
    expect(await faultOf(readAll(source, 'endless', 0, 5000))).toContain('refused');
    expect(line.received).toBeLessThan(500_000);
    expect(await faultOf(source.open('missing', 0, 10))).toBe(`missing: ${url}missing is not there.`);
  });

  test('one that is sent compressed is refused, unless that is what the file itself is', async () => {
    const { url } = await startHostileServer((_, response) => {
      response.setHeader('Content-Encoding', 'br').end('twin');
    });
    expect(await readAll(sourceAt(url), 'x.br', 0, 10)).toBe('0:twin');
    expect(await faultOf(sourceAt(url).open('x', 0, 10))).toContain('refused');
  });
});

describe('servers', () => {
  test('that lead elsewhere are not followed, and it is said where to', async () => {
    const { url, requests } = await startHostileServer((_, response) => {
      response.writeHead(301, { Location: 'https://elsewhere.example.org/' }).end();
    });
    expect(await faultOf(sourceAt(url).read('_release.json', 10))).toBe(
      `refused: ${url}_release.json leads to https://elsewhere.example.org/, which is not followed. If the site is there, write that address into mirror.json.`,
    );
    expect(requests.length).toBe(1);
  });

  test('fill no sentence with what they say', async () => {
    const { url } = await startHostileServer((_, response) => {
      response.writeHead(302, { Location: 'x'.repeat(12_000) }).end();
    });
    expect((await faultOf(sourceAt(url).read('_release.json', 10))).length).toBeLessThan(600);
    const other = await startHostileServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'x'.repeat(12_000) }).end();
    });
    expect((await faultOf(sourceAt(other.url).read('_release.json', 10))).length).toBeLessThan(600);
  });

  test.each([500, 503, 429])('that answer %i are to be asked later', async (status) => {
    const { url } = await startHostileServer((_, response) => {
      response.writeHead(status, { 'Retry-After': '7' }).end();
    });
    const error = await sourceAt(url)
      .open('x', 0, 10)
      .catch((reason: SourceError) => reason);
    expect(error).toMatchObject({ fault: 'unreachable', retryAfterMs: 7000 });
  });

  test('that hang, before they answer or after, are left', async () => {
    const { url } = await startHostileServer(({ url: path }, response) => {
      if (path === '/after') response.writeHead(200, { 'Content-Length': 100 }).write('x');
    });
    const source = sourceAt(url, { timeoutMs: 100 });
    for (const path of ['before', 'after'])
      expect(await faultOf(readAll(source, path, 0, 100)), path).toContain('next to nothing, came for');
  });

  test('that give a byte now and then are left as well', async () => {
    const { url } = await startHostileServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const source = sourceAt(url, { timeoutMs: 200 });
    expect(await faultOf(readAll(source, 'x', 0, 1000))).toContain('next to nothing');
  });

  test('that break off in the middle are to be asked later', async () => {
    const { url } = await startHostileServer(({ url: path }, response) => {
      if (path === '/announced') response.setHeader('Content-Length', 100);
      response.write('x', () => response.destroy());
    });
    for (const path of ['announced', 'chunked'])
      expect(await faultOf(readAll(sourceAt(url), path, 0, 100)), path).toBe(
        `unreachable: ${url}${path} cannot be had: the connection was broken off.`,
      );
  });

  test('that do not speak HTTP, or too much of it, or not at all, are said to', async () => {
    const garbage = [
      'SSH-2.0-OpenSSH_9.2\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n',
      `HTTP/1.1 200 OK\r\n${`X-Long: ${'x'.repeat(5000)}\r\n`.repeat(20)}\r\n`,
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde',
      '\0\0\0\0\0\0\0',
    ];
    for (const bytes of garbage) {
      const url = await startRawServer((socket) => socket.end(bytes));
      expect(await faultOf(readAll(sourceAt(url), 'x', 0, 100)), bytes.slice(0, 60)).toMatch(
        /^unreachable: /,
      );
    }
    const nobody = `http://127.0.0.1:${await freePort()}/`;
    expect(await faultOf(sourceAt(nobody).read('x', 10))).toContain('nothing answers at this address');
    expect(await faultOf(sourceAt('http://no-such.invalid/').read('x', 10))).toMatch(
      /no computer of this name|looked up/,
    );
  });

  test('a server that goes on in another protocol is told of, and not waited for', async () => {
    const bytes = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';
    const url = await startRawServer((socket) => void socket.write(bytes));
    const sentence = 'it goes on in another protocol than HTTP, which was not asked for.';
    expect(await faultOf(sourceAt(url).read('x', 10))).toBe(
      `unreachable: ${url}x cannot be had: ${sentence}`,
    );
    expect(await faultOf(readAll(sourceAt(url), 'x', 0, 10))).toContain(sentence);
  });

  test('a connection that a server ended while it waited is made anew', async () => {
    let count = 0;
    const { url } = await startHostileServer((request, response) => {
      count++;
      if (count === 2) request.socket.destroy();
      else response.end('x');
    });
    const source = sourceAt(url);
    expect(String(await source.read('a', 10))).toBe('x');
    expect(String(await source.read('b', 10))).toBe('x');
    expect(count).toBe(3);
  });

  test('are read no faster than the line allows, headers and all', async () => {
    const { url } = await startHostileServer((_, response) => response.end('x'.repeat(300_000)));
    let waitedMs = 0;
    const line = openLine(10_000, { nowMs: () => waitedMs, pause: async (ms) => (waitedMs += ms) });
    const source = sourceAt(url, { line });
    await readAll(source, 'x', 0, 300_000);
    await source.read('y', 300_000);
    expect(line.received).toBeGreaterThan(600_000);
    expect(waitedMs).toBeCloseTo(line.received / 10, -1);
  });

  test('whoever is told to stop stops at once, wherever it waits', async () => {
    const { url } = await startHostileServer(({ url: path }, response) => {
      if (path === '/after') response.writeHead(200, { 'Content-Length': 100 }).write('x');
    });
    for (const path of ['before', 'after']) {
      const stop = new AbortController();
      const reading = readAll(sourceAt(url, { signal: stop.signal, timeoutMs: 50_000 }), path, 0, 100);
      const reason = new Error('told to stop');
      setImmediate(() => stop.abort(reason));
      await expect(reading).rejects.toBe(reason);
    }
  });
});
