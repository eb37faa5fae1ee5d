/** A computer whose clock is wrong by a year: nothing is taken that has expired, and nothing is stuck when it is right again. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { page, picture } from '../../support/publish.ts';
import {
  expectSentences,
  makeMinistry,
  nginx,
  type Preload,
  startUpstream,
  today,
  withoutNginx,
} from '../support/ministry.ts';
import { expectWhole } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

const clockOff = (days: number): Preload => ({
  file: 'set-clock.cjs',
  env: { CLOCK_OFF_DAYS: String(days) },
});

const edited = (content: string) => ({ 'ru/a/index.html': page('a', content), ...picture('a', content) });

/** A mirror with the first release, and an upstream that has the second one. */
async function outdatedMirror() {
  const published = await publishedSite(today - 100);
  const old = path.join(published.top, 'old');
  await cp(published.live, old, { recursive: true });
  const upstream = await startUpstream(
    path.join(published.top, 'nginx'),
    `root ${published.live}; location /old/ { alias ${old}/; }`,
  );
  const ministry = await makeMinistry(published, [upstream.url]);
  // It was right when the first release was new.
  expect(await ministry.run('sync', [], clockOff(-100))).toMatchObject({ code: 0 });
  await published.publish(edited('two'), today);
  return { ministry, published, url: upstream.url };
}

test.skipIf('missing' in nginx)(
  `a year ahead, everything has expired: it is said that the clock may be wrong, and the last release stays${withoutNginx}`,
  async () => {
    const { ministry } = await outdatedMirror();
    const ahead = clockOff(365);
    const refused = await ministry.run('sync', [], ahead);
    expect(refused.code).toBe(3);
    expectSentences(refused);
    expect(refused.stderr).toMatch(
      /expired on .*clock of this computer.*\nRelease 1 is served as before\.\n$/s,
    );
    await expectWhole(ministry.folder);
    const status = await ministry.run('status', [], ahead);
    expect(status.code).toBe(1);
    expect(status.stdout).toMatch(/^state +expired$/m);
    expect(status.stdout).toContain('Check the clock of this computer');
    // The clock is right again.
    expect(await ministry.run('sync')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Release 2 of kg is served'),
    });
    expect(await ministry.run('status')).toMatchObject({ code: 0 });
    await expectWhole(ministry.folder);
  },
);

test.skipIf('missing' in nginx)(
  `a year behind, it says so, and believes nothing that had expired when the newest release was made${withoutNginx}`,
  async () => {
    const { ministry, published, url } = await outdatedMirror();
    const behind = clockOff(-365);
    const taken = await ministry.run('sync', [], behind);
    expect(taken, taken.stderr).toMatchObject({ code: 0 });
    const year = new Date(Date.now() - 365 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(taken.stderr).toContain(`warning: The clock of this computer says ${year}`);
    expect(taken.stderr).toContain('timedatectl set-ntp true');
    expect(await ministry.run('status', [], behind)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`The clock of this computer says ${year}`),
    });
    // An upstream that is frozen at the first release, which would be valid by this clock.
    const other = await makeMinistry(published, [`${url}old/`], {
      folder: path.join(published.top, 'other'),
    });
    await cp(ministry.paths.trust, other.paths.trust, { recursive: true });
    const refused = await other.run('sync', [], behind);
    expectSentences(refused);
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('an older release') });
    expect(await ministry.run('sync')).toMatchObject({
      code: 0,
      stderr: expect.not.stringContaining('clock'),
    });
    expect(await ministry.run('status')).toMatchObject({ code: 0 });
    await expectWhole(ministry.folder);
  },
);
