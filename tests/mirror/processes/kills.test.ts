/** The program itself behind a real server: killed at any moment, and started twice at once. */
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Outcome } from '../../support/command.ts';
import { page, type SiteFiles } from '../../support/publish.ts';
import { startHostileServer } from '../../support/servers/hostile-server.ts';
import {
  type Ministry,
  makeMinistry,
  nginx,
  startUpstream,
  today,
  withoutNginx,
} from '../support/ministry.ts';
import { expectWhole, faultsOfServed } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

const seed = Number(process.env.FUZZ_SEED ?? 20261124);

/** Numbers from 0 to 1, the same ones for the same seed (Numerical Recipes' generator). */
function* randomNumbers(state = seed): Generator<number, never> {
  for (let next = state >>> 0; ; ) {
    next = (Math.imul(next, 1_664_525) + 1_013_904_223) >>> 0;
    yield next / 2 ** 32;
  }
}

/** Bytes that do not become fewer by compression. */
function noise(bytes: number, from: number): Uint8Array {
  const numbers = randomNumbers(from);
  return Uint8Array.from({ length: bytes }, () => numbers.next().value * 256);
}

/** Pages that are all others in each version, and a file that takes its time. */
const version = (name: number): SiteFiles => ({
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`ru/p${at}/index.html`, page('a', 'one') + name + at]),
  ),
  'ru/film.bin': noise(60_000, name),
});

/** Bytes of files that have come in part. */
async function partBytes({ paths }: Ministry): Promise<number> {
  const names = await readdir(paths.incoming);
  const sizes = await Promise.all(
    names.map((name) => stat(path.join(paths.incoming, name)).catch(() => undefined)),
  );
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

test.skipIf('missing' in nginx)(
  `killed at 50 moments, it serves one whole release after each, and ends well${withoutNginx}`,
  async () => {
    const published = await publishedSite(today);
    const { url } = await startUpstream(
      path.join(published.top, 'nginx'),
      `root ${published.live}; limit_rate 400k;`,
    );
    const ministry = await makeMinistry(published, [url], { options: ['--keep', '2'] });
    const publish = async (): Promise<number> => {
      const { pointer } = await published.publish(version(++released), today);
      return pointer.sequence;
    };
    let released = 0;
    await publish();
    const beganMs = performance.now();
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    const durationMs = performance.now() - beganMs;
    let newest = await publish();
    const random = randomNumbers();
    const seen = { killed: 0, ended: 0 };
    while (seen.killed < 50) {
      const program = ministry.start('sync');
      const ended = once(program, 'exit');
      const isOver = await Promise.race([
        ended.then(() => true),
        setTimeout(random.next().value * durationMs, false),
      ]);
      if (!isOver) program.kill('SIGKILL');
      const [code] = await ended;
      expect(await faultsOfServed(ministry.folder)).toEqual([]);
      if (!isOver) seen.killed++;
      else {
        expect(code).toBe(0);
        seen.ended++;
        newest = await publish();
      }
    }
    const last = await ministry.run('sync', ['--json']);
    expect(last, last.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(last.stdout)).toMatchObject({ sequence: newest });
    await expectWhole(ministry.folder);
    expect(await ministry.run('verify')).toMatchObject({ code: 0 });
  },
);

test.skipIf('missing' in nginx)(
  `killed while a large file comes, it goes on where that was${withoutNginx}`,
  async () => {
    const published = await publishedSite(today);
    await published.publish({ 'ru/film.bin': noise(300_000, 1) }, today);
    const log = path.join(published.top, 'access.log');
    const { url } = await startUpstream(
      path.join(published.top, 'nginx'),
      `root ${published.live}; limit_rate 100k; access_log ${log};`,
    );
    const ministry = await makeMinistry(published, [url]);
    const program = ministry.start('sync');
    const ended = once(program, 'exit');
    await expect.poll(() => partBytes(ministry), { timeout: 30_000, interval: 10 }).toBeGreaterThan(10_000);
    program.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(await partBytes(ministry)).toBeGreaterThan(10_000);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    await expectWhole(ministry.folder);
    expect(await readFile(log, 'utf8')).toMatch(/ 206 \d+ /);
  },
);

test.skipIf('missing' in nginx)(
  `of two that start at once, one works, and the other says that it does, and ends with 3${withoutNginx}`,
  async () => {
    const published = await publishedSite(today);
    await published.publish(version(1), today);
    const { url } = await startUpstream(
      path.join(published.top, 'nginx'),
      `root ${published.live}; limit_rate 60k;`,
    );
    const ministry = await makeMinistry(published, [url]);
    const outcomes = await Promise.all([ministry.run('sync'), ministry.run('sync')]);
    const [works, waits] = outcomes.toSorted((one, other) => Number(one.code) - Number(other.code));
    expect(works).toMatchObject({ code: 0, stdout: expect.stringContaining('Release 2 of kg is served') });
    expect(waits).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(
        /^Another command is at work on the mirror .*: process \d+\. Wait until it has ended, and run this one again\.\n$/,
      ),
    });
    await expectWhole(ministry.folder);
  },
);

test.each([
  ['sync', []],
  ['verify', []],
  ['import', ['--from', 'STICK']],
] as const)('while one works, %s says which process it is, and leaves it alone', async (command, args) => {
  const published = await publishedSite(today);
  const stick = path.join(published.top, 'stick');
  const others: Outcome[] = [];
  const { url } = await startHostileServer(async (request, response) => {
    if (request.url?.endsWith('timestamp.json'))
      others.push(
        await ministry.run(
          command,
          args.map((word) => word.replace('STICK', stick)),
        ),
      );
    const bytes = await readFile(published.live + request.url).catch(() => undefined);
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  const ministry = await makeMinistry(published, [url]);
  if (command === 'import') {
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
    await mkdir(stick);
    expect(await ministry.run('export', ['--to', stick])).toMatchObject({ code: 0 });
    others.length = 0;
  }
  expect(await ministry.run('sync')).toMatchObject({ code: 0 });
  expect(others).toMatchObject([
    { code: 3, stderr: expect.stringMatching(/Another command is at work on the mirror .*: process \d+\./) },
  ]);
  await expectWhole(ministry.folder);
});
