/** A real server as upstream, as the site or another mirror has it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openHttpSource } from '../../../build/mirror/sources/http-source.ts';
import { type Line, openLine } from '../../../build/mirror/sources/line.ts';
import type { Source } from '../../../build/mirror/sources/source.ts';
import { temporaryFolder } from '../../support/content.ts';
import { makeCertificate } from '../../support/servers/certificate.ts';
import { findNginx, startNginx } from '../../support/servers/nginx-server.ts';

const pointer = JSON.stringify({ text: 'the same again '.repeat(1000) });

async function upstream(isSafe: boolean): Promise<{ url: string; line: Line; source: Source }> {
  const nginx = await findNginx();
  if ('missing' in nginx) throw new Error(nginx.missing);
  const folder = await temporaryFolder();
  const root = path.join(folder, 'site');
  await mkdir(path.join(root, 'objects'), { recursive: true });
  await writeFile(path.join(root, '_release.json'), pointer);
  await writeFile(path.join(root, 'objects/film'), '0123456789');
  const { url, stop } = await startNginx(nginx, {
    folder: path.join(folder, 'nginx'),
    block: `root ${root}; gzip on; gzip_types application/json text/plain application/octet-stream; gzip_min_length 1; types { application/json json; }`,
    ...(isSafe && { certificate: await makeCertificate(folder) }),
  });
  onTestFinished(() => stop());
  const line = openLine(undefined, { nowMs: () => performance.now(), pause: (ms) => setTimeout(ms) });
  const { signal } = new AbortController();
  const source = openHttpSource(url, { line, timeoutMs: 10_000, signal, pausesMs: [] });
  onTestFinished(() => source.close());
  return { url, line, source };
}

test('gives small files compressed, a part of a large one as it is, and says little of what is missing', async () => {
  const { line, source } = await upstream(false);
  expect(await source.read('metadata/2.root.json', 1000)).toBeUndefined();
  expect(String(await source.read('_release.json', 20_000))).toBe(pointer);
  expect([line.requests, line.received < 2000]).toEqual([2, true]);
  const opened = await source.open('objects/film', 4, 10);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  expect([opened.offset, String(Buffer.concat(pieces))]).toEqual([4, '456789']);
  expect((await source.open('objects/film', 10, 10)).offset).toBe(0);
  await expect(source.open('objects/film', 0, 9)).rejects.toMatchObject({ fault: 'refused' });
});

test('with a certificate that nobody knows is not believed, and it is said what may help', async () => {
  const { url, source } = await upstream(true);
  await expect(source.read('_release.json', 20_000)).rejects.toMatchObject({
    fault: 'unreachable',
    message: `${url}_release.json cannot be had: its certificate is from an authority that this computer does not know. If your network looks into HTTPS, name the file of its authority in NODE_EXTRA_CA_CERTS.`,
  });
});
