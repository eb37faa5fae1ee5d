/** The section “A ministry's mirror” of scripts/README.md: each of its commands is run, in its order, and those of the page in each site. */
import { cp, lstat, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { deploy } from '../../../build/deploy/deploy.ts';
import { mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { healthStates } from '../../../build/mirror/health/health.ts';
import { serveMirror } from '../../../build/mirror/serve/serve.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { type BuiltSites, buildContent, listFiles, serveSites } from '../../support/built-sites.ts';
import { minimalContent, temporaryFolder } from '../../support/content.ts';
import { commandBlocks } from '../../support/guide.ts';
import { deployment, openFolder, releaseSite } from '../../support/publish.ts';
import { findOrInstall } from '../../support/servers/find-or-install.ts';
import { findNginx, startNginx } from '../../support/servers/nginx-server.ts';
import { ministryShell } from './ministry-shell.ts';

const heading = "A ministry's mirror";
const lessonPage = 'en/courses/play/first/index.html';

const guide = await readFile('scripts/README.md', 'utf8');
const [, rest = ''] = guide.split(`\n## ${heading}\n`);
const [section = ''] = rest.split('\n## ');

let sites: BuiltSites;
beforeAll(async () => {
  sites = await buildContent(minimalContent);
});
afterAll(() => sites?.remove());

const missing =
  process.platform === 'linux' ? await findOrInstall(['curl', 'bash'], ['curl']) : 'it is for Linux';

test.skipIf(missing !== undefined)(
  `every command of the guide does what it says${missing === undefined ? '' : ` (left out: ${missing})`}`,
  async () => {
    const top = await temporaryFolder();
    const at = (name: string): string => path.join(top, name);
    const publisher = await publishSite(at);
    const stick = at('stick');
    let readers = '';
    const stands = () => ({
      'sha256:…': publisher.fingerprint,
      'https://kg.example.org/': publisher.url,
      'http://mirror.example.org/': readers,
      'https://mirror.example.org/': readers,
      '--since 12': '--since 1',
    });
    const ministry = await ministryShell(at('ministry'), stick, stands);
    const [
      prepare = '',
      download = '',
      begin = '',
      nginx = '',
      certificate = '',
      caddy = '',
      timers = '',
      look = '',
      verify = '',
      byNight = '',
      programBefore = '',
      toOtherDisk = '',
      exportAll = '',
      copyProgram = '',
      beginSchool = '',
      importNewest = '',
      exportDifference = '',
      importStale = '',
      beginDistrict = '',
      end = '',
      ...more
    ] = await commandBlocks(heading);
    expect(more).toEqual([]);

    await ministry(prepare);
    expect(await ministry(download)).toContain(`${publisher.program}  passport-mirror.mjs`);
    expect(await ministry(begin)).toContain('Release 1 of kg is served');
    const folder = at('ministry/srv/passport-mirror/kg');
    await ministry(nginx);
    readers = await serve(folder, at('ministry'));
    await ministry(certificate);
    await ministry(caddy);
    expect(await readFile(at('ministry/etc/caddy/Caddyfile'), 'utf8')).toBe(
      'import passport-mirror-kg.caddy\n',
    );
    await ministry(timers);
    const told = await ministry(look);
    for (const words of [/^state +ok$/m, /^ {2}"state": "ok",$/m, /^passport_mirror_state\{state="ok"\} 1$/m])
      expect(told).toMatch(words);
    expect(await ministry(verify)).toContain('all right');
    await expectRules(await (await fetch(`${readers}_mirror/metrics`)).text());
    expect(await ministry(byNight)).toContain('Release 1 of kg is the newest one, and is here');
    await cp(`${folder}/passport-mirror.mjs`, `${folder}/passport-mirror.previous.mjs`);
    await ministry(programBefore);

    await ministry(toOtherDisk);
    await expect(lstat(folder)).rejects.toThrow('ENOENT');
    const moved = at('ministry/mnt/disk/kg');
    const { nlink } = await lstat(path.join(await realpath(`${moved}/current`), lessonPage));
    expect(nlink).toBe(2);
    for (const unit of await readdir(at('ministry/etc/systemd/system')))
      expect(await readFile(at(`ministry/etc/systemd/system/${unit}`), 'utf8')).not.toContain(folder);
    readers = await serve(moved, at('ministry'));

    await ministry(exportAll);
    await ministry(copyProgram);
    const school = await ministryShell(at('school'), stick, stands);
    await school(prepare);
    expect(await school(beginSchool)).toContain(`trusts the root ${publisher.fingerprint}`);
    expect(await school(importNewest)).toContain('Release 1 of kg is served.');
    await publisher.publish('Because they play.');
    await ministry(byNight);
    await ministry(exportDifference);
    expect(await school(importNewest)).toContain('Release 2 of kg is served.');
    expect(await school(importStale)).toContain('Release 2 of kg is served as before');
    const ofSchool = path.join(at('school/srv/passport-mirror/kg/current'), lessonPage);
    expect(await readFile(ofSchool, 'utf8')).toContain('Because they play.');

    const district = await ministryShell(at('district'), stick, stands);
    await district(prepare);
    await district(download);
    expect(await district(beginDistrict)).toContain('Release 2 of kg is served');
    const { upstreams } = JSON.parse(
      await readFile(at('district/srv/passport-mirror/kg/mirror.json'), 'utf8'),
    ) as { upstreams: unknown };
    expect(upstreams).toEqual([readers, publisher.url]);

    await ministry(end);
    expect(await listFiles(at('ministry/etc'))).toEqual([
      'caddy/Caddyfile',
      'caddy/passport-mirror-kg.caddy',
    ]);
  },
  600_000,
);

test('the page of a site has the commands of the guide, with its own address', async () => {
  const page = await sites.read('kg/en/mirror/index.html');
  const blocks = [...page.matchAll(/<pre class="commands"[^>]*>(.*?)<\/pre>/gs)].map(
    ([, block = '']) => block,
  );
  const typed = blocks.flatMap((block) => textOf(block).split('\n'));
  expect(typed.length).toBeGreaterThan(20);
  const known = (await commandBlocks(heading)).flatMap((block) => block.split('\n'));
  for (const command of typed) expect(known).toContain(command);
});

test('the states of the guide are those of a mirror', () => {
  const rows = [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, state]) => state);
  expect(rows.toSorted()).toEqual([...healthStates].toSorted());
});

test('what the guide explains is told in these words', async () => {
  const [, table = ''] = section.split('### What a mirror tells');
  const told = [...(table.split('\n### ')[0] ?? '').matchAll(/^\| ([^|]*)\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words))
    .filter((words) => words !== 'verify');
  expect(told.length).toBeGreaterThan(12);
  const folders = ['build/mirror', 'build/trust', 'build/cli'];
  const sources = (
    await Promise.all(
      folders.map(async (folder) =>
        Promise.all((await listFiles(folder)).map((file) => readFile(path.join(folder, file), 'utf8'))),
      ),
    )
  )
    .flat()
    .join('\n');
  const isTold = (words: string): boolean =>
    words.split('…').every((part) => sources.includes(part.replace('timestamp.json', '').trim()));
  expect(told.filter((words) => !isTold(words))).toEqual([]);
});

/** A site as it is published, with keys for trying out. */
async function publishSite(at: (name: string) => string) {
  const page = at(`site/${lessonPage}`);
  await cp(path.join(sites.folder, 'kg'), at('site'), { recursive: true });
  const publish = async (body: string): Promise<void> => {
    await writeFile(page, (await readFile(page, 'utf8')).replace('Because.', body));
    await releaseSite(at('site'), at('releases'), { now: new Date() });
    await deploy(await deployment(at('releases'), await openFolder(at('live')), { now: new Date() }));
  };
  await publish('Because.');
  const { url, close } = await serveSites(at('live'));
  onTestFinished(close);
  return {
    url,
    publish,
    fingerprint: `sha256:${sha256(await readFile(at(`live/${releasePaths.root(1)}`)))}`,
    program: sha256(await readFile(at('site/mirror/passport-mirror.mjs'))),
  };
}

/** Serves a mirror with what the guide has put before nginx; without an nginx, with the program itself. */
async function serve(folder: string, server: string): Promise<string> {
  const nginx = await findNginx();
  if ('missing' in nginx) {
    const own = await serveMirror({ paths: mirrorPaths(folder), host: '127.0.0.1', port: 0, warn: () => {} });
    onTestFinished(own.close);
    return own.url;
  }
  const text = await readFile(path.join(server, 'etc/nginx/sites-enabled/passport-mirror-kg.conf'), 'utf8');
  expect(text).toContain(`root ${folder}/current;`);
  const block = text.slice(text.indexOf('server {\n') + 'server {\n'.length, text.lastIndexOf('}'));
  const { url, stop } = await startNginx(nginx, {
    folder: path.join(await temporaryFolder(), 'nginx'),
    block: block.replaceAll(/^listen .*$/gm, ''),
  });
  onTestFinished(stop);
  return url;
}

/** Each rule for Prometheus asks for something that there is. */
async function expectRules(metrics: string): Promise<void> {
  const [, text = ''] = /```yaml\n([^`]*)```/.exec(section) ?? [];
  const { groups } = parse(text) as { groups: readonly { rules: readonly { expr: string }[] }[] };
  const rules = groups.flatMap(({ rules: own }) => own.map(({ expr }) => expr));
  expect(rules).toHaveLength(4);
  for (const rule of rules)
    expect(metrics).toContain(`\n${/passport_mirror_\w+(?:\{state="ok"\})?/.exec(rule)?.[0] ?? 'nothing'}`);
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
