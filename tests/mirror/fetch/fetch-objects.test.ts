import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EnvironmentError, explainSystemError } from '../../../build/cli/errors.ts';
import { packFile } from '../../../build/mirror/fetch/apply-patches.ts';
import { type Fetched, type FetchRequest, fetchObjects } from '../../../build/mirror/fetch/fetch-objects.ts';
import { type MirrorPaths, mirrorPaths, objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import type { WantedObject } from '../../../build/mirror/objects/store-object.ts';
import { openHttpSource } from '../../../build/mirror/sources/http-source.ts';
import { openLine } from '../../../build/mirror/sources/line.ts';
import type { Source } from '../../../build/mirror/sources/source.ts';
import { sha256 } from '../../../build/model/paths.ts';
import type { Delta } from '../../../build/model/release/delta.ts';
import { diffManifests } from '../../../build/model/release/delta.ts';
import type { FileKind, Manifest, ManifestFile } from '../../../build/model/release/manifest.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { patchMaker } from '../../../build/release/make-patches.ts';
import { temporaryFolder } from '../../support/content.ts';
import { startHostileServer } from '../../support/servers/hostile-server.ts';
import { findNginx, startNginx } from '../../support/servers/nginx-server.ts';

const pageOf = (name: string): Buffer =>
  Buffer.from(Array.from({ length: 300 }, (_, at) => `<p>${name} ${(at * at) % 977}</p>`).join('\n'));

/** What cannot be compressed, in parts of a quarter of a megabyte. */
const filmOf = (name: string, quarters: number): Buffer =>
  createHash('shake256', { outputLength: quarters * 256 * 1024 })
    .update(name)
    .digest();

const compressed = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const wantedOf = (bytes: Uint8Array): WantedObject => ({ sha256: sha256(bytes), bytes: bytes.length });
const compressibleOf = (bytes: Uint8Array): WantedObject => ({
  ...wantedOf(bytes),
  br: compressed(bytes).length,
  gz: 1,
});

type Published = Map<string, Uint8Array>;

function publish(...contents: readonly Uint8Array[]): Published {
  const published: Published = new Map();
  for (const bytes of contents) {
    const at = `/${releasePaths.object(sha256(bytes))}`;
    published.set(at, bytes);
    published.set(`${at}.br`, compressed(bytes));
  }
  return published;
}

/** Sends what is published, also from the middle on. */
function send(published: Published, { url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const bytes = published.get(url);
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  if (bytes === undefined) response.writeHead(404).end();
  else if (from >= bytes.length && from > 0) response.writeHead(416).end();
  else if (from === 0) response.setHeader('Content-Length', bytes.length).end(bytes);
  else
    response
      .writeHead(206, { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` })
      .end(bytes.subarray(from));
}

function sourceAt(url: string, signal = new AbortController().signal): Source {
  const line = openLine(undefined, { nowMs: () => performance.now(), pause: (ms) => setTimeout(ms) });
  const source = openHttpSource(url, { line, timeoutMs: 300, signal, pausesMs: [] });
  onTestFinished(() => source.close());
  return source;
}

const emptyMirror = async (): Promise<MirrorPaths> =>
  mirrorPaths(path.join(await temporaryFolder(), 'mirror'));

interface Outcome {
  readonly fetched?: Fetched;
  readonly error?: unknown;
  readonly warnings: readonly string[];
  /** Bytes to be loaded, as they were thought to be in the end. */
  readonly progress: readonly [done: number, total: number];
}

async function fetchAll(
  request: Pick<FetchRequest, 'paths' | 'sources' | 'wanted'> & Partial<FetchRequest>,
): Promise<Outcome> {
  const warnings: string[] = [];
  let progress: [number, number] = [0, 0];
  const outcome = await fetchObjects({
    mostConnections: 4,
    warn: (sentence) => warnings.push(sentence),
    onProgress: (done, total) => {
      expect(done).toBeGreaterThanOrEqual(progress[0]);
      progress = [done, total];
    },
    signal: new AbortController().signal,
    pausesMs: [1, 1],
    ...request,
  }).then(
    (fetched) => ({ fetched }),
    (error: unknown) => ({ error }),
  );
  return { ...outcome, warnings, progress };
}

async function expectKept(paths: MirrorPaths, ...contents: readonly Uint8Array[]): Promise<void> {
  for (const bytes of contents) {
    const kept = await readFile(objectFile(paths, sha256(bytes)));
    expect(Buffer.compare(kept, bytes)).toBe(0);
  }
}

const partOf = ({ incoming }: MirrorPaths, bytes: Uint8Array, suffix = ''): string =>
  path.join(incoming, `${sha256(bytes)}${suffix}.part`);

async function begin(paths: MirrorPaths, part: string, bytes: Uint8Array): Promise<void> {
  await mkdir(paths.incoming, { recursive: true });
  await writeFile(part, bytes);
}

describe('contents', () => {
  const pages = Array.from({ length: 12 }, (_, at) => pageOf(`Lesson ${at}`));
  const film = filmOf('film', 1);

  test('come compressed where the release has them so, small ones first', async () => {
    const published = publish(...pages, film);
    const { url, requests } = await startHostileServer((request, response) =>
      send(published, request, response),
    );
    const paths = await emptyMirror();
    const wanted = [wantedOf(film), ...pages.map(compressibleOf)];
    const { fetched, progress } = await fetchAll({ paths, sources: [sourceAt(url)], wanted });
    expect(fetched).toEqual({ objects: 13, patched: 0 });
    await expectKept(paths, film, ...pages);
    expect(requests.filter((request) => request.endsWith('.br')).length).toBe(12);
    expect(requests.at(-1)).toBe(`GET /objects/${sha256(film)}`);
    const loaded = wanted.reduce((sum, { br, bytes }) => sum + (br ?? bytes), 0);
    expect(progress).toEqual([loaded, loaded]);
    expect(await readdir(paths.incoming)).toEqual([]);
  });

  test('come as they are where the compressed ones are missing', async () => {
    const published = publish(...pages);
    for (const name of published.keys()) if (name.endsWith('.br')) published.delete(name);
    const { url } = await startHostileServer((request, response) => send(published, request, response));
    const paths = await emptyMirror();
    const { progress } = await fetchAll({
      paths,
      sources: [sourceAt(url)],
      wanted: pages.map(compressibleOf),
    });
    await expectKept(paths, ...pages);
    const loaded = pages.reduce((sum, { length }) => sum + length, 0);
    expect(progress).toEqual([loaded, loaded]);
    expect((await readdir(paths.objects)).length).toBe(36);
  });

  test('from several sources: the next one is asked where one hangs, fails or misses them', async () => {
    const published = publish(...pages);
    const good = await startHostileServer((request, response) => send(published, request, response));
    const faults: ((response: ServerResponse) => unknown)[] = [
      () => {},
      (response) => response.writeHead(500).end(),
      (response) => response.writeHead(404).end(),
      (response) => response.destroy(),
    ];
    for (const fault of faults) {
      const bad = await startHostileServer((_, response) => fault(response));
      const paths = await emptyMirror();
      const sources = [sourceAt(bad.url), sourceAt(good.url)];
      const { warnings } = await fetchAll({ paths, sources, wanted: pages.map(compressibleOf) });
      await expectKept(paths, ...pages);
      expect(warnings).toEqual([]);
    }
  });

  test('that no source has are named, when all others have come', async () => {
    const published = publish(...pages.slice(1));
    const { url } = await startHostileServer((request, response) => send(published, request, response));
    const paths = await emptyMirror();
    const { error } = await fetchAll({ paths, sources: [sourceAt(url)], wanted: pages.map(compressibleOf) });
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(String(error)).toContain(
      `1 of 12 files cannot be had, objects/${sha256(pages[0] ?? '')} among them.`,
    );
    expect(String(error)).toContain(`${url}objects/${sha256(pages[0] ?? '')} is not there.`);
    await expectKept(paths, ...pages.slice(1));
  });

  test('a line that is down is not asked for each of them', async () => {
    const { url, requests } = await startHostileServer((_, response) => response.destroy());
    const paths = await emptyMirror();
    const { error } = await fetchAll({ paths, sources: [sourceAt(url)], wanted: pages.map(compressibleOf) });
    expect(String(error)).toContain('12 of 12 files cannot be had');
    expect(String(error)).toContain('the connection was broken off.');
    expect(requests.length).toBeLessThan(16);
  });

  test('a disk that cannot be written ends all of it, as its own fault', async () => {
    const published = publish(...pages);
    const { url } = await startHostileServer((request, response) => send(published, request, response));
    const paths = await emptyMirror();
    for (const page of pages) await mkdir(partOf(paths, page), { recursive: true });
    const { error, warnings } = await fetchAll({
      paths,
      sources: [sourceAt(url)],
      wanted: pages.map(wantedOf),
    });
    expect(explainSystemError(error)).toContain('a folder stands where a file is needed');
    expect(warnings).toEqual([]);
  });

  test('without any source it is said what to do', async () => {
    const { error } = await fetchAll({
      paths: await emptyMirror(),
      sources: [],
      wanted: pages.map(wantedOf),
    });
    expect(String(error)).toContain('write one into mirror.json');
  });

  test('a server that is busy for a moment is asked again', async () => {
    const published = publish(...pages);
    let count = 0;
    const { url } = await startHostileServer((request, response) => {
      count++;
      if (count % 3 === 0) response.writeHead(503, { 'Retry-After': '0' }).end();
      else send(published, request, response);
    });
    const paths = await emptyMirror();
    await fetchAll({ paths, sources: [sourceAt(url)], wanted: pages.map(compressibleOf) });
    await expectKept(paths, ...pages);
  });

  test('more than the disk can hold is not begun', async () => {
    const { url, requests } = await startHostileServer((_, response) => response.end());
    const paths = await emptyMirror();
    const wanted = [{ ...wantedOf(film), bytes: 1e15 }];
    const { error } = await fetchAll({ paths, sources: [sourceAt(url)], wanted });
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(String(error)).toMatch(
      /has [\d.]+ .B free, but what is missing takes 1000000000\.0 MB\. Free [\d.]+ MB/,
    );
    expect(requests).toEqual([]);
  });
});

describe('wrong bytes', () => {
  const page = pageOf('Lesson');
  const name = `objects/${sha256(page)}`;
  const bodies: Readonly<Record<string, Uint8Array | 'endless'>> = {
    'another page': compressed(pageOf('Other')),
    'a bomb': compressed(Buffer.alloc(20_000_000)),
    'what is not compressed': Buffer.from('<p>Hello</p>'),
    'one that is cut short': compressed(page).subarray(0, 100),
    'something behind it': Buffer.concat([compressed(page), Buffer.from('more')]),
    nothing: Buffer.alloc(0),
    'an endless one': 'endless',
  };

  test.each(Object.keys(bodies))('%s: told of, thrown away, and had elsewhere', async (kind) => {
    const body = bodies[kind] ?? 'endless';
    const bad = await startHostileServer((_, response) => {
      if (body !== 'endless') {
        response.end(body);
        return;
      }
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    const published = publish(page);
    const good = await startHostileServer((request, response) => send(published, request, response));
    const paths = await emptyMirror();
    const sources = [sourceAt(bad.url), sourceAt(good.url)];
    const { warnings } = await fetchAll({ paths, sources, wanted: [compressibleOf(page)] });
    await expectKept(paths, page);
    expect(warnings.length).toBe(1);
    expect(warnings[0]).toContain(`${bad.url}`);
    expect(warnings[0]).toContain(name);
    expect(bad.requests.length).toBe(1);
    expect(await readdir(paths.incoming)).toEqual([]);
  });

  test('from everywhere: nothing is kept', async () => {
    const bad = await startHostileServer((_, response) => response.end('wrong'));
    const paths = await emptyMirror();
    const { error } = await fetchAll({ paths, sources: [sourceAt(bad.url)], wanted: [compressibleOf(page)] });
    expect(String(error)).toContain(`${bad.url} gave wrong bytes for ${name}.br; they were thrown away.`);
    expect(await readdir(paths.objects)).toEqual([]);
    expect(await readdir(paths.incoming)).toEqual([]);
  });

  test('a source that gives nothing else is soon not asked any more', async () => {
    const pages = Array.from({ length: 40 }, (_, at) => pageOf(`Lesson ${at}`));
    const published = publish(...pages);
    const bad = await startHostileServer((_, response) => response.end('wrong'));
    const good = await startHostileServer((request, response) => send(published, request, response));
    const paths = await emptyMirror();
    const sources = [sourceAt(bad.url), sourceAt(good.url)];
    const { warnings } = await fetchAll({ paths, sources, wanted: pages.map(compressibleOf) });
    await expectKept(paths, ...pages);
    expect(bad.requests.length).toBeLessThan(10);
    expect(warnings.join(' ')).toContain('is not asked any more this time');
  });

  test('a redirect is not followed, and told of', async () => {
    const { url } = await startHostileServer((_, response) =>
      response.writeHead(302, { Location: 'http://elsewhere.example.org/' }).end(),
    );
    const { error, warnings } = await fetchAll({
      paths: await emptyMirror(),
      sources: [sourceAt(url)],
      wanted: [wantedOf(page)],
    });
    expect(String(error)).toContain('http://elsewhere.example.org/');
    expect(warnings.length).toBe(1);
  });
});

describe('what was broken off', () => {
  const film = filmOf('film', 4);

  test('goes on where it was, however often it is killed, behind nginx', async () => {
    const nginx = await findNginx();
    if ('missing' in nginx) throw new Error(nginx.missing);
    const root = await temporaryFolder();
    await mkdir(path.join(root, 'objects'));
    await writeFile(path.join(root, releasePaths.object(sha256(film))), film);
    const server = await startNginx(nginx, {
      folder: path.join(await temporaryFolder(), 'nginx'),
      block: `root ${root};`,
    });
    onTestFinished(() => server.stop());
    const paths = await emptyMirror();
    let loaded = 0;
    for (const share of [0.2, 0.4, 0.6, 2]) {
      const stop = new AbortController();
      const { progress } = await fetchAll({
        paths,
        sources: [sourceAt(server.url, stop.signal)],
        wanted: [wantedOf(film)],
        signal: stop.signal,
        onProgress: (done) => {
          if (loaded + done > film.length * share) stop.abort(new Error('killed'));
        },
      });
      expect(progress).toEqual([0, 0]);
      const { size } = await stat(partOf(paths, film)).catch(() => ({ size: film.length }));
      expect(size).toBeGreaterThan(loaded);
      loaded = size;
    }
    await expectKept(paths, film);
    expect(await readdir(paths.incoming)).toEqual([]);
  });

  test.each([
    ['a part', film.subarray(0, 300_000)],
    ['all of it', film],
    ['more than there can be', Buffer.concat([film, film])],
  ])('%s that lies there is used as far as it is right', async (_, gathered) => {
    const published = publish(film);
    const { url, requests } = await startHostileServer((request, response) =>
      send(published, request, response),
    );
    const paths = await emptyMirror();
    await begin(paths, partOf(paths, film), gathered);
    const { progress } = await fetchAll({ paths, sources: [sourceAt(url)], wanted: [wantedOf(film)] });
    await expectKept(paths, film);
    const left = gathered.length > film.length ? film.length : film.length - gathered.length;
    expect(progress).toEqual([left, left]);
    expect(requests.length).toBe(left === 0 ? 0 : 1);
  });

  test.each([
    ['a part', 300_000],
    ['all of it', film.length],
  ])(
    '%s that decayed is thrown away, and all of it fetched once more from the same source',
    async (_, length) => {
      const published = publish(film);
      const { url, requests } = await startHostileServer((request, response) =>
        send(published, request, response),
      );
      const paths = await emptyMirror();
      await begin(paths, partOf(paths, film), Buffer.alloc(length));
      const { warnings, progress } = await fetchAll({
        paths,
        sources: [sourceAt(url)],
        wanted: [wantedOf(film)],
      });
      await expectKept(paths, film);
      expect(warnings).toEqual([]);
      const loaded = film.length - length + film.length;
      expect(progress).toEqual([loaded, loaded]);
      expect(requests.length).toBe(length === film.length ? 1 : 2);
    },
  );

  test('goes on at another source, also where that knows no ranges', async () => {
    const cut = await startHostileServer((_, response) => {
      response.setHeader('Content-Length', film.length);
      response.write(film.subarray(0, 500_000), () => response.destroy());
    });
    const simple = await startHostileServer((_, response) => response.end(film));
    const paths = await emptyMirror();
    const sources = [sourceAt(cut.url), sourceAt(simple.url)];
    const { warnings } = await fetchAll({ paths, sources, wanted: [wantedOf(film)] });
    await expectKept(paths, film);
    expect(warnings).toEqual([]);
    expect([cut.requests.length, simple.requests.length]).toEqual([1, 1]);
  });

  test('comes at last over a line that breaks again and again', async () => {
    const long = filmOf('long', 12);
    const { url, requests } = await startHostileServer(({ headers }, response) => {
      const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
      const { length } = long;
      response.writeHead(from === 0 ? 200 : 206, {
        'Content-Length': length - from,
        ...(from > 0 && { 'Content-Range': `bytes ${from}-${length - 1}/${length}` }),
      });
      response.write(long.subarray(from, from + 400_000), () => response.destroy());
    });
    const paths = await emptyMirror();
    await fetchAll({ paths, sources: [sourceAt(url)], wanted: [wantedOf(long)] });
    await expectKept(paths, long);
    expect(requests.length).toBeGreaterThan(7);
  });
});

describe('patches', () => {
  const fileOf = (path: string, bytes: Uint8Array, kind: FileKind = 'page'): ManifestFile => ({
    path,
    ...(kind === 'index' ? wantedOf(bytes) : compressibleOf(bytes)),
    type: 'text/html; charset=utf-8',
    kind,
  });
  const manifestOf = (...files: readonly ManifestFile[]): Manifest => ({
    format: 1,
    country: 'kg',
    headers: { page: {}, file: {}, asset: {}, index: {} },
    files,
  });
  const chunk = (name: string): Buffer => filmOf(name, 1).subarray(0, 20_000);
  const oldPages = [pageOf('Lesson one'), pageOf('Lesson two')] as const;
  const edit = (bytes: Buffer): Buffer => Buffer.from(String(bytes).replace('976', 'ten words that are new'));
  const newPages = [edit(oldPages[0]), edit(oldPages[1])] as const;
  const oldChunks = [chunk('a'), chunk('b')] as const;
  const newChunks = [
    Buffer.concat([oldChunks[0].subarray(0, 9000), oldChunks[1].subarray(500)]),
    Buffer.concat([oldChunks[0].subarray(8000), Buffer.from('x')]),
  ] as const;
  const fresh = [...newPages, ...newChunks];

  async function release(): Promise<{
    delta: Delta;
    pack: Uint8Array;
    published: Published;
    wanted: WantedObject[];
  }> {
    const from = manifestOf(
      ...oldPages.map((bytes, at) => fileOf(`ru/${at}/index.html`, bytes)),
      ...oldChunks.map((bytes, at) => fileOf(`ru/pagefind/index/${at}.pf_index`, bytes, 'index')),
    );
    const to = manifestOf(
      ...newPages.map((bytes, at) => fileOf(`ru/${at}/index.html`, bytes)),
      ...newChunks.map((bytes, at) => fileOf(`ru/pagefind/index/${at + 5}.pf_index`, bytes, 'index')),
    );
    const contents = new Map([...oldPages, ...oldChunks, ...fresh].map((bytes) => [sha256(bytes), bytes]));
    const difference = diffManifests(from, to);
    const { pack, patches } = await patchMaker(async (object) => contents.get(object))(
      from.files,
      difference,
    );
    expect(patches.map((patch) => patch.to.length)).toEqual([1, 1, 2]);
    const digest = wantedOf(pack);
    const published = publish(...fresh);
    published.set(`/${releasePaths.patches(digest.sha256)}`, pack);
    const names = { from: sha256('from'), to: sha256('to') };
    const delta: Delta = { format: 1, ...names, ...difference, pack: digest, patches };
    return { delta, pack, published, wanted: [...to.files] };
  }

  async function mirrorWith(...contents: readonly Uint8Array[]): Promise<MirrorPaths> {
    const paths = await emptyMirror();
    await mkdir(paths.objects, { recursive: true });
    for (const bytes of contents) await writeFile(objectFile(paths, sha256(bytes)), bytes);
    return paths;
  }

  test('make new contents of older ones, with one request and few bytes', async () => {
    const { delta, pack, published, wanted } = await release();
    const { url, requests } = await startHostileServer((request, response) =>
      send(published, request, response),
    );
    const paths = await mirrorWith(...oldPages, ...oldChunks);
    const { fetched, progress } = await fetchAll({
      paths,
      sources: [sourceAt(url)],
      wanted,
      patches: { delta },
    });
    expect(fetched).toEqual({ objects: 4, patched: 4 });
    await expectKept(paths, ...fresh);
    expect(requests).toEqual([`GET /patches/${sha256(pack)}`]);
    expect(progress).toEqual([pack.length, pack.length]);
    expect(await stat(objectFile(paths, sha256(newPages[0]), '.br'))).toBeDefined();
    expect(await readFile(packFile(paths, sha256(pack)))).toEqual(pack);
  });

  test('go on where they were cut off', async () => {
    const { delta, pack, published, wanted } = await release();
    const { url } = await startHostileServer((request, response) => send(published, request, response));
    const paths = await mirrorWith(...oldPages, ...oldChunks);
    await begin(paths, path.join(paths.incoming, `${sha256(pack)}.pack.part`), pack.subarray(0, 100));
    const { progress } = await fetchAll({ paths, sources: [sourceAt(url)], wanted, patches: { delta } });
    await expectKept(paths, ...fresh);
    expect(progress).toEqual([pack.length - 100, pack.length - 100]);
  });

  test('that would save nothing are not fetched', async () => {
    const { delta, published, wanted } = await release();
    const { url, requests } = await startHostileServer((request, response) =>
      send(published, request, response),
    );
    const padded = { ...delta, pack: { sha256: sha256('large'), bytes: 1_000_000 } };
    const paths = await mirrorWith(...oldPages, ...oldChunks);
    await fetchAll({ paths, sources: [sourceAt(url)], wanted, patches: { delta: padded } });
    await expectKept(paths, ...fresh);
    expect(requests.some((request) => request.includes('/patches/'))).toBe(false);
  });

  test('for older contents that are gone or decayed are passed over', async () => {
    const { delta, published, wanted } = await release();
    const { url, requests } = await startHostileServer((request, response) =>
      send(published, request, response),
    );
    const paths = await mirrorWith(oldPages[1], ...oldChunks);
    await writeFile(objectFile(paths, sha256(oldPages[1])), oldPages[0]);
    const { fetched } = await fetchAll({ paths, sources: [sourceAt(url)], wanted, patches: { delta } });
    expect(fetched).toEqual({ objects: 4, patched: 2 });
    await expectKept(paths, ...fresh);
    expect(requests.filter((request) => request.includes('/objects/')).length).toBe(2);
  });

  test('that are missing, wrong, or make something else: the contents are fetched as a whole', async () => {
    const { delta, pack, published, wanted } = await release();
    const packAt = `/${releasePaths.patches(sha256(pack))}`;
    const damaged = Buffer.from(pack).fill(0, 20, 30);
    // The release itself names patches that do not make what they should.
    const faulty: Delta = { ...delta, pack: wantedOf(damaged) };
    const swapped: Delta = {
      ...delta,
      patches: delta.patches.map((patch) => ({ ...patch, at: 0, bytes: pack.length })),
    };
    const outside: Delta = { ...delta, patches: delta.patches.map((patch) => ({ ...patch, at: 1e9 })) };
    const cases: readonly (readonly [Delta, Uint8Array | undefined, warnings: number])[] = [
      [delta, undefined, 0],
      [delta, damaged, 1],
      [faulty, undefined, 0],
      [swapped, pack, 0],
      [outside, pack, 0],
    ];
    for (const [given, sent, warned] of cases) {
      published.delete(packAt);
      if (sent !== undefined) published.set(packAt, sent);
      published.set(`/${releasePaths.patches(sha256(damaged))}`, damaged);
      const { url } = await startHostileServer((request, response) => send(published, request, response));
      const paths = await mirrorWith(...oldPages, ...oldChunks);
      const { fetched, warnings, progress } = await fetchAll({
        paths,
        sources: [sourceAt(url)],
        wanted,
        patches: { delta: given },
      });
      expect(fetched?.objects).toBe(4);
      await expectKept(paths, ...fresh);
      expect(warnings.length).toBe(warned);
      expect(progress[0]).toBe(progress[1]);
    }
  });
});
